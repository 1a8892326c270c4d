using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Risks;

/// <summary>What came of reading one piece of evidence again, by the reader that the recorder used. Closed.</summary>
public abstract record ReadEvidence
{
    private ReadEvidence() { }

    /// <summary>It was read, whatever stands in it.</summary>
    public sealed record Done : ReadEvidence
    {
        /// <summary>What its headers say, where it is a mail.</summary>
        public ReadMail? Mail { get; init; }

        /// <summary>The file itself, or every file in the mail or the container.</summary>
        public ImmutableArray<ReadFile> Files { get; init; } = [];

        /// <summary>The invoices in it, with what the reader warns of.</summary>
        public ImmutableArray<InvoiceRead> Invoices { get; init; } = [];
    }

    /// <summary>It could not be read within the limits.</summary>
    /// <param name="Why">As a sentence.</param>
    public sealed record Failed(string Why) : ReadEvidence;
}

/// <summary>What a mail says.</summary>
public sealed record ReadMail(string? MessageId, string? From, string? Subject)
{
    /// <summary>All that can be read in it as text, its headers, the names of its files and the messages in it among it.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether it has words of its own, beside headers and files.</summary>
    public bool HasBody { get; init; }
}

/// <summary>A file that was read.</summary>
/// <param name="Name">Cleaned, as a recorder keeps it.</param>
/// <param name="Says">What it says, where it is an invoice; none otherwise.</param>
public sealed record ReadFile(Digest Sha256, string Name, Fields Says)
{
    /// <summary>Where it says it, as far as that was read from pages.</summary>
    public ImmutableArray<ReadPlace> Places { get; init; } = [];

    /// <summary>Why its pages were not read, or not all of them; null where they were, or nobody had to.</summary>
    public string? PagesUnread { get; init; }
}

/// <summary>Where a page shows one thing that its document says.</summary>
/// <param name="Said">The field, as in <see cref="ReadFile.Says"/>.</param>
/// <param name="Row">The whole line of the page, as text.</param>
/// <param name="Page">The page.</param>
/// <param name="Box">Where on it.</param>
public sealed record ReadPlace(string Said, string Row, ReadPage Page, ReadBox Box);

/// <summary>A page as it was read. Lengths are in points, of the page as it stands upright.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Quarters">By how many quarters it was turned to the right for that.</param>
public sealed record ReadPage(int Number, double Width, double Height, int Quarters);

/// <summary>A rectangle on a page, in points from its top left corner.</summary>
public readonly record struct ReadBox(double Left, double Top, double Right, double Bottom);

/// <summary>One invoice that was read.</summary>
/// <param name="Files">The files that carry it.</param>
/// <param name="Warnings">What the reader warns of in it.</param>
/// <param name="Parties">From whom and for whom it is.</param>
/// <param name="OpenKinds">How many of its lines do not say whether they are goods or a service.</param>
public sealed record InvoiceRead(ImmutableArray<Digest> Files, ImmutableArray<Warning> Warnings, Parties Parties, int OpenKinds);
