using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Recording;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The changeset of a session: what was done so far, and its end.</summary>
public sealed class ChangesetSkill
{
    private readonly Session session;

    internal ChangesetSkill(Session session) => this.session = session;

    /// <summary>As it is now; null before the first operation.</summary>
    public Changeset? Current => Path is null ? null : session.Targets.OpenRecorder?.Changeset;

    /// <summary>Its file; null before the first operation.</summary>
    public string? Path => session.Targets.OpenRecorder?.Path;

    /// <summary>The changesets of this session that were finished or discarded, in order.</summary>
    public ImmutableArray<EndResult.Ended> Ended { get; private set; } = [];

    /// <summary>Ends it: from now on a person can review and replay it. The next write begins another.</summary>
    public Task<Result<EndResult.Ended>> FinishAsync(CancellationToken cancel) => EndAsync(recorder => recorder.FinishAsync(cancel), cancel);

    /// <summary>Takes everything that was done out of the sandbox again. What could not be is in <c>LeftBehind</c>, each with what to do by hand.</summary>
    public Task<Result<EndResult.Ended>> DiscardAsync(CancellationToken cancel) => EndAsync(recorder => recorder.DiscardAsync(cancel), cancel);

    private async Task<Result<EndResult.Ended>> EndAsync(Func<Recorder, Task<EndResult>> end, CancellationToken cancel)
    {
        var recorder = await session.Targets.RecordAsync(cancel);
        return await recorder.ThenAsync(async open =>
        {
            switch (await end(open))
            {
                case EndResult.Ended ended:
                    session.Forget();
                    Ended = Ended.Add(ended);
                    return Result.Ok(ended);
                case EndResult.Refused refused:
                    return new Result<EndResult.Ended>.Refused(refused.Problems);
                default:
                    throw new InvalidOperationException("A changeset's end is one of two.");
            }
        });
    }
}
