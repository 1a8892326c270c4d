using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>One operation on its way: what is known of it so far.</summary>
internal sealed class Course(ToDo toDo, OperationKind kind, Patience patience)
{
    /// <summary>How often one operation is sent before it is left for a person.</summary>
    private const int Attempts = 3;

    private Answer<long>.Refused? refusal;
    private string silence = "";
    private bool isErrored;
    private DateTimeOffset? repeated;

    public Operation Operation { get; } = toDo.Operation;

    public OperationKind Kind { get; } = kind;

    /// <summary>Since when a server may still be busy with it, or have done it without our knowing.</summary>
    public DateTimeOffset? InDoubtSince { get; private set; } = toDo.Sent;

    /// <summary>How often it was sent by this run.</summary>
    public int Attempt { get; private set; }

    /// <summary>Why it may be sent now; null while it may not.</summary>
    public Standing.Ready? Ready { get; private set; }

    /// <summary>The id that the target gave when it accepted it; nothing more is sent from then on.</summary>
    public long? Accepted { get; private set; }

    public Performed? Result { get; private set; }

    public bool IsOpen => Result is null;

    /// <summary>How it stands: before it was ever sent, or after it was refused, for a refusal too is only the server's word.</summary>
    public void Looked(Standing standing, Site site) => Result = (refusal, standing) switch
    {
        (null, _) => Fresh(standing, site),
        (_, Standing.Done done) => Is(done, already: false, site),
        ({ Problem: var no }, Standing.Conflict conflict) => new Performed.Conflict(null, [.. conflict.Problems.Select(p => p with { Message = $"{site.Name} refused it ({FullStop.Without(no.Message)}), and holds something else now. {p.Message}" })]),
        ({ HttpStatus: >= 500, Problem: var no }, Standing.Unseen unseen) => new Performed.Unknown(unseen.Problem with { Message = $"{site.Name} refused it ({FullStop.Without(no.Message)}), and what became of it could not be read there. {unseen.Problem.Message}" }),
        ({ } no, _) => new Performed.Failed(no.ProblemOf(Operation.Id)),
    };

    private Performed? Fresh(Standing standing, Site site) => standing switch
    {
        Standing.Ready ready => Stay(ready),
        // It was absent when this was confirmed, and has come with our marker since.
        Standing.Done when Attempt == 0 && OtherLedger.IsTrace(Operation, standing, toDo.NeverSent) => new Performed.Conflict(null, [OtherLedger.ProblemOf(Operation, site.Name)]),
        Standing.Done done => Is(done, already: true, site),
        Standing.Conflict conflict => new Performed.Conflict(null, conflict.Problems),
        Standing.Unseen unseen => new Performed.NotReached(unseen.Problem),
        _ => throw Early(standing),
    };

    /// <summary>How it stands once a server is taken to be done with what was sent.</summary>
    public void Settled(Standing standing, Site site)
    {
        var doubt = new Doubt(Operation, site.Name, patience);
        Result = standing switch
        {
            Standing.Done done => Is(done, already: false, site),
            Standing.Conflict conflict => new Performed.Conflict(null, conflict.Problems),
            Standing.Unseen { Problem: var problem } => new Performed.Unknown(doubt.Unseen(problem)),
            Standing.Ready when refusal is { } no => new Performed.Failed(no.ProblemOf(Operation.Id)),
            // An earlier run sent it: whoever confirmed this one was told so, and it has yet to be sent by this one.
            Standing.Ready ready when Attempt == 0 => Stay(ready),
            Standing.Ready when isErrored => new Performed.Unknown(doubt.Errored(silence)),
            Standing.Ready when !Kind.TakesEffectOnce && !patience.IsGiven => new Performed.Unknown(doubt.MayStillCome(InDoubtSince!.Value)),
            Standing.Ready when Attempt >= Attempts => new Performed.Unknown(doubt.NoAnswer(Attempts, silence)),
            Standing.Ready ready => Stay(ready),
            _ => throw Early(standing),
        };
    }

    /// <summary>It is about to be sent.</summary>
    public Standing.Ready Begin()
    {
        Attempt++;
        repeated = Kind.TakesEffectOnce ? null : InDoubtSince;
        return Ready!;
    }

    /// <summary>What came back.</summary>
    /// <returns>Whether more may be sent at once.</returns>
    public bool Answered(Answer<long> answer, DateTimeOffset now)
    {
        Ready = null;
        switch (answer)
        {
            case Answer<long>.Ok { Value: var id }:
                Accepted = id;
                return true;
            // Later, then: nothing was done, and nothing is wrong with it. A key that is refused was just seen to be right.
            case Answer<long>.Refused { Problem.Code: var code } when Attempt < Attempts && code.IsOneOf(Codes.TooManyRequests, Codes.WrongKey):
            case Answer<long>.Unanswered { MayHaveTakenEffect: false, Problem.Code: var down } when Attempt < Attempts && down.IsOneOf(Codes.DatabaseDown, Codes.KeyUnread):
                return false;
            case Answer<long>.Refused no:
                refusal = no;
                // What was sent before may have arrived by now, and be the very reason why this was refused.
                InDoubtSince = InDoubtSince is null ? null : now;
                return true;
            case Answer<long>.Unanswered { MayHaveTakenEffect: false } when InDoubtSince is null:
                Result = new Performed.NotReached(answer.ProblemOf(Operation.Id));
                return false;
            default:
                InDoubtSince = now;
                isErrored = answer is Answer<long>.Unanswered { Problem: var failed } && failed.Code.IsOneOf(Codes.ServerError, Codes.DatabaseDown);
                silence = answer.ProblemOf(Operation.Id).Message;
                return false;
        }
    }

    /// <summary>What the target holds after it accepted it.</summary>
    public void ReadBack(Standing standing, Site site) => Result = standing switch
    {
        Standing.Done done => Is(done, already: false, site),
        Standing.Conflict { Held: { } held } when StoredOtherwise(held, site) is { } otherwise => otherwise,
        Standing.Conflict conflict => new Performed.Conflict(Accepted, conflict.Problems),
        Standing.Unseen { Problem: var problem } => new Performed.Unknown(problem with { Message = $"{site.Name} accepted it, but the result could not be read back. {problem.Message}", Remedy = $"{problem.Remedy} Then run the same command again." }),
        _ => new Performed.Conflict(Accepted, [new Problem(Codes.NotStored, Operation.Id, $"{site.Name} accepted it, but nothing of it can be found there.", $"Look at it on {site.Name}, and correct it there by hand.")]),
    };

    private Performed Is(Standing.Done done, bool already, Site site) => StoredOtherwise(done.Held, site) is { } otherwise
        ? otherwise
        : new Performed.Applied(done.Id ?? Accepted, done.Held, already) { Assumed = repeated is { } since ? new Doubt(Operation, site.Name, patience).Assumed(since) : "" };

    private Performed.Conflict? StoredOtherwise(Fields held, Site site)
    {
        var differences = Standings.Unlike(Operation, held, site.Changeset);
        return differences.IsEmpty ? null : new Performed.Conflict(Accepted, [Accepted is null ? Standings.NotAsRecorded(Operation, site.Name, differences) : Standings.StoredOtherwise(Operation, site.Name, differences)]);
    }

    private Performed? Stay(Standing.Ready ready)
    {
        Ready = ready;
        return null;
    }

    private InvalidOperationException Early(Standing standing) => new($"{Operation.Id} was begun before what it needs was done: {standing.GetType().Name}.");
}
