using System.Globalization;

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

    /// <summary>Whether its totals are negative: a credit note that is written so has Dolibarr's own sign.</summary>
    internal static bool IsNegative(InvoiceFacts facts) => (facts.Totals.Gross ?? facts.Totals.Net ?? 0) < 0;

    /// <summary>What a person should know of the type; nothing where it is the usual one.</summary>
    internal static IEnumerable<IntakeWarning> Warnings(InvoiceFacts facts, EntryKind? decided)
    {
        var (code, kind) = (DocumentTypes.CodeOf(facts), decided ?? Of(facts));
        if (decided is null && kind == EntryKind.ForAPerson)
        {
            yield return new("type-for-a-person", $"{WhyForAPerson(facts, code)} A person has to say how it is entered.", "BT-3");
            yield break;
        }

        if (facts.TypeCode is null && facts.Syntax != InvoiceSyntax.Unstructured)
        {
            yield return new("type-from-root", $"The document gives no type; its form is that of {(facts.Syntax == InvoiceSyntax.UblCreditNote ? "a credit note" : "an invoice")}, and so it is entered.", "BT-3");
        }
        else if (code is not (DocumentTypes.Commercial or DocumentTypes.Credit or "386"))
        {
            yield return new("type-named", $"The type is {code} ({DocumentTypes.NameOf(code) ?? "not known"}); it is entered as {Words(kind)}.", "BT-3");
        }

        if (kind == EntryKind.CreditNote && IsNegative(facts) && DocumentTypes.KindOf(code, isNegative: false) != EntryKind.CreditNote)
        {
            yield return new("negative-invoice", string.Create(CultureInfo.InvariantCulture, $"The document calls itself {Words(DocumentTypes.KindOf(code, isNegative: false))} and its total is {facts.Totals.Gross ?? facts.Totals.Net:0.00}; it is entered as a credit note."), "BT-112");
        }
    }

    private static bool IsOfOtherRoot(InvoiceFacts facts) => facts is { Syntax: InvoiceSyntax.UblCreditNote, TypeCode: { } code }
        && DocumentTypes.KindOf(code, isNegative: false) is EntryKind.Invoice or EntryKind.Deposit;

    private static string WhyForAPerson(InvoiceFacts facts, string code) => IsOfOtherRoot(facts)
        ? $"Its root element says credit note, and its type is {code} ({DocumentTypes.NameOf(code)})."
        : DocumentTypes.NameOf(code) is { } name
            ? $"The type {code} ({name}) has no one meaning in Dolibarr."
            : $"The type {code} is not known.";

    private static string Words(EntryKind kind) => kind switch
    {
        EntryKind.CreditNote => "a credit note",
        EntryKind.Deposit => "a deposit invoice",
        EntryKind.ForAPerson => "a correction",
        _ => "an invoice",
    };
}
