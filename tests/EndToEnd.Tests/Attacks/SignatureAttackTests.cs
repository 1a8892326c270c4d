using System.Diagnostics;
using DolibarrAgent.Tests;

namespace DolibarrAgent.EndToEnd.Tests.Attacks;

/// <summary>Attacks on the signatures, on the real programs. Nothing is written on prod in any of them.</summary>
public sealed class SignatureAttackTests : IAsyncLifetime
{
    private const string Alice = "alice@example.org";

    private readonly GateOfTest gate = new();
    private TwoServers two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Dictionary<string, string> Person => new(two.Person, StringComparer.Ordinal) { ["DOLIBARR_GATE"] = gate.Folder };

    public async ValueTask InitializeAsync()
    {
        GateOfTest.NeedsSshKeygen();
        gate.Policy("""{ "for": ["always"], "signers": 1 }""");
        await gate.AllowAsync(Alice);
        two = await TwoServers.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        gate.Dispose();
        if (two is not null)
        {
            await two.DisposeAsync();
        }
    }

    [Fact]
    public async Task Signed_as_the_program_says_it_is_replayed_and_the_history_names_who_signed()
    {
        var changeset = await two.IngestAsync();
        var statement = await StatementAsync(changeset);
        var signature = await gate.SignAsync(Alice, statement);
        File.Move(signature, statement + ".sig");

        var ran = await Ran.ReplayAsync(Person, "--confirm", changeset, "--signature", statement + ".sig");

        ran.ExitCode.Should().Be(0, ran.Errors);
        (await Ran.ReplayAsync(Person, "history", changeset)).Output.Should().MatchRegex("signed by alice@example.org\\s+\\(SHA256:");
    }

    [Fact]
    public async Task The_code_alone_is_refused_and_says_what_is_missing()
    {
        var changeset = await two.IngestAsync();

        var ran = await Ran.ReplayAsync(Person, "--confirm", changeset, "--code", await two.CodeAsync(changeset));

        Refused(ran, "signatures-missing");
        ran.Errors.Should().Contain("because of always").And.Contain("--statement");
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("y")]
    public async Task A_terminal_that_types_yes_confirms_nothing(string typed)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no `script` (package bsdutils) to make a terminal with.");
        var changeset = await two.IngestAsync();
        var program = Path.Combine(new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.FullName, "ReplayTool", new DirectoryInfo(AppContext.BaseDirectory).Name, "replay");
        foreach (var signed in new[] { true, false })
        {
            var start = new ProcessStartInfo("/usr/bin/script", ["-qec", $"'{program}' --confirm '{changeset}'", "/dev/null"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var (name, value) in signed ? Person : two.Person)
            {
                start.Environment[name] = value;
            }
            using var process = Process.Start(start)!;
            await process.StandardInput.WriteLineAsync($"{typed}\n{typed}\n{typed}");
            process.StandardInput.Close();
            var said = await process.StandardOutput.ReadToEndAsync(Cancel);
            await process.WaitForExitAsync(Cancel);

            process.ExitCode.Should().Be(4, said);
            TwoServers.Writes(two.Prod).Should().Be(0);
        }
    }

    [Fact]
    public async Task A_false_ssh_keygen_first_on_the_path_is_never_called()
    {
        var changeset = await two.IngestAsync();
        var statement = await StatementAsync(changeset);
        var signature = await gate.SignAsync("eve@example.org", statement);
        var called = Path.Combine(two.Folder, "called");
        var folder = Directory.CreateDirectory(Path.Combine(two.Folder, "bin")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "ssh-keygen"), $"#!/bin/sh\ntouch '{called}'\necho 'Good \"dolibarr-changeset\" signature for alice@example.org with ED25519 key SHA256:abc'\n", Cancel);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(folder, "ssh-keygen"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Refused(await Ran.ReplayAsync(new Dictionary<string, string>(Person) { ["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}" }, "--confirm", changeset, "--statement", statement, "--signature", signature), "not-allowed");
        File.Exists(called).Should().BeFalse();
    }

    [Fact]
    public async Task A_list_of_signers_that_others_may_write_is_refused()
    {
        var changeset = await two.IngestAsync();
        var statement = await StatementAsync(changeset);
        var signature = await gate.SignAsync(Alice, statement);
        GateOfTest.LetOthersWrite(gate.AllowedSigners);

        Refused(await Ran.ReplayAsync(Person, "--confirm", changeset, "--statement", statement, "--signature", signature), "writable-by-others");
    }

    [Fact]
    public async Task A_policy_that_others_may_write_stops_every_plan()
    {
        var changeset = await two.IngestAsync();
        GateOfTest.LetOthersWrite(gate.PolicyFile);

        var ran = await Ran.ReplayAsync(Person, changeset, "--json");

        ran.ExitCode.Should().Be(4);
        ran.Output.Should().Contain("writable-by-others");
    }

    [Fact]
    public async Task A_changeset_that_was_edited_after_it_was_signed_is_refused()
    {
        var changeset = await two.IngestAsync();
        var statement = await StatementAsync(changeset);
        var signature = await gate.SignAsync(Alice, statement);
        await File.WriteAllTextAsync(changeset, (await File.ReadAllTextAsync(changeset, Cancel)).Replace("35.20 EUR", "35.21 EUR", StringComparison.Ordinal), Cancel);

        Refused(await Ran.ReplayAsync(Person, "--confirm", changeset, "--statement", statement, "--signature", signature), "other-changeset");
    }

    [Fact]
    public async Task A_statement_never_overwrites_a_file_and_makes_no_folder()
    {
        var changeset = await two.IngestAsync();
        var statement = await StatementAsync(changeset);
        var before = await File.ReadAllTextAsync(statement, Cancel);

        Refused(await Ran.ReplayAsync(Person, "plan", changeset, "--statement", statement), "statement-exists");
        Refused(await Ran.ReplayAsync(Person, "plan", changeset, "--statement", Path.Combine(two.Folder, "nowhere", "statement")), "statement-unwritable");
        (await File.ReadAllTextAsync(statement, Cancel)).Should().Be(before);
    }

    private async Task<string> StatementAsync(string changeset)
    {
        var path = Path.Combine(two.Folder, "statement");
        var ran = await Ran.ReplayAsync(Person, "plan", changeset, "--statement", path);
        ran.ExitCode.Should().Be(2, ran.Errors + ran.Output);
        ran.Output.Should().Contain($"ssh-keygen -Y sign -f KEY -n dolibarr-changeset {path}");
        return path;
    }

    private void Refused(Ran ran, string code)
    {
        ran.ExitCode.Should().Be(4, ran.Output + ran.Errors);
        ran.Errors.Should().Contain(code);
        TwoServers.Writes(two.Prod).Should().Be(0);
    }
}
