using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>The instances that a plan looks at.</summary>
/// <param name="Target">The one that would be written to, with the key that reads.</param>
/// <param name="TargetToWrite">The same with the key that writes, where there is one: only to prove its rights.</param>
/// <param name="Sandbox">The one that the changeset was recorded on; null where it is itself the target.</param>
public sealed record PlanningSides(Side Target, Side? TargetToWrite, Side? Sandbox)
{
    /// <summary>What was written down about the instances.</summary>
    public EnrolledTargets Enrolled { get; init; } = EnrolledTargets.None;

    /// <summary>Our company by the settings.</summary>
    public OwnCompany Company { get; init; } = OwnCompany.Unknown;

    /// <summary>Whose recording the planned changeset is.</summary>
    public RecorderSignature Recorder { get; init; } = new RecorderSignature.Absent();

    /// <summary>What other changesets do on the target before the planned one.</summary>
    internal EarlierWork Earlier { get; init; } = EarlierWork.None;

    /// <summary>Where to look for the maker of what the target does not have; null where nobody looks.</summary>
    internal OtherChangesets? Others { get; init; }
}

/// <summary>One instance, to read.</summary>
public sealed record Side(Instance Instance, ServerUrl Server, DolibarrReader Read) : IDisposable
{
    private readonly SharedReader shared = new(Read);

    public string Name => Instance.Name;

    public static Side Of(Endpoint endpoint, Connection connection) => new(endpoint.Instance, endpoint.Server, DolibarrReader.Open(connection));

    public void Dispose() => Read.Dispose();

    /// <summary>This instance as the operations of a changeset see it.</summary>
    internal Site SiteFor(LoadedChangeset loaded, Bindings bindings) => new(Name, shared, loaded.Changeset, loaded.BytesOf, bindings);

    /// <summary>An operation that ended, with the link to its object here.</summary>
    internal ReplayedOperation Replayed(Operation operation, string outcome, long? id, ImmutableArray<Problem> problems) =>
        new(operation, outcome, id, id is { } at && operation is not Operation.Delete ? Server.Page(Catalogue.Named(operation.Resource)!.PageOf(at)) : null, problems);

    /// <summary>The rights that its key lacks, each by name; the whole as a problem where they cannot be proven.</summary>
    internal async Task<IReadOnlyList<Problem>> MissingAsync(IEnumerable<Right> needed, string toDo, CancellationToken cancel)
    {
        var user = await Read.Users.OwnRightsAsync(cancel);
        if (user is not Answer<OwnUser>.Ok { Value: var own })
        {
            return [user.ProblemOf($"the key to {toDo} {Name}")];
        }
        return [.. own.Rights.Missing(needed.DistinctBy(r => r.Name)).Select(right => new Problem(
            Codes.RightMissing, $"the key to {toDo} {Name}", $"Its user '{own.Login}' may not {right}.", $"Give the user that right on {Name}, then plan again."))];
    }
}
