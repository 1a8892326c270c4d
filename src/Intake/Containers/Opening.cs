using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// What came of opening one container: the files in it, each with <see cref="SourceFile.In"/>, and what came of the
/// container itself. Files and a refusal can come together: of an archive some files may be locked or damaged.
/// </summary>
internal sealed record Opening(ImmutableArray<SourceFile> Files, DocumentOutcome Outcome)
{
    /// <summary>Whether the container is a signature around its one file.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether its one file may be a part of a mail, with headers of its own.</summary>
    public bool MayBeMail { get; init; }

    public static Opening Refused(DocumentOutcome outcome) => new([], outcome);
}
