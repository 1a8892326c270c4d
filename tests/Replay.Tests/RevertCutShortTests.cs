using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A revert whose answers or requests are lost, and the revert of a replay that was cut short.</summary>
public class RevertCutShortTests : RevertTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_deletion_whose_answer_is_lost_takes_effect_once(int lost)
    {
        var made = await RehearsedAsync();
        var before = TwoInstances.Writes(Prod).Count();

        var replayed = await ThroughAsync(made.Path, proxy => proxy.LosesAnswer = number => number == lost);

        replayed.Operations.Select(o => o.Outcome).Should().Equal(Outcomes.Applied, Outcomes.Applied);
        replayed.ExitCode.Should().Be(ExitCode.Done);
        (TwoInstances.Writes(Prod).Count() - before).Should().Be(2);
        (await PlanAsync(made.Path)).HasNothingToDo.Should().BeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_deletion_that_never_arrived_is_sent_again(int lost)
    {
        var made = await RehearsedAsync();

        (await ThroughAsync(made.Path, proxy => proxy.LosesRequest = number => number == lost)).ExitCode.Should().Be(ExitCode.Done);

        (await ProdAsync("supplierinvoices")).Should().Be("[]");
    }

    [Fact]
    public async Task A_revert_that_was_cut_short_goes_on_where_it_was()
    {
        var made = await RehearsedAsync();
        var cut = await ThroughAsync(made.Path, proxy => proxy.LosesRequest = number => number > 1);
        cut.Operations.Select(o => o.Outcome).Should().Equal(Outcomes.Applied, Outcomes.Unknown);

        (await ReplayAsync(made.Path)).Operations.Select(o => o.Outcome).Should().Equal(Outcomes.AlreadyApplied, Outcomes.Applied);

        TwoInstances.Writes(Prod).Count(w => w.Method == "DELETE").Should().Be(2);
    }

    [Fact]
    public async Task A_supplier_is_not_touched_where_its_invoice_could_not_be_deleted()
    {
        var made = await RehearsedAsync();

        var replayed = await ThroughAsync(made.Path, proxy => proxy.LosesRequest = _ => true);

        replayed.Operations.Select(o => o.Outcome).Should().Equal(Outcomes.Unknown, Outcomes.NotReached);
    }

    [Theory]
    [InlineData(1, "delete thirdparty")]
    [InlineData(2, "delete supplierInvoice", "delete thirdparty")]
    [InlineData(3, "delete supplierInvoice", "delete thirdparty")]
    public async Task A_replay_that_was_cut_short_is_taken_back_as_far_as_it_was_applied(int arrived, params string[] expected)
    {
        var path = await Two.RecordMainJobAsync();
        await ThroughAsync(path, proxy => proxy.LosesRequest = number => number > arrived);

        var made = await MadeAsync(path);

        made.Left.Should().BeEmpty();
        made.Revert.Changeset.Operations.Select(o => $"{o.Do} {o.Resource}").Should().Equal(expected);
        made.Notes.Should().Contain(n => n.Contains("cannot be rehearsed", StringComparison.Ordinal) && n.Contains("erp-sandbox", StringComparison.Ordinal), "the sandbox has the whole job");
    }

    [Fact]
    public async Task What_a_replay_sent_and_never_heard_of_is_taken_back_where_prod_has_it()
    {
        await KnownEverywhereAsync();
        var path = await RecordAsync(mainJob: false, Update(Known, Fields.None.With("phone", "0909090909")));
        await ReplayAsync(path);
        await ForgetAsync(path, EntryKind.Answered, EntryKind.Outcome, EntryKind.Finished);

        (await MadeAsync(path)).Revert.Changeset.Operations.Should().ContainSingle().Which.Asked.TextOf("phone").Should().Be("0101010101");
    }

    private async Task<RevertResult.Made> RehearsedAsync()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        var made = await MadeAsync(path);
        await RehearseAsync(made.Path);
        return made;
    }

    private async Task<Replayed> ThroughAsync(string path, Action<LossyProxy> losing)
    {
        await using var proxy = await LossyProxy.BeforeAsync(Prod.Address);
        losing(proxy);
        var variables = new Dictionary<string, string?>(Two.ReplayVariables()) { ["DOLIBARR_PROD_URL"] = proxy.Address.ToString() };
        await using var session = ((SessionResult.Open)ReplaySession.Open(variables, Purpose.Confirm, new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, Patience))).Session;
        var loaded = await LoadAsync(path);
        var code = (await session.PlanAsync(loaded, Cancel)).Code;
        return (await session.ConfirmAsync(loaded, code, Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;
    }
}
