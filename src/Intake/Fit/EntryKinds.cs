namespace DolibarrAgent.Intake;

/// <summary>Decides what a document becomes, from its type code (UNTDID 1001) and the sign of its total.</summary>
internal static class EntryKinds
{
    public static (EntryKind Kind, IntakeWarning? Warning) Of(InvoiceFacts facts)
    {
        var total = facts.Totals.Gross ?? facts.Totals.Net ?? 0;
        var type = facts.TypeCode ?? (facts.Syntax == InvoiceSyntax.UblCreditNote ? "381" : null);
        return (type, total < 0) switch
        {
            ("380", false) => (EntryKind.Invoice, null),
            ("381", false) => (EntryKind.CreditNote, null),
            ("386", false) => (EntryKind.Deposit, null),

            // A hire invoice is an ordinary invoice for a rental; the review says so.
            ("387", false) => (EntryKind.Invoice, new("type-unusual", "The type is 387 (hire invoice); it is entered as an ordinary invoice.", "BT-3")),
            ("380", true) => ForAPerson("An invoice (380) with a negative total is a credit note under another name."),
            ("381", true) => ForAPerson("A credit note (381) with a negative total would take a credit back."),
            (null, _) => ForAPerson("The document does not say whether it is an invoice or a credit note."),
            _ => ForAPerson($"The type {type} ({Name(type)}) has no one meaning in Dolibarr."),
        };
    }

    private static (EntryKind, IntakeWarning?) ForAPerson(string text) =>
        (EntryKind.ForAPerson, new("type-for-a-person", $"{text} A person has to decide how it is entered.", "BT-3"));

    private static string Name(string type) => type switch
    {
        "261" => "self-billed credit note",
        "325" => "proforma",
        "326" => "partial invoice",
        "384" => "correction",
        "386" => "deposit",
        "389" => "self-billed invoice",
        "393" => "factored invoice",
        "396" => "factored credit note",
        "575" => "insurer's invoice",
        "751" => "accounting information",
        "875" or "876" or "877" => "construction invoice",
        _ => "unknown",
    };
}
