using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>
/// Which requests go wrong, and how: by number, by seed, or both. A plan is a pure function of the requests' numbers,
/// so that equal plans and equal orders of requests give equal faults.
/// </summary>
public sealed record FaultPlan
{
    /// <summary>Nothing goes wrong.</summary>
    public static readonly FaultPlan None = new([]);

    private readonly ImmutableArray<Rule> rules;

    private FaultPlan(ImmutableArray<Rule> rules) => this.rules = rules;

    /// <summary>Strikes one request.</summary>
    /// <param name="counted">What <paramref name="number"/> counts.</param>
    /// <param name="number">From 1; each request that arrived whole counts, whatever is answered.</param>
    /// <param name="fault">What goes wrong with it.</param>
    public static FaultPlan At(CountedRequests counted, int number, Fault fault)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentNullException.ThrowIfNull(fault);
        return new([new OneRequest(counted, number, fault)]);
    }

    /// <summary>Strikes requests at random, yet the same ones for the same seed.</summary>
    /// <param name="counted">Which requests may be struck.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="rate">The share of requests that are struck, 0 to 1.</param>
    /// <param name="kinds">The faults to choose among, each as likely as any other; at least one.</param>
    public static FaultPlan Seeded(CountedRequests counted, long seed, double rate, ImmutableArray<Fault> kinds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, 1);
        if (kinds.IsDefaultOrEmpty)
        {
            throw new ArgumentException("there must be a kind of fault to choose", nameof(kinds));
        }

        return new([new AtRandom(counted, seed, rate, kinds)]);
    }

    /// <summary>Both plans. Where both strike one request, this one does.</summary>
    public FaultPlan And(FaultPlan other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(rules.AddRange(other.rules));
    }

    /// <summary>What strikes a request, by its number among all and among those of its kind; null when nothing does.</summary>
    internal Fault? Strikes(int number, bool isWrite, int numberOfKind)
    {
        foreach (var rule in rules)
        {
            var asked = rule.Counted switch
            {
                CountedRequests.All => number,
                CountedRequests.Writes when isWrite => numberOfKind,
                CountedRequests.Reads when !isWrite => numberOfKind,
                _ => 0,
            };
            if (asked > 0 && rule.Strikes(asked) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private abstract record Rule(CountedRequests Counted)
    {
        public abstract Fault? Strikes(int number);
    }

    private sealed record OneRequest(CountedRequests Counted, int Number, Fault Fault) : Rule(Counted)
    {
        public override Fault? Strikes(int number) => number == Number ? Fault : null;
    }

    private sealed record AtRandom(CountedRequests Counted, long Seed, double Rate, ImmutableArray<Fault> Kinds) : Rule(Counted)
    {
        public override Fault? Strikes(int number) =>
            SeededChoice.Of(Seed, number) is var choice && choice.Share < Rate ? Kinds[choice.Among(Kinds.Length)] : null;
    }
}
