namespace DolibarrAgent.Intake;

/// <summary>
/// The signs of a document and of what it becomes. Dolibarr's credit notes have negative prices; a document's have either
/// sign. In between every credit note is worked on as if its amounts were positive.
/// </summary>
internal sealed record Signs(EntryKind Kind, bool IsNegative)
{
    public static Signs Of(InvoiceFacts facts, EntryKind kind) => new(kind, EntryKinds.IsNegative(facts));

    public bool IsCredit => Kind == EntryKind.CreditNote;

    public List<Entry> Positive(List<Entry> entries) => IsCredit && IsNegative ? entries.ConvertAll(e => e.Negated()) : entries;

    public WantedTotals Positive(WantedTotals wanted) => wanted.Negated(IsCredit && IsNegative);

    /// <summary>A line that was worked on as positive, as Dolibarr has it.</summary>
    public DolibarrLine OfDolibarr(DolibarrLine line) => IsCredit && line.UnitPrice != 0 ? line with { UnitPrice = -line.UnitPrice } : line;
}
