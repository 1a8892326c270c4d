namespace DolibarrAgent.ReplayTool.Tests;

public sealed class ConfirmingTests : ProgramTest
{
    [Fact]
    public async Task The_plans_code_replays_it_and_tells_of_each_operation_and_its_page()
    {
        var changeset = await Two.RecordMainJobAsync();

        var ran = await ReplayAsync("--confirm", changeset, "--code", await CodeAsync(changeset));

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(
            "op1 create thirdparty … applied", "op2 create supplierInvoice … applied", "op3 attach supplierInvoice … applied", "op4 validate supplierInvoice … applied");
        ran.Output.Should().Contain($"{Prod.Address}fourn/facture/card.php?facid=5000 ⟨op2, op3, op4⟩").And.Contain("Done: all of it is on erp");
    }

    [Fact]
    public async Task A_second_confirmation_writes_nothing_and_ends_with_0()
    {
        var changeset = await Two.RecordMainJobAsync();
        var code = await CodeAsync(changeset);
        await ReplayAsync("--confirm", changeset, "--code", code);
        var before = Writes;

        var again = await ReplayAsync("--confirm", changeset, "--code", code, "--json");

        again.ExitCode.Should().Be(0);
        again.Json.GetProperty("operations").EnumerateArray().Select(o => o.GetProperty("outcome").GetString()).Should().OnlyContain(o => o == "already-applied");
        again.Json.GetProperty("operations")[0].GetProperty("link").GetString().Should().Be($"{Prod.Address}societe/card.php?socid=5000");
        Writes.Should().Be(before).And.BeGreaterThan(0);
    }

    [Theory]
    [InlineData("00000000")]
    [InlineData("yes")]
    [InlineData("")]
    public async Task A_wrong_code_is_refused_with_4_and_nothing_is_written(string code)
    {
        var ran = await ReplayAsync("--confirm", await Two.RecordMainJobAsync(), "--code", code);

        ran.ExitCode.Should().Be(4);
        ran.Errors.Should().Contain("wrong-code");
        Writes.Should().Be(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_terminal_and_without_a_code_nothing_is_taken_for_a_yes(bool json)
    {
        var ran = await ReplayAsync(["--confirm", await Two.RecordMainJobAsync(), .. json ? new[] { "--json" } : []]);

        ran.ExitCode.Should().Be(4);
        (json ? ran.Output : ran.Errors).Should().Contain("--code");
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task A_code_that_comes_through_a_pipe_is_not_typed_by_a_person()
    {
        var changeset = await Two.RecordMainJobAsync();
        var code = await CodeAsync(changeset);

        using var process = Ran.Start(Person, "--confirm", changeset);
        await process.StandardInput.WriteLineAsync(code);
        process.StandardInput.Close();
        var ran = await Ran.EndAsync(process);

        ran.ExitCode.Should().Be(4);
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task A_person_types_the_code_in_a_terminal()
    {
        var changeset = await Two.RecordMainJobAsync();

        var ran = await Ran.TypingAsync(Person, await CodeAsync(changeset), "--confirm", changeset);

        ran.ExitCode.Should().Be(0, ran.Output);
        ran.Output.Should().Contain("Code: ");
        Writes.Should().BeGreaterThan(0);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("y")]
    [InlineData("")]
    public async Task What_is_typed_and_is_not_the_code_is_refused_after_one_attempt(string typed)
    {
        var ran = await Ran.TypingAsync(Person, $"{typed}\n{typed}", "--confirm", await Two.RecordMainJobAsync());

        ran.ExitCode.Should().Be(4, ran.Output);
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task With_json_nobody_is_asked_even_in_a_terminal()
    {
        var changeset = await Two.RecordMainJobAsync();
        (await Ran.TypingAsync(Person, await CodeAsync(changeset), "--confirm", changeset, "--json")).ExitCode.Should().Be(4);
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task Without_the_key_that_writes_nothing_is_even_planned()
    {
        var ran = await Ran.ReplayAsync(Two.Variables(), "--confirm", await Two.RecordMainJobAsync(), "--code", "00000000", "--json");

        ran.ExitCode.Should().Be(1);
        CodesOf(ran).Should().Equal("key-missing");
        Prod.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Verify_ends_with_2_before_and_with_0_after()
    {
        var changeset = await Two.RecordMainJobAsync();
        var before = await ReplayAsync("verify", changeset);
        await ConfirmedAsync(changeset);
        var after = await ReplayAsync("verify", changeset);

        before.ExitCode.Should().Be(2);
        after.ExitCode.Should().Be(0);
        after.Output.Should().Contain("as the sandbox had it");
    }

    [Fact]
    public async Task What_was_taken_from_prod_since_is_not_done_again_and_not_said_to_be_there()
    {
        var changeset = await Two.RecordMainJobAsync();
        var code = await CodeAsync(changeset);
        await ReplayAsync("--confirm", changeset, "--code", code);
        Prod.Reset();

        var again = await ReplayAsync("--confirm", changeset, "--code", code);
        var verified = await ReplayAsync("verify", changeset);

        again.ExitCode.Should().Be(3);
        again.Output.Should().Contain("gone-from-target op1").And.Contain("--again-after-restore").And.NotContain("already.");
        verified.ExitCode.Should().Be(3);
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task Who_mistypes_the_code_is_asked_once_more()
    {
        var changeset = await Two.RecordMainJobAsync();

        var ran = await Ran.TypingAsync(Person, $"mistyped\n{await CodeAsync(changeset)}", "--confirm", changeset);

        ran.ExitCode.Should().Be(0, ran.Output);
        ran.Output.Should().Contain("not the code of this plan. Once more:");
    }

    [Fact]
    public async Task Who_mistypes_it_twice_is_refused()
    {
        var ran = await Ran.TypingAsync(Person, "mistyped\nmistyped\nmistyped", "--confirm", await Two.RecordMainJobAsync());

        ran.ExitCode.Should().Be(4, ran.Output);
        ran.Output.Should().Contain("wrong-code");
        Writes.Should().Be(0);
    }
}
