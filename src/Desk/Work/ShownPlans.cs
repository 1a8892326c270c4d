using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Replay;

namespace DolibarrAgent.Desk;

/// <summary>A plan as it was shown.</summary>
/// <param name="Number">Of the desk, from 1.</param>
/// <param name="Ids">The changesets, as they were chosen.</param>
/// <param name="Plan">What was shown.</param>
internal sealed record ShownPlan(int Number, ImmutableArray<string> Ids, BatchPlan Plan)
{
    /// <summary>In the address of its page.</summary>
    public string Name => Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The changeset that takes signatures and nothing else is in the way of; null where the plan is not of that one alone.
    /// </summary>
    public BatchMember? ToSign => Plan.Members is [{ Plan: { Problems.IsEmpty: true, Needs.IsEmpty: false } } one] ? one : null;

    /// <summary>Where its statement lies; null until it was made.</summary>
    public string? Statement { get; init; }
}

/// <summary>The plans that were shown last.</summary>
internal sealed class ShownPlans
{
    private const int Most = 50;

    private readonly Lock gate = new();
    private ImmutableSortedDictionary<int, ShownPlan> plans = ImmutableSortedDictionary<int, ShownPlan>.Empty;
    private int last;

    public ShownPlan Keep(ImmutableArray<string> ids, BatchPlan plan)
    {
        lock (gate)
        {
            var shown = new ShownPlan(++last, ids, plan);
            plans = plans.Add(shown.Number, shown).Remove(shown.Number - Most);
            return shown;
        }
    }

    /// <summary>That its statement was made.</summary>
    public void Stated(ShownPlan shown, string path)
    {
        lock (gate)
        {
            plans = plans.ContainsKey(shown.Number) ? plans.SetItem(shown.Number, shown with { Statement = path }) : plans;
        }
    }

    /// <summary>The plan of this name; null where it was shown long ago, or never.</summary>
    public ShownPlan? Named(string name)
    {
        lock (gate)
        {
            return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? plans.GetValueOrDefault(number) : null;
        }
    }
}
