using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>What came of a call: a value, a refusal by Dolibarr, or no answer that can be relied on.</summary>
/// <typeparam name="T">What the call gives when it succeeds.</typeparam>
public abstract record Answer<T>
{
    private Answer()
    {
    }

    /// <summary>Dolibarr did it. For a write that is only its word: read back.</summary>
    public sealed record Ok(T Value) : Answer<T>;

    /// <summary>Dolibarr, or this client, said no. A refused write had no effect.</summary>
    /// <param name="Problem">
    /// Why, with one of <see cref="ErrorCodes"/> and Dolibarr's own words, the database's too, on one line, without the key. Its
    /// place is for the caller to say.
    /// </param>
    /// <param name="HttpStatus">The status that came back; 0 when this program refused by itself and sent nothing.</param>
    public sealed record Refused(Problem Problem, int HttpStatus = 0) : Answer<T>;

    /// <summary>Nothing that can be relied on came back.</summary>
    /// <param name="Problem">
    /// What happened, with one of <see cref="NoAnswerCodes"/>, without the key. Its place is for the caller to say.
    /// </param>
    /// <param name="MayHaveTakenEffect">
    /// True for a write that left this machine: Dolibarr may have done it. Probe before sending again.
    /// </param>
    public sealed record Unanswered(Problem Problem, bool MayHaveTakenEffect) : Answer<T>;

    /// <summary>The same outcome with the value made into another.</summary>
    public Answer<TOther> Map<TOther>(Func<T, TOther> make) => Then(value => new Answer<TOther>.Ok(make(value)));

    /// <summary>The same outcome, or what the next step makes of the value.</summary>
    public Answer<TOther> Then<TOther>(Func<T, Answer<TOther>> next) => this switch
    {
        Ok ok => next(ok.Value),
        Refused refused => new Answer<TOther>.Refused(refused.Problem, refused.HttpStatus),
        Unanswered unanswered => new Answer<TOther>.Unanswered(unanswered.Problem, unanswered.MayHaveTakenEffect),
        _ => throw new InvalidOperationException("An answer is one of three."),
    };

    /// <summary>The same outcome, or what the next call answers.</summary>
    public Task<Answer<TOther>> ThenAsync<TOther>(Func<T, Task<Answer<TOther>>> next) => this switch
    {
        Ok ok => next(ok.Value),
        _ => Task.FromResult(Then<TOther>(_ => throw new InvalidOperationException("Only a value goes on."))),
    };
}
