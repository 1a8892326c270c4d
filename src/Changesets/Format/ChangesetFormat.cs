using System.Collections.Immutable;

namespace DolibarrAgent.Changesets;

/// <summary>
/// A written form of a changeset. Each is frozen: the bytes of a file are its identity, so what once was written must be
/// written to the same bytes for good. What is to be written otherwise is a new format beside the old ones.
/// </summary>
public sealed class ChangesetFormat
{
    private ChangesetFormat(string name) => Name = name;

    /// <summary>The first: lists of texts are broken before their end alone, and names are ASCII.</summary>
    public static ChangesetFormat First { get; } = new("dolibarr-changeset/1");

    /// <summary>What is recorded now: lists of texts on one line, names and values escaped alike.</summary>
    public static ChangesetFormat Current { get; } = new("dolibarr-changeset/1.1");

    /// <summary>All that are read and written, the oldest first.</summary>
    public static ImmutableArray<ChangesetFormat> All { get; } = [First, Current];

    /// <summary>The first member of the file.</summary>
    public string Name { get; }

    /// <summary>The format by this name; null if there is none.</summary>
    public static ChangesetFormat? Named(string? name) => All.FirstOrDefault(format => format.Name == name);

    public override string ToString() => Name;
}
