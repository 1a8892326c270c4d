namespace DolibarrAgent.Intake;

/// <summary>Why a document was not read: a stable code, what happened to what, and what to do now.</summary>
public sealed record Refusal(string Code, string Message, string Remedy);

/// <summary>Something a person should see. <see cref="Where"/> names the fact (<c>BT-31</c>, <c>BT-131/2</c>) where there is one.</summary>
public sealed record IntakeWarning(string Code, string Text, string? Where = null)
{
    /// <summary>What the warnings of several lines may have in common: those of one code and one reason are said once. Null where each is said.</summary>
    internal string? Reason { get; init; }
}
