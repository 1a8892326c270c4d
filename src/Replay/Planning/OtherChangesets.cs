using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>
/// The changesets that lie beside the planned one, and those in the configured folder. They are looked at only where a
/// reference found nothing, to say which of them makes what it names, and for risks (<see cref="ContactRisks"/>).
/// </summary>
/// <param name="pastOf">What the ledger knows of a changeset, by its id.</param>
internal sealed class OtherChangesets(LoadedChangeset planned, string folder, MakerWords words, Func<string, CancellationToken, Task<Past>> pastOf)
{
    private readonly Lazy<ImmutableArray<ChangesetOnDisk>> all = new(() =>
        [.. new[] { Path.GetDirectoryName(planned.Folder), folder }.OfType<string>().SelectMany(ChangesetsOnDisk.In)
            .Where(other => other.Changeset.Id != planned.Changeset.Id).DistinctBy(other => other.Changeset.Id)
            .OrderBy(other => Likelihood(other.Changeset))]);

    /// <summary>Those that can be read, what waits first.</summary>
    public ImmutableArray<ChangesetOnDisk> All => all.Value;

    /// <summary>What the ledger knows of one of them.</summary>
    public Task<Past> PastAsync(string changeset, CancellationToken cancel) => pastOf(changeset, cancel);

    /// <summary>The problem of what is not there, with who makes it where that is known.</summary>
    public async Task<Problem> TellAsync(Problem problem, Absent absent, CancellationToken cancel)
    {
        foreach (var other in all.Value)
        {
            if (new Making(other.Changeset).Of(absent) is { } maker)
            {
                var past = await pastOf(other.Changeset.Id, cancel);
                return words.Made(problem, other, maker, past.Of(maker.Id).Applied);
            }
        }
        return words.Unknown(problem);
    }

    private static int Likelihood(Changeset changeset) => changeset.State switch { ChangesetState.Finished => 0, ChangesetState.Open => 1, _ => 2 };
}
