namespace DolibarrAgent.Changesets;

/// <summary>What an operation rests on: an email, a file, or a person's instruction. Closed.</summary>
public abstract record Evidence
{
    private Evidence() { }

    /// <summary>Short and readable: <c>mail</c>, <c>pdf</c>, <c>instruction</c>.</summary>
    public required string Id { get; init; }

    public abstract string Kind { get; }

    /// <summary>The digest of its bytes, kept as a blob; null if there are none.</summary>
    public virtual Digest? Blob => null;

    public sealed record Email : Evidence
    {
        public required Digest Sha256 { get; init; }

        public required long Size { get; init; }

        public string? MessageId { get; init; }

        public string? From { get; init; }

        public string? Subject { get; init; }

        public override string Kind => "email";

        public override Digest Blob => Sha256;
    }

    public sealed record File : Evidence
    {
        /// <summary>The email that it came in, by evidence id; null where it came by itself.</summary>
        public string? In { get; init; }

        /// <summary>Its name, cleaned: fit to be shown and stored, never used as a path.</summary>
        public required string Name { get; init; }

        public required Digest Sha256 { get; init; }

        public required long Size { get; init; }

        /// <summary>What the document says by itself, read without a model: number, dates, seller, totals.</summary>
        public Fields Says { get; init; } = Fields.None;

        public override string Kind => "file";

        public override Digest Blob => Sha256;
    }

    public sealed record Instruction : Evidence
    {
        public required string Text { get; init; }

        public string? By { get; init; }

        public override string Kind => "instruction";
    }
}
