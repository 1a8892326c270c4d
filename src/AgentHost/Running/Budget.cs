using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// What of the bounds is used. Asked before every call of the model and of a function: once it has said no, it says no
/// to all. A write that has begun goes to its end.
/// </summary>
internal sealed class Budget : IDisposable
{
    private const int BytesOfAToken = 4;

    private readonly TimeProvider clock;
    private readonly long began;
    private readonly CancellationToken person;
    private readonly CancellationTokenSource time;
    private readonly CancellationTokenSource either;
    private Call call;
    private long settled;

    public Budget(Bounds bounds, TimeProvider clock, CancellationToken person)
    {
        (Bounds, this.clock, this.person) = (bounds, clock, person);
        began = clock.GetTimestamp();
        time = new CancellationTokenSource(bounds.Time, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(person, time.Token);
    }

    public Bounds Bounds { get; }

    /// <summary>Cancelled when the time is up, or when the person stops it.</summary>
    public CancellationToken Stop => either.Token;

    /// <summary>Why nothing new is started; null as long as something may be.</summary>
    public Problem? Reached { get; private set; }

    public int Steps { get; private set; }

    public TimeSpan Time => clock.GetElapsedTime(began);

    /// <summary>So far, the call that is under way included as far as it is known.</summary>
    public long Tokens => settled + OfCall;

    /// <summary>Whether some of <see cref="Tokens"/> were not reported and are estimated.</summary>
    public bool Estimated { get; private set; }

    /// <summary>One more call of the model, with a request of so many bytes; false where it may not be made.</summary>
    public bool TakeStep(long bytes)
    {
        Settle();
        if (MayGoOn() && Steps == Bounds.Steps)
        {
            Reach(Codes.BoundSteps, "steps", string.Create(CultureInfo.InvariantCulture, $"The model was called {Steps} times."));
        }
        if (Reached is not null)
        {
            return false;
        }
        Steps++;
        call = new Call(bytes, 0, null);
        return true;
    }

    /// <summary>The model says more, this many characters of it.</summary>
    public void Said(int characters) => call.Answered += characters;

    /// <summary>The endpoint says what the call under way has cost.</summary>
    public void Reported(long tokens) => call.Reported = tokens;

    /// <summary>Whether anything may begin. Looks at time, tokens and the person.</summary>
    public bool MayGoOn()
    {
        if (person.IsCancellationRequested)
        {
            Reached ??= new Problem(Codes.Stopped, "run", "It was stopped.", "What was done until then is in the changeset.");
        }
        if (time.IsCancellationRequested)
        {
            Reach(Codes.BoundTime, "seconds", string.Create(CultureInfo.InvariantCulture, $"{Bounds.Time.TotalSeconds:0} seconds are over."));
        }
        if (Tokens >= Bounds.Tokens)
        {
            Reach(Codes.BoundTokens, "tokens", string.Create(CultureInfo.InvariantCulture, $"{Tokens} tokens are used{(Estimated || call.Reported is null ? " by estimate" : "")}."));
        }
        return Reached is null;
    }

    /// <summary>The bound on writes was met where every write passes.</summary>
    public void ReachWrites() => Reach(Codes.BoundWrites, "writes", string.Create(CultureInfo.InvariantCulture, $"{Bounds.Writes} operations were tried."));

    public void Dispose()
    {
        either.Dispose();
        time.Dispose();
    }

    // What is asked is estimated only where nothing was reported by the end: before, only the answer counts.
    private long OfCall => call.Reported ?? call.Answered / BytesOfAToken;

    /// <summary>The call before is over: what it cost is what was reported, or an estimate.</summary>
    public void Settle()
    {
        settled += call.Reported ?? (call.Asked + call.Answered) / BytesOfAToken;
        Estimated |= call is { Reported: null, Asked: > 0 };
        call = default;
    }

    private void Reach(ProblemCode code, string bound, string message) =>
        Reached ??= new Problem(code, bound, $"{message} This is the bound; nothing was begun after it.");

    /// <summary>The call of the model that is under way: bytes asked, characters answered, tokens reported.</summary>
    private record struct Call(long Asked, long Answered, long? Reported);
}
