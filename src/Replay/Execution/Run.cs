using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>One replay under way: what has ended how, and where its objects are on the target. Several parts may ask at once.</summary>
internal sealed class Run(Side target, Plan plan)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ReplayedOperation> ended = new(StringComparer.Ordinal);
    private bool givenUp;

    public Dependencies Dependencies { get; } = Dependencies.Of(plan.Loaded.Changeset);

    public Site Site { get; private set; } = target.SiteFor(plan.Loaded, Bindings.None);

    /// <summary>Every selected operation, in recorded order.</summary>
    public ImmutableArray<ReplayedOperation> Ended => [.. plan.Selected.Select(o => ended[o.Id])];

    public ReplayedOperation? this[string operation] => ended.GetValueOrDefault(operation);

    /// <summary>Those of which all that they need is applied; the others have ended by that.</summary>
    public ImmutableArray<Operation> Begin(ImmutableArray<Operation> operations)
    {
        lock (gate)
        {
            return [.. operations.Where(MayBegin)];
        }
    }

    /// <summary>What became of those that were begun together. Where the target did not answer for any of them, nothing more is begun.</summary>
    public ImmutableArray<ReplayedOperation> End(ImmutableArray<Operation> operations, ImmutableArray<Performed> performed)
    {
        lock (gate)
        {
            ImmutableArray<ReplayedOperation> all = [.. operations.Zip(performed, End)];
            givenUp |= all.Length > 0 && all.All(one => one.Outcome is Outcomes.NotReached or Outcomes.Unknown);
            return all;
        }
    }

    /// <summary>It was so before.</summary>
    public void End(Operation operation, string outcome, long? id) => End(target.Replayed(operation, outcome, id, []), isNew: false);

    private bool MayBegin(Operation operation)
    {
        var missing = Dependencies.Needs(operation.Id).FirstOrDefault(need => this[need] is not { } before || !Outcomes.IsDone(before.Outcome));
        if (missing is null && !givenUp)
        {
            return true;
        }
        ended[operation.Id] = target.Replayed(operation, Outcomes.NotReached, null, [missing is null
            ? new Problem(Codes.NotReached, operation.Id, $"{target.Name} stopped answering before its turn came.", "Run the same command again when it does.")
            : new Problem(Codes.NotReached, operation.Id, $"It needs {missing}, which was not applied.", $"See to {missing} first, then run the same command again.")]);
        return false;
    }

    private ReplayedOperation End(Operation operation, Performed performed)
    {
        var one = performed switch
        {
            Performed.Applied applied => target.Replayed(operation, Outcomes.Of(applied), applied.Id, []) with { Held = applied.Held, Assumed = applied.Assumed },
            Performed.Conflict conflict => target.Replayed(operation, Outcomes.Conflict, conflict.Id, conflict.Problems),
            Performed.Unknown unknown => target.Replayed(operation, Outcomes.Unknown, null, [unknown.Problem]),
            Performed.Failed failed => target.Replayed(operation, Outcomes.Failed, null, [failed.Problem]),
            Performed.NotReached away => target.Replayed(operation, Outcomes.NotReached, null, [away.Problem]),
            _ => throw new ArgumentException("What was performed came out in one of five ways.", nameof(performed)),
        };
        return End(one, isNew: performed is Performed.Applied { Already: false });
    }

    private ReplayedOperation End(ReplayedOperation one, bool isNew)
    {
        ended[one.Operation.Id] = one;
        if (one is { Operation: Operation.Create, Id: { } id } && Outcomes.IsDone(one.Outcome))
        {
            Site = Site with { Bindings = Site.Bindings.With(one.Operation.Id, id, isNew) };
        }
        return one;
    }
}
