using System.Collections.Frozen;

namespace DolibarrAgent.Intake;

/// <summary>The types of documents (UNTDID 1001): what each is called, and what it becomes in Dolibarr.</summary>
public static class DocumentTypes
{
    /// <summary>An ordinary invoice, whose review does not name its type.</summary>
    internal const string Commercial = "380";

    /// <summary>An ordinary credit note.</summary>
    internal const string Credit = "381";

    /// <summary>An invoice for a payment in advance.</summary>
    internal const string Deposit = "386";

    private const string Correction = "384";

    // Those that are one plain invoice, whatever trade they come from; nothing else is asked of who enters them.
    private static readonly FrozenDictionary<string, string> Invoices = new Dictionary<string, string>
    {
        ["80"] = "debit note for goods or services",
        ["82"] = "metered services invoice",
        ["84"] = "debit note for financial adjustments",
        ["202"] = "direct payment valuation",
        ["204"] = "payment valuation",
        ["295"] = "price variation invoice",
        ["326"] = "partial invoice",
        ["331"] = "invoice with packing list",
        [Commercial] = "commercial invoice",
        ["382"] = "commission note",
        ["383"] = "debit note",
        ["385"] = "consolidated invoice",
        ["387"] = "hire invoice",
        ["388"] = "tax invoice",
        ["390"] = "delcredere invoice",
        ["393"] = "factored invoice",
        ["394"] = "lease invoice",
        ["395"] = "consignment invoice",
        ["575"] = "insurer's invoice",
        ["623"] = "forwarder's invoice",
        ["633"] = "port charges",
        ["780"] = "freight invoice",
        ["870"] = "consular invoice",
        ["875"] = "partial construction invoice",
        ["876"] = "partial final construction invoice",
        ["877"] = "final construction invoice",
        ["935"] = "customs invoice",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> CreditNotes = new Dictionary<string, string>
    {
        ["81"] = "credit note for goods or services",
        ["83"] = "credit note for financial adjustments",
        ["262"] = "consolidated credit note",
        ["296"] = "price variation credit note",
        ["308"] = "delcredere credit note",
        [Credit] = "credit note",
        ["396"] = "factored credit note",
        ["420"] = "optical character reading credit note",
        ["458"] = "reversal of debit",
        ["532"] = "forwarder's credit note",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What whoever receives it can enter in more than one way, or should not enter: a request that an invoice will follow.
    private static readonly FrozenDictionary<string, string> ForAPerson = new Dictionary<string, string>
    {
        ["130"] = "invoicing data sheet",
        ["203"] = "provisional payment valuation",
        ["211"] = "interim application for payment",
        ["218"] = "final payment request",
        ["219"] = "payment request for completed units",
        ["261"] = "self-billed credit note",
        ["325"] = "proforma invoice",
        [Correction] = "corrected invoice",
        ["389"] = "self-billed invoice",
        ["456"] = "debit advice",
        ["457"] = "reversal of credit",
        ["471"] = "self-billed corrected invoice",
        ["472"] = "factored corrected invoice",
        ["473"] = "self-billed factored corrected invoice",
        ["500"] = "self-billed deposit invoice",
        ["501"] = "self-billed factored invoice",
        ["502"] = "self-billed factored credit note",
        ["503"] = "credit note for a self-billed deposit",
        ["527"] = "self-billed debit note",
        ["751"] = "invoice information for accounting",
        ["817"] = "claim notification",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // To enter one and then the invoice that follows would be to pay twice.
    private static readonly FrozenSet<string> Requests = FrozenSet.ToFrozenSet(["130", "203", "211", "218", "219", "325", "456"], StringComparer.Ordinal);

    /// <summary>Those of which a negative total says what they are.</summary>
    private static readonly FrozenSet<string> Corrections = FrozenSet.ToFrozenSet([Correction, "472"], StringComparer.Ordinal);

    /// <summary>What a code is called: <c>partial invoice</c>; null for one that is not known.</summary>
    public static string? NameOf(string code) => code == Deposit ? "deposit invoice"
        : Invoices.GetValueOrDefault(code) ?? CreditNotes.GetValueOrDefault(code) ?? ForAPerson.GetValueOrDefault(code);

    /// <summary>Whether it asks for a payment and an invoice follows.</summary>
    internal static bool IsRequest(string code) => Requests.Contains(code);

    /// <summary>Whether it is a credit note of some kind, though it takes a person to say how it is entered.</summary>
    internal static bool IsKindOfCreditNote(string code) => code is "261" or "502" or "503";

    /// <summary>The document's type, else the one that its root element says.</summary>
    internal static string CodeOf(InvoiceFacts facts) => facts.TypeCode ?? (facts.Syntax == InvoiceSyntax.UblCreditNote ? Credit : Commercial);

    /// <summary>What a type becomes by itself, for a total of that sign.</summary>
    internal static EntryKind KindOf(string code, bool isNegative) =>
        CreditNotes.ContainsKey(code) ? EntryKind.CreditNote
        : Invoices.ContainsKey(code) ? (isNegative ? EntryKind.CreditNote : EntryKind.Invoice)
        : code == Deposit ? (isNegative ? EntryKind.CreditNote : EntryKind.Deposit)
        : isNegative && Corrections.Contains(code) ? EntryKind.CreditNote
        : EntryKind.ForAPerson;
}
