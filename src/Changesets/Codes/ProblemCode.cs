namespace DolibarrAgent.Changesets;

/// <summary>What kind of reason a problem is. What a program ends with follows from it.</summary>
public enum ProblemKind
{
    /// <summary>What is asked for and what is there do not fit: <c>replay</c> ends with 3, <c>agent</c> with 4.</summary>
    Conflict,

    /// <summary>A server, a disk or a setting keeps a program from its work: both end with 1.</summary>
    Failure,

    /// <summary>A rule says no: both end with 4.</summary>
    Refusal,
}

/// <summary>Who is told of a problem, and so for whom it is explained.</summary>
public enum Whose
{
    /// <summary>Who starts a program, or reads what a changeset or a replay came to.</summary>
    Person,

    /// <summary>The model that calls the skill; a person reads of it in what the agent reports. No replay gives it.</summary>
    Model,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>A code of <see cref="Codes"/>, with what always holds where it is given. There are no others.</summary>
public sealed class ProblemCode
{
    internal ProblemCode(string text, ProblemKind kind, Whose whose, string remedy) =>
        (Text, Kind, Whose, Remedy) = (text, kind, whose, remedy);

    /// <summary>Stable, in kebab-case, for programs: <c>unknown-member</c>. It stands in files and in <c>--json</c>.</summary>
    public string Text { get; }

    public ProblemKind Kind { get; }

    public Whose Whose { get; }

    /// <summary>What to do. A place that knows more says it more exactly.</summary>
    public string Remedy { get; }

    public bool IsOneOf(params ReadOnlySpan<ProblemCode> codes) => codes.Contains(this);

    public override string ToString() => Text;
}
