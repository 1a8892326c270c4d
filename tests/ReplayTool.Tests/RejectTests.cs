namespace DolibarrAgent.ReplayTool.Tests;

/// <summary>A person's no.</summary>
public sealed class RejectTests : ProgramTest
{
    [Fact]
    public async Task What_was_rejected_is_not_planned_and_not_replayed_and_says_who_said_no_and_why()
    {
        var changeset = await Two.RecordMainJobAsync();
        var code = await CodeAsync(changeset);

        var rejected = await ReplayAsync("reject", changeset, "--reason", "the invoice is for our neighbour");
        var (planned, confirmed) = (await ReplayAsync(changeset), await ReplayAsync("--confirm", changeset, "--code", code));

        rejected.ExitCode.Should().Be(0, rejected.Errors);
        rejected.Output.Should().Contain("Rejected").And.Contain("agent discard");
        (planned.ExitCode, confirmed.ExitCode).Should().Be((4, 4));
        planned.Output.Should()
            .Contain("changeset-rejected").And.Contain("the invoice is for our neighbour").And.Contain(Environment.UserName);
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task It_is_kept_in_the_ledger_and_told_by_the_history_and_by_the_list()
    {
        var changeset = await Two.RecordMainJobAsync();
        await ReplayAsync("reject", changeset, "--reason", "not ours");

        (await ReplayAsync("history", changeset)).Output.Should().Contain("rejected by").And.Contain("not ours");
        (await ReplayAsync("status", "--all")).Output.Should().Contain("rejected by").And.Contain("not ours");
        (await ReplayAsync("status")).Output.Should().Contain("Not listed: 1 rejected");
    }

    [Fact]
    public async Task It_can_be_taken_back_and_then_the_changeset_is_replayed()
    {
        var changeset = await Two.RecordMainJobAsync();
        await ReplayAsync("reject", changeset, "--reason", "not ours");

        (await ReplayAsync("reject", changeset, "--undo", "--reason", "it is ours after all")).ExitCode.Should().Be(0);

        await ConfirmedAsync(changeset);
        (await ReplayAsync("history", changeset)).Output.Should().Contain("rejection taken back by").And.Contain("it is ours after all");
    }

    [Fact]
    public async Task What_is_on_prod_is_not_rejected_any_more()
    {
        var changeset = await Two.RecordMainJobAsync();
        await ConfirmedAsync(changeset);

        await RefusedAsync("already-replayed", "reject", changeset, "--reason", "too late");
    }

    [Fact]
    public async Task Twice_is_refused_and_so_is_taking_back_what_nobody_rejected()
    {
        var changeset = await Two.RecordMainJobAsync();

        await RefusedAsync("not-rejected", "reject", changeset, "--undo", "--reason", "why not");
        await ReplayAsync("reject", changeset, "--reason", "not ours");
        await RefusedAsync("changeset-rejected", "reject", changeset, "--reason", "again");
    }

    [Theory]
    [InlineData]
    [InlineData("--reason", "")]
    public async Task Without_a_reason_nobody_says_no(params string[] reason) =>
        (await ReplayAsync(["reject", await Two.RecordMainJobAsync(), .. reason])).ExitCode.Should().Be(1);

    private async Task RefusedAsync(string code, params string[] arguments)
    {
        var ran = await ReplayAsync([.. arguments, "--json"]);
        ran.ExitCode.Should().Be(4);
        CodesOf(ran).Should().Equal(code);
    }
}
