using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>Something that a field names by its code or ref, where each target has a number of its own: <c>paymentTerms</c> <c>30D</c>.</summary>
internal sealed record Named(string Field, string Name);

/// <summary>The look on one target for something that a field names.</summary>
internal sealed record NamedLook(Named Name, Task<Resolution> Found);

/// <summary>What an operation names, found on one target.</summary>
internal static class NamedHere
{
    /// <summary>
    /// A standing from which an operation goes on, with the numbers of what it names; or, where something of that is not
    /// there, the conflict that lists it all. Any other standing as it is.
    /// </summary>
    public static async Task<Standing> WithAsync(Standing standing, string operation, IEnumerable<NamedLook> named)
    {
        if (standing is not (Standing.Ready or Standing.Waiting))
        {
            return standing;
        }
        var found = new List<(Named Name, Resolution Found)>();
        foreach (var (name, looking) in named)
        {
            found.Add((name, await looking));
        }
        if (found.Select(one => one.Found).OfType<Resolution.Unseen>().FirstOrDefault() is { } unseen)
        {
            return Standings.Unseen(unseen.Problem with { Place = operation });
        }
        var missing = found.Select(one => one.Found).OfType<Resolution.Not>().SelectMany(not => not.Problems).Select(problem => problem with { Place = operation }).Distinct().ToImmutableArray();
        if (!missing.IsEmpty)
        {
            return new Standing.Conflict(missing);
        }
        var here = found.Select(one => (one.Name, One: (Resolution.One)one.Found)).ToList();
        standing = standing with { Seen = [.. standing.Seen, .. here.SelectMany(one => one.One.Seen)] };
        return standing is Standing.Ready ready ? ready with { Named = here.ToImmutableDictionary(one => one.Name, one => one.One.Id) } : standing;
    }

    /// <summary>The same for what is sent without a look before, such as what takes an operation back.</summary>
    public static async Task<Answer<Standing.Ready>> ReadyAsync(long on, string operation, IEnumerable<NamedLook> named) =>
        await WithAsync(new Standing.Ready(on), operation, named) switch
        {
            Standing.Ready ready => new Answer<Standing.Ready>.Ok(ready),
            Standing.Conflict { Problems: [var first, ..] } => Refused(first),
            Standing.Unseen { Problem: var problem } => Refused(problem),
            _ => throw new InvalidOperationException("What may be sent stays so, or something that it names is not there."),
        };

    private static Answer<Standing.Ready> Refused(Problem problem) => new Answer<Standing.Ready>.Refused(problem);
}
