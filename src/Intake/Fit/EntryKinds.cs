using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Decides what a document becomes: by a person's word, else by its type and the sign of its total.</summary>
public static class EntryKinds
{
    /// <summary>What it becomes by itself; <see cref="EntryKind.ForAPerson"/> where only a person can say.</summary>
    public static EntryKind Of(InvoiceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return IsOfOtherRoot(facts) ? EntryKind.ForAPerson : DocumentTypes.KindOf(DocumentTypes.CodeOf(facts), IsNegative(facts));
    }

    /// <summary>What it becomes: what a person said that it is, else what it is by itself.</summary>
    public static EntryKind Of(InvoiceFacts facts, EntryKind? decided) => decided ?? Of(facts);

    /// <summary>Whether its totals are negative: a credit note that is written so has Dolibarr's own sign.</summary>
    internal static bool IsNegative(InvoiceFacts facts) => (Total(facts) ?? 0) < 0;

    /// <summary>What a person should know of the type; nothing where it is the usual one.</summary>
    internal static IEnumerable<IntakeWarning> Warnings(InvoiceFacts facts, EntryKind? decided)
    {
        var (code, kind) = (DocumentTypes.CodeOf(facts), Of(facts, decided));
        if (decided is null && kind == EntryKind.ForAPerson)
        {
            yield return new("type-for-a-person", $"{WhyForAPerson(facts, code)} A person has to say how it is entered.", "BT-3");
            yield break;
        }

        if (facts.TypeCode is null && facts.Syntax != InvoiceSyntax.Unstructured)
        {
            yield return new("type-from-root", $"The document gives no type; its form is that of {(facts.Syntax == InvoiceSyntax.UblCreditNote ? "a credit note" : "an invoice")}, and so it is entered.", "BT-3");
        }
        else if (code is not (DocumentTypes.Commercial or DocumentTypes.Credit or DocumentTypes.Deposit))
        {
            yield return new("type-named", $"The type is {code} ({DocumentTypes.NameOf(code) ?? "not known"}); it is entered as {Words(kind)}.", "BT-3");
        }

        if (kind == EntryKind.CreditNote && IsNegative(facts))
        {
            var itself = DocumentTypes.KindOf(code, isNegative: false);
            yield return itself == EntryKind.CreditNote
                ? new("credit-note-negative", $"The document is a credit note and writes its total as {Decimals.Cents(Total(facts))}; it is entered as one of {Decimals.Cents(-Total(facts))}. If the supplier means that you owe it, discard this, and enter an invoice by hand.", "BT-112")
                : new("negative-invoice", $"The document calls itself {Words(itself)} and its total is {Decimals.Cents(Total(facts))}; it is entered as a credit note.", "BT-112");
        }
    }

    private static decimal? Total(InvoiceFacts facts) => facts.Totals.Gross ?? facts.Totals.Net;

    // An invoice by its root that is a credit note by its type is one without doubt only where its amounts are negative too.
    private static bool IsOfOtherRoot(InvoiceFacts facts) => facts is { TypeCode: { } code } && facts.Syntax switch
    {
        InvoiceSyntax.UblCreditNote => DocumentTypes.KindOf(code, isNegative: false) != EntryKind.CreditNote && !DocumentTypes.IsKindOfCreditNote(code),
        InvoiceSyntax.UblInvoice => DocumentTypes.KindOf(code, isNegative: false) == EntryKind.CreditNote && !IsNegative(facts),
        _ => false,
    };

    private static string WhyForAPerson(InvoiceFacts facts, string code) => (IsOfOtherRoot(facts), DocumentTypes.NameOf(code)) switch
    {
        (true, var name) => $"Its root element says {(facts.Syntax == InvoiceSyntax.UblCreditNote ? "credit note" : "invoice")}, and its type is {code} ({name ?? "not known"}).",
        (false, { } name) when DocumentTypes.IsRequest(code) => $"The type {code} ({name}) is not an invoice yet: one follows.",
        (false, { } name) => $"The type {code} ({name}) can be entered in more than one way.",
        _ => $"The type {code} is not known.",
    };

    private static string Words(EntryKind kind) => kind switch
    {
        EntryKind.CreditNote => "a credit note",
        EntryKind.Deposit => "a deposit invoice",
        EntryKind.ForAPerson => "a correction",
        _ => "an invoice",
    };
}
