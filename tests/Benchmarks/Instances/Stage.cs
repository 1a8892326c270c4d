using DolibarrAgent.Changesets;

namespace DolibarrAgent.Benchmarks;

/// <summary>What one run is done on: a prod that does not have the job yet and, for a replay, a sandbox that has it with its changeset.</summary>
/// <param name="Marker">Begins the marker of each object: the changeset's id.</param>
/// <param name="Loaded">The changeset; null where the stage is for the floor, which needs none.</param>
internal sealed record Stage(Job Job, string Marker, Target Target, LoadedChangeset? Loaded) : IAsyncDisposable
{
    /// <summary>Prod, where it is simulated and so tells what it was asked.</summary>
    public Simulated? Prod { get; init; }

    /// <summary>The sandbox, where it is simulated. It outlives the stage.</summary>
    public Simulated? Sandbox { get; init; }

    public async ValueTask DisposeAsync()
    {
        if (Prod is not null)
        {
            await Prod.DisposeAsync();
        }
    }
}

/// <summary>Where a benchmark of the replay takes place.</summary>
internal interface IGround : IAsyncDisposable
{
    /// <summary>What a reader of the figures must know of it.</summary>
    IReadOnlyList<string> Facts { get; }

    /// <summary>Does what is done once, before anything is measured.</summary>
    Task PrepareAsync(CancellationToken cancel);

    Task<Stage> ForFloorAsync(CancellationToken cancel);

    Task<Stage> ForReplayAsync(CancellationToken cancel);
}
