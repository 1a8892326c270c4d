using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>A definite no. Where it answers a write, nothing was changed.</summary>
/// <param name="HttpStatus">The status that came back; 0 when this client refused by itself and sent nothing.</param>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">Dolibarr's own words, the database's too, on one line, without the key.</param>
/// <param name="Advice">What to do now.</param>
public sealed record DolibarrError(int HttpStatus, string Code, string Message, string Advice)
{
    /// <summary>One line for a person.</summary>
    public override string ToString() => $"{Code}: {FullStop.After(Message)} {Advice}";
}

/// <summary>No answer that can be relied on.</summary>
/// <param name="Code">One of <see cref="NoAnswerCodes"/>.</param>
/// <param name="MayHaveTakenEffect">True for a write that left this machine: Dolibarr may have done it. Probe before sending again.</param>
/// <param name="Message">What happened, without the key.</param>
/// <param name="Advice">What to do now.</param>
public sealed record NoAnswer(string Code, bool MayHaveTakenEffect, string Message, string Advice)
{
    /// <summary>One line for a person.</summary>
    public override string ToString() => $"{Code}: {FullStop.After(Message)} {Advice}";
}
