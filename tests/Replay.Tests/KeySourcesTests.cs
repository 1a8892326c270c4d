using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Keys from an open file and from the keyring.</summary>
public sealed class KeySourcesTests
{
    private const string Name = Variables.ProdWriteKey;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_file_gives_it_without_the_line_end()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "writekey\n", Cancel);
        // The program closes it: the number is no longer this test's.
        var open = File.OpenHandle(path);
        var number = open.DangerousGetHandle().ToString(System.Globalization.CultureInfo.InvariantCulture);
        open.SetHandleAsInvalid();

        var read = await ReadAsync($"{Name}_FD", number, Purpose.Confirm);

        read.Problems.Should().BeEmpty();
        read.Variables.Should().Contain(Name, "writekey").And.NotContainKey($"{Name}_FD");
        File.Delete(path);
    }

    [Theory]
    [InlineData("_FD", "0", "key-descriptor")]
    [InlineData("_FD", "2", "key-descriptor")]
    [InlineData("_FD", "-1", "key-descriptor")]
    [InlineData("_FD", "three", "key-descriptor")]
    [InlineData("_FD", "987", "key-unreadable")]
    [InlineData("_SECRET", "service", "keyring-entry")]
    [InlineData("_SECRET", "service dolibarr user", "keyring-entry")]
    [InlineData("_SECRET", "--all yes", "keyring-entry")]
    public async Task A_place_that_is_none_is_told(string ending, string value, string code) =>
        (await ReadAsync(Name + ending, value, Purpose.Confirm)).Problems.Should().ContainSingle().Which.Should().Match<Changesets.Problem>(it => it.Code.Text == code && it.Place == Name + ending);

    [Fact]
    public async Task Without_the_program_that_asks_the_keyring_it_says_what_to_install()
    {
        Assert.SkipWhen(File.Exists("/usr/bin/secret-tool") || File.Exists("/usr/local/bin/secret-tool"), "It is here.");

        (await ReadAsync($"{Name}_SECRET", "service dolibarr user prod", Purpose.Confirm)).Problems.Should().ContainSingle().Which.ToString().Should().Contain("libsecret-tools");
    }

    [Fact]
    public async Task To_look_does_not_take_the_key_that_writes_to_prod() =>
        (await ReadAsync($"{Name}_FD", "987", Purpose.Look)).Problems.Should().BeEmpty();

    private static Task<KeysRead> ReadAsync(string name, string value, Purpose purpose) =>
        Start.WithKeysAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { [name] = value }, purpose, Cancel);
}
