using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Why a document was not read: a code of the register, what happened to what, and what to do now.</summary>
public sealed record Refusal(ProblemCode Code, string Message, string Remedy)
{
    /// <summary>One for which the remedy of its code says enough.</summary>
    public Refusal(ProblemCode code, string message)
        : this(code, message, (code ?? throw new ArgumentNullException(nameof(code))).Remedy)
    {
    }
}

/// <summary>Something a person should see. <see cref="Where"/> names the fact (<c>BT-31</c>, <c>BT-131/2</c>) where there is one.</summary>
public sealed record IntakeWarning(string Code, string Text, string? Where = null)
{
    /// <summary>What the warnings of several lines may have in common: those of one code and one reason are said once. Null where each is said.</summary>
    internal string? Reason { get; init; }
}
