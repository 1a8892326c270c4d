using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.ReplayTool;

/// <remarks>The queue and batches.</remarks>
internal sealed partial class JsonView
{
    private static QueueJson Of(QueueFolder queue, bool all) => new(
        queue.Folder,
        Of(queue.Changesets.Where(one => all || one.IsToDo || one.State == QueueState.Open).ToImmutableArray()),
        [.. queue.Unreadable.SelectMany(one => one.Problems).Select(Of)]);

    private static ImmutableArray<QueuedJson> Of(ImmutableArray<QueuedChangeset> listed) =>
        [.. listed.Zip(Headline.OfAll(listed.Select(one => one.Changeset), Language.English), Of)];

    private static QueuedJson Of(QueuedChangeset one, Headline headline) => new(
        one.Changeset.Id, one.OnDisk.Path, one.Changeset.Title, one.OnDisk.Digest.Hex, StateOf(one.State))
    {
        Headline = Of(headline),
        Applied = one.Applied,
        Operations = one.Changeset.Operations.Length,
        WaitsFor = one.WaitsFor.IsEmpty
            ? null
            : [.. one.WaitsFor.Select(need => new NeedJson(need.On, need.Path, StateOf(need.State), need.By.Id, need.For.Id))],
        Reason = one.Changeset.Recorded.Reason,
        Rejected = one.Past.Rejection is { } no ? new RejectionJson(Moments.Text(no.At), no.By, no.Reason) : null,
    };

    private static HeadlineJson Of(Headline headline) => new()
    {
        Supplier = headline.Numbers.IsEmpty ? null : headline.Supplier.ToString(),
        Numbers = headline.Numbers.IsEmpty ? null : [.. headline.Numbers.Select(number => number.ToString())],
        Due = headline.Due is { } due ? Days.Text(due) : null,
        Total = headline.Total is { } total ? Decimals.Money(total) : null,
        Currency = headline.Currency.Length == 0 ? null : headline.Currency,
        Loudest = headline.Loudest is { } loudest ? new WarningJson(loudest.Code.ToString(), loudest.On.ToString(), loudest.Text.ToString())
            : null,
    };

    private static BatchJson Of(BatchPlan plan, ImmutableArray<EndedMember> ended) => new(
        plan.Code.Length > 0 ? plan.Code : null,
        plan.Digest.Hex,
        [.. plan.Members.Select(member =>
            Of(member, ended.FirstOrDefault(one => one.Member.Loaded.Changeset.Id == member.Loaded.Changeset.Id)))])
    {
        Unreadable = plan.Unreadable.IsEmpty ? null : Problems(plan.Unreadable),
    };

    private static MemberJson Of(BatchMember member, EndedMember? ended) => new(
        Of(member.Loaded), member.Loaded.Folder, StandingOf(member.Standing), Of(member.Plan))
    {
        Exit = ended is null ? null : (int)ended.ExitCode,
        Operations = ended?.Came is ConfirmedReplay.Done done ? Done(done.Replayed.Operations) : null,
        Problems = ended is null ? [.. member.Problems.Select(WithGate)] : Problems(ended.Problems),
    };

    private static string StateOf(QueueState state) => state.Word.English;

    private static string StandingOf(MemberStanding standing) => standing switch
    {
        MemberStanding.ToDo => "to-replay",
        MemberStanding.Nothing => "already-there",
        _ => "left-out",
    };
}
