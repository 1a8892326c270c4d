using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>What came of reading one file. Closed: the five cases below and no other.</summary>
public abstract record DocumentOutcome
{
    private DocumentOutcome()
    {
    }

    /// <summary>An electronic invoice, with what looked wrong while it was read and checked.</summary>
    public sealed record Parsed(InvoiceFacts Facts, ImmutableArray<IntakeWarning> Warnings) : DocumentOutcome
    {
        /// <summary>The files that stand inside the XML.</summary>
        public ImmutableArray<SourceFile> Embedded { get; init; } = [];

        /// <summary>Where it was read from pages: each value with its place.</summary>
        public PageReading? Printed { get; init; }
    }

    /// <summary>Well-formed, and something else: an order, a status message, a format that is not read here.</summary>
    public sealed record NotAnInvoice(Refusal Reason) : DocumentOutcome;

    /// <summary>Nothing for a machine to read in it: a PDF without XML, a locked PDF, a mail without files.</summary>
    public sealed record NoStructuredData(Refusal Reason) : DocumentOutcome
    {
        /// <summary>Of a PDF: what it would do when somebody opens it. It may yet be attached to the invoice that it came with.</summary>
        internal ImmutableArray<IntakeWarning> Deeds { get; init; } = [];

        /// <summary>What its pages say, where they were read.</summary>
        public PageReading? Printed { get; init; }

        /// <summary>The same, with those of several possible numbers first that have the form of the supplier's earlier ones.</summary>
        public NoStructuredData Ranked(ImmutableArray<string> earlier)
        {
            if (Printed is not { Number: PageField<string>.Several { Candidates: var candidates } } printed
                || candidates.Where(one => NumberForm.IsLike(one.Value, earlier)).ToImmutableArray() is not { IsEmpty: false } like)
            {
                return this;
            }
            var ranked = printed with { Number = new PageField<string>.Several([.. like, .. candidates.Except(like)]) };
            // Beside what is said of other files.
            var said = Reason.Message.Replace(PrintedWarnings.NotProven(printed).Message, PrintedWarnings.NotProven(ranked, earlier[0])
                .Message, StringComparison.Ordinal);
            return this with { Printed = ranked, Reason = Reason with { Message = said } };
        }
    }

    /// <summary>It should have been readable and is not: truncated, hostile, too large.</summary>
    public sealed record Rejected(Refusal Reason) : DocumentOutcome;

    /// <summary>A container: what it holds was taken out, and is looked at by itself.</summary>
    public sealed record Opened : DocumentOutcome;

    /// <summary>Why it was not read; null where it was.</summary>
    public Refusal? Refusal => this switch
    {
        NotAnInvoice o => o.Reason,
        NoStructuredData o => o.Reason,
        Rejected o => o.Reason,
        _ => null,
    };

    /// <summary>The word for it in JSON: <c>parsed</c>, <c>not-an-invoice</c>, <c>no-structured-data</c>, <c>rejected</c>; <c>opened</c> for a container.</summary>
    public string Word => this switch
    {
        Parsed => "parsed",
        NotAnInvoice => "not-an-invoice",
        NoStructuredData => "no-structured-data",
        Opened => "opened",
        _ => "rejected",
    };
}
