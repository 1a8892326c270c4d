using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;

namespace DolibarrAgent.Desk;

/// <summary>A replay that was begun from a page, as far as it is.</summary>
/// <param name="number">Of the desk, from 1.</param>
/// <param name="shown">The plan that was confirmed.</param>
internal sealed class Run(int number, ShownPlan shown) : IReplayProgress
{
    private readonly Lock gate = new();
    private ImmutableList<RunEvent> events = [];
    private TaskCompletionSource changed = New();
    private string changeset = shown.Ids is [var only] ? only : "";

    /// <summary>In the address of its page.</summary>
    public string Name => number.ToString(CultureInfo.InvariantCulture);

    public ShownPlan Shown => shown;

    /// <summary>What came of it; null while it runs.</summary>
    public Worked<BatchReplay>? Result { get; private set; }

    /// <summary>What happened so far, oldest first.</summary>
    public ImmutableList<RunEvent> Events
    {
        get
        {
            lock (gate)
            {
                return events;
            }
        }
    }

    /// <summary>Ends at the next thing that happens after these, or at once where more has happened, or all has.</summary>
    public Task AfterAsync(int seen, CancellationToken cancel)
    {
        lock (gate)
        {
            return events.Count > seen || Result is not null ? Task.CompletedTask : changed.Task.WaitAsync(cancel);
        }
    }

    public void Ended(Worked<BatchReplay> result)
    {
        lock (gate)
        {
            Result = result;
            changed.TrySetResult();
        }
    }

    public void Sending(Operation operation, int attempt) => Add(new RunEvent.Sending(changeset, operation, attempt));

    public void Waiting(Operation operation, DateTimeOffset until) => Add(new RunEvent.Waiting(changeset, operation, until));

    public void Ended(ReplayedOperation operation) => Add(new RunEvent.Ended(changeset, operation));

    public void Beginning(LoadedChangeset loaded, int number, int of)
    {
        changeset = loaded.Changeset.Id;
        Add(new RunEvent.Begun(changeset, number, of));
    }

    public void Away(string sentence) => Add(new RunEvent.Away(changeset, sentence));

    private void Add(RunEvent happened)
    {
        lock (gate)
        {
            events = events.Add(happened);
            changed.TrySetResult();
            changed = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Something that happened in a replay. Closed.</summary>
/// <param name="Changeset">The changeset that it is about, by its id.</param>
internal abstract record RunEvent(string Changeset)
{
    public sealed record Begun(string Changeset, int Number, int Of) : RunEvent(Changeset);

    public sealed record Sending(string Changeset, Operation Operation, int Attempt) : RunEvent(Changeset);

    public sealed record Waiting(string Changeset, Operation Operation, DateTimeOffset Until) : RunEvent(Changeset);

    public sealed record Ended(string Changeset, ReplayedOperation Operation) : RunEvent(Changeset);

    /// <param name="Sentence">Which server is away, and for how long.</param>
    public sealed record Away(string Changeset, string Sentence) : RunEvent(Changeset);
}
