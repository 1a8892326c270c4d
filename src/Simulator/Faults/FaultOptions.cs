using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;

namespace DolibarrAgent.Simulator;

/// <summary>The arguments of the program <c>simulator</c> that let calls go wrong.</summary>
internal sealed class FaultOptions
{
    private readonly Option<string[]> placed = new("--fault")
    {
        Description = $"What goes wrong with one call, as write:3=lost; calls are counted from 1 over all (request:N), over all but GET (write:N), or over GET (read:N). Faults: {FaultText.All}.",
    };

    private readonly Option<string?> seed = new("--fault-seed") { Description = "A whole number by which calls are struck at random, the same ones each time; together with --fault-rate." };
    private readonly Option<string?> rate = new("--fault-rate") { Description = "The share of calls that are struck at random, 0 to 1; together with --fault-seed." };
    private readonly Option<string[]> kinds = new("--fault-kind") { Description = "A fault to strike with at random; all that need nothing after a colon where none is given." };

    public void AddTo(RootCommand root)
    {
        root.Add(placed);
        root.Add(seed);
        root.Add(rate);
        root.Add(kinds);
    }

    /// <summary>The plan; what is wrong with the arguments goes to <paramref name="refusals"/>.</summary>
    public FaultPlan Read(ParseResult parsed, ImmutableArray<string>.Builder refusals)
    {
        var plan = FaultPlan.None;
        foreach (var text in parsed.GetValue(placed) ?? [])
        {
            if (FaultText.ReadPlaced(text, out var refusal) is { } one)
            {
                plan = plan.And(one);
            }
            else
            {
                refusals.Add(refusal);
            }
        }

        return plan.And(AtRandom(parsed, refusals));
    }

    private FaultPlan AtRandom(ParseResult parsed, ImmutableArray<string>.Builder refusals)
    {
        var given = (parsed.GetValue(kinds) ?? []).Select(text => (Fault: FaultText.Read(text, out var refusal), Refusal: refusal)).ToImmutableArray();
        refusals.AddRange(given.Select(kind => kind.Refusal).Where(refusal => refusal.Length > 0));
        var (seedText, rateText) = (parsed.GetValue(seed), parsed.GetValue(rate));
        if (seedText is null || rateText is null)
        {
            if (seedText is not null || rateText is not null || !given.IsEmpty)
            {
                refusals.Add("--fault-seed and --fault-rate are given together, or neither of them nor --fault-kind");
            }

            return FaultPlan.None;
        }

        var isSeed = long.TryParse(seedText, CultureInfo.InvariantCulture, out var number);
        if (!isSeed || !double.TryParse(rateText, CultureInfo.InvariantCulture, out var share) || share is not (>= 0 and <= 1))
        {
            refusals.Add(isSeed ? $"--fault-rate is 0 to 1, not '{rateText}'" : $"--fault-seed is a whole number, not '{seedText}'");
            return FaultPlan.None;
        }

        ImmutableArray<Fault> faults = given.IsEmpty ? FaultText.Plain : [.. given.Select(kind => kind.Fault).OfType<Fault>()];
        return faults.IsEmpty ? FaultPlan.None : FaultPlan.Seeded(CountedRequests.All, number, share, faults);
    }
}
