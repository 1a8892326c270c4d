namespace DolibarrAgent.ReplayTool.Tests;

public sealed class PlanningTests : ProgramTest
{
    [Fact]
    public async Task A_plan_that_waits_ends_with_2_shows_the_review_and_the_code_and_writes_nothing()
    {
        var changeset = await Two.RecordMainJobAsync();
        var code = await CodeAsync(changeset);

        var ran = await ReplayAsync(changeset);

        ran.ExitCode.Should().Be(2);
        ran.Output.Should().ContainAll("Hébergeur Dupont SARL", "new-supplier", "Cannot be undone", "Plan for erp", code, "replay --confirm");
        ran.Output.IndexOf("Look at this first", StringComparison.Ordinal).Should().BeLessThan(ran.Output.IndexOf("Plan for erp", StringComparison.Ordinal));
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task The_folder_names_the_changeset_as_well_as_the_file()
    {
        var changeset = await Two.RecordMainJobAsync();
        (await ReplayAsync(Path.GetDirectoryName(changeset)!, "--json")).Output.Should().Be((await ReplayAsync(changeset, "--json")).Output);
    }

    [Fact]
    public async Task A_plan_with_nothing_to_do_ends_with_0()
    {
        var changeset = await Two.RecordMainJobAsync();
        await ConfirmedAsync(changeset);

        var ran = await ReplayAsync(changeset);

        ran.ExitCode.Should().Be(0);
        ran.Output.Should().Contain("Nothing to do");
    }

    [Fact]
    public async Task A_conflict_ends_with_3_has_no_code_and_names_its_gate()
    {
        var changeset = await Two.RecordMainJobAsync();
        await EnterOnProdAsync("""{"name":"Dupont","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}""");

        var ran = await ReplayAsync(changeset, "--json");

        ran.ExitCode.Should().Be(3);
        var plan = ran.Json.GetProperty("plan");
        plan.GetProperty("code").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        plan.GetProperty("problems")[0].GetProperty("gate").GetString().Should().Be("conflict");
    }

    [Fact]
    public async Task A_conflict_shows_what_to_do_and_no_code_to_a_person()
    {
        var changeset = await Two.RecordMainJobAsync();
        await EnterOnProdAsync("""{"name":"Dupont","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}""");

        var ran = await ReplayAsync(changeset);

        ran.Output.Should().Contain("→").And.Contain("Nothing was written").And.NotContain("replay --confirm");
    }

    [Fact]
    public async Task A_sandbox_that_was_reset_is_refused_until_the_changeset_is_rehearsed()
    {
        var changeset = await Two.RecordMainJobAsync();
        Two.Sandbox.Reset();

        var refused = await ReplayAsync(changeset);
        var rehearsed = await ReplayAsync("rehearse", changeset);
        var again = await ReplayAsync(changeset);

        refused.ExitCode.Should().Be(4);
        refused.Output.Should().Contain("replay rehearse");
        rehearsed.ExitCode.Should().Be(0, rehearsed.Output + rehearsed.Errors);
        rehearsed.Output.Should().Contain("On erp-sandbox");
        again.ExitCode.Should().Be(2);
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task All_faults_of_the_configuration_come_together_and_end_with_4()
    {
        var changeset = await Two.RecordMainJobAsync();
        var ran = await Ran.ReplayAsync(
            new Dictionary<string, string?> { ["DOLIBARR_CHANGESETS"] = Two.Folder, ["DOLIBARR_TARGET"] = "Prod", ["DOLIBARR_PROD_URL"] = "nonsense", ["DOLIBARR_SETTLE_SECONDS"] = "soon" }, changeset, "--json");

        ran.ExitCode.Should().Be(4);
        CodesOf(ran).Should().Contain(["target-unknown", "url-malformed", "settle-malformed"]);
    }

    [Theory]
    [InlineData("3601")]
    [InlineData("-1")]
    [InlineData("")]
    public async Task A_wait_that_makes_no_sense_is_refused(string seconds)
    {
        var changeset = await Two.RecordMainJobAsync();
        var ran = await Ran.ReplayAsync(new Dictionary<string, string?>(Person) { ["DOLIBARR_SETTLE_SECONDS"] = seconds }, changeset, "--json");
        ran.ExitCode.Should().Be(4);
        CodesOf(ran).Should().Equal("settle-malformed");
    }

    [Fact]
    public async Task A_prod_that_does_not_answer_ends_with_1_and_is_named()
    {
        var changeset = await Two.RecordMainJobAsync();
        var ran = await Ran.ReplayAsync(new Dictionary<string, string?>(Person) { ["DOLIBARR_PROD_URL"] = "http://127.0.0.1:1" }, changeset);
        ran.ExitCode.Should().Be(1);
        ran.Output.Should().Contain("✗").And.Contain("erp");
    }

    private async Task EnterOnProdAsync(string thirdParty)
    {
        using var person = Prod.ClientOf("admin");
        using var body = new StringContent(thirdParty, System.Text.Encoding.UTF8, "application/json");
        (await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_part_of_a_changeset_is_planned_with_what_it_needs_and_the_command_to_confirm_that_part()
    {
        var changeset = await Two.RecordMainJobAsync();

        var ran = await ReplayAsync(changeset, "--only", "op2");

        ran.ExitCode.Should().Be(2);
        ran.Output.Should().ContainAll("of ⟨4⟩ operations; op1 because others need it", "--only op2");
        (await ReplayAsync(changeset, "--only", "op2", "--json")).Json.GetProperty("plan").GetProperty("only").EnumerateArray().Select(o => o.GetString()).Should().Equal("op1", "op2");
    }

    [Theory]
    [InlineData("op9", "op1 to op4")]
    [InlineData(",", "--only names no operation")]
    public async Task A_part_that_is_none_is_refused_with_how_to_name_one(string only, string advice)
    {
        var changeset = await Two.RecordMainJobAsync();

        var ran = await ReplayAsync(changeset, "--only", only);

        ran.ExitCode.Should().Be(1);
        (ran.Output + ran.Errors).Should().Contain(advice);
    }

    [Fact]
    public async Task A_part_is_confirmed_by_its_own_code_and_said_to_be_a_part()
    {
        var changeset = await Two.RecordMainJobAsync();
        var code = (await ReplayAsync(changeset, "--only", "op2", "--json")).Json.GetProperty("plan").GetProperty("code").GetString()!;

        var ran = await ReplayAsync("--confirm", changeset, "--only", "op2", "--code", code);

        ran.ExitCode.Should().Be(0);
        ran.Output.Should().Contain("Done: the part that was selected is on erp");
        Writes.Should().Be(2);
    }
}
