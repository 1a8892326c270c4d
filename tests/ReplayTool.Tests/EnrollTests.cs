using System.Text.Json;

namespace DolibarrAgent.ReplayTool.Tests;

/// <summary><c>replay enroll</c>, by which a person says which instances are meant.</summary>
public sealed class EnrollTests : ProgramTest
{
    private const string Canary = "CANARY-SANDBOX";

    private string Gate => Path.Combine(Two.Folder, "gate");

    private string Targets => Path.Combine(Gate, "targets.json");

    [Fact]
    public async Task Both_are_written_down_by_reading_only()
    {
        await EnterCanaryAsync();
        var writes = TwoInstances.Writes(Two.Sandbox).Count();

        var ran = await EnrollAsync("--canary", Canary, "--json");

        ran.ExitCode.Should().Be(0, ran.ToString());
        ran.Json.GetProperty("targets").EnumerateArray().Select(t => (t.GetProperty("instance").GetString(), t.GetProperty("state").GetString()))
            .Should().Equal(("erp", "enrolled"), ("erp-sandbox", "enrolled"));
        File.Exists(Targets).Should().BeTrue();
        Writes.Should().Be(0);
        TwoInstances.Writes(Two.Sandbox).Should().HaveCount(writes);
    }

    [Fact]
    public async Task No_key_that_writes_is_needed()
    {
        await EnterCanaryAsync();
        var variables = Variables;
        variables.Remove("DOLIBARR_PROD_WRITE_KEY");
        variables["DOLIBARR_SANDBOX_API_KEY"] = "sandbox-reader-key";

        (await Ran.ReplayAsync(variables, "enroll", "--canary", Canary)).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Two_that_differ_in_what_they_hold_alone_are_with_the_advice_to_enter_a_canary()
    {
        await EnterCanaryAsync();

        var ran = await EnrollAsync("--json");

        ran.ExitCode.Should().Be(0, ran.ToString());
        ran.Json.GetProperty("advice").GetString().Should().Contain("Nothing lasting tells erp from erp-sandbox").And.Contain("--canary");
        File.Exists(Targets).Should().BeTrue();
    }

    [Fact]
    public async Task Two_that_are_the_same_in_all_that_is_seen_are_not()
    {
        var ran = await EnrollAsync();

        ran.ExitCode.Should().Be(4);
        ran.Errors.Should().Contain("not-told-apart").And.Contain("--canary");
        File.Exists(Targets).Should().BeFalse();
    }

    [Fact]
    public async Task Nor_is_a_sandbox_without_the_canary()
    {
        var ran = await EnrollAsync("--canary", Canary);

        ran.ExitCode.Should().Be(4);
        ran.Errors.Should().Contain("canary-missing");
        File.Exists(Targets).Should().BeFalse();
    }

    [Fact]
    public async Task What_is_enrolled_is_compared_and_stays()
    {
        await EnrolledAsync();
        var before = await File.ReadAllTextAsync(Targets, Cancel);

        var ran = await EnrollAsync("--json");

        ran.ExitCode.Should().Be(0, ran.ToString());
        ran.Json.GetProperty("targets").EnumerateArray().Select(t => t.GetProperty("state").GetString()).Should().Equal("as-enrolled", "as-enrolled");
        (await File.ReadAllTextAsync(Targets, Cancel)).Should().Be(before);
    }

    [Fact]
    public async Task What_has_changed_is_shown_with_old_and_new_and_written_over_only_with_again()
    {
        await EnrolledAsync();
        await File.WriteAllTextAsync(Targets, (await File.ReadAllTextAsync(Targets, Cancel)).Replace("22.0.4", "21.0.1", StringComparison.Ordinal), Cancel);

        var refused = await EnrollAsync();
        var again = await EnrollAsync("--again", "--json");

        refused.ExitCode.Should().Be(4);
        refused.Errors.Should().Contain("found 22.0.4; enrolled 21.0.1");
        again.ExitCode.Should().Be(0, again.ToString());
        again.Json.GetProperty("targets")[0].GetProperty("facts").EnumerateArray().Should().Contain(fact => fact.GetProperty("value").GetString() == "22.0.4" && fact.GetProperty("before").GetString() == "21.0.1");
        (await File.ReadAllTextAsync(Targets, Cancel)).Should().NotContain("21.0.1");
    }

    [Fact]
    public async Task One_can_be_enrolled_by_itself()
    {
        var ran = await EnrollAsync("prod");

        ran.ExitCode.Should().Be(0, ran.Errors);
        JsonDocument.Parse(await File.ReadAllTextAsync(Targets, Cancel)).RootElement.GetProperty("targets").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task One_that_nobody_answers_for_leaves_nothing_written()
    {
        var variables = Variables;
        variables["DOLIBARR_PROD_URL"] = "http://127.0.0.1:9";

        var ran = await Ran.ReplayAsync(variables, "enroll", "--canary", Canary);

        ran.ExitCode.Should().Be(1);
        File.Exists(Targets).Should().BeFalse();
    }

    [Theory]
    [InlineData("both")]
    [InlineData("--canary", "")]
    public async Task What_it_does_not_understand_it_does_not_do(params string[] arguments) => (await EnrollAsync(arguments)).ExitCode.Should().Be(1);

    [Fact]
    public async Task A_plan_says_where_nothing_is_enrolled_and_its_code_is_another_once_it_is()
    {
        Directory.CreateDirectory(Gate);
        var changeset = await Two.RecordMainJobAsync();
        var before = await Ran.ReplayAsync(Variables, changeset, "--json");
        await EnrolledAsync();
        var after = await Ran.ReplayAsync(Variables, changeset, "--json");

        before.Json.GetProperty("plan").GetProperty("notes").EnumerateArray().Should().ContainSingle().Which.GetString().Should().Contain("erp and erp-sandbox are not enrolled").And.Contain("replay enroll");
        after.Json.GetProperty("plan").GetProperty("notes").GetArrayLength().Should().Be(0);
        after.Json.GetProperty("target").GetProperty("enrolled").GetString().Should().HaveLength(64);
        Code(after).Should().NotBe(Code(before));
    }

    private static string Code(Ran ran) => ran.Json.GetProperty("plan").GetProperty("code").GetString()!;

    private Dictionary<string, string?> Variables => new(Person, StringComparer.Ordinal) { ["DOLIBARR_GATE"] = Gate };

    private Task<Ran> EnrollAsync(params string[] arguments) => Ran.ReplayAsync(Variables, ["enroll", .. arguments]);

    private async Task EnrolledAsync()
    {
        await EnterCanaryAsync();
        (await EnrollAsync("--canary", Canary)).ExitCode.Should().Be(0);
    }

    private async Task EnterCanaryAsync()
    {
        using var person = Two.Sandbox.ClientOf("admin");
        using var body = new StringContent($$"""{"name":"The canary","client":"1","code_client":"{{Canary}}"}""", System.Text.Encoding.UTF8, "application/json");
        (await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
    }
}
