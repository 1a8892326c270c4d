using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What a changeset of structured invoices is called.</summary>
internal static class Titles
{
    private const int MostNamed = 3;

    /// <summary><c>Supplier invoice F-2026-1, Hébergeur Dupont SARL, 35.20 EUR</c>, as what it is entered.</summary>
    public static string Of(EntryDecision decision)
    {
        var facts = decision.Facts;
        var seller = Text(facts.Seller.Name ?? facts.Seller.TradingName ?? decision.Supplier?.Name);
        return $"{Word(decision.Prepared.Fit.Kind)} {Text(facts.Number)}, {seller}, {Decimals.Cents(facts.Totals.Gross)} {facts.Currency}";
    }

    /// <summary>Of several, their numbers.</summary>
    public static string Of(IReadOnlyList<InvoiceFacts> invoices)
    {
        var named = string.Join(", ", invoices.Take(MostNamed).Select(i => Text(i.Number)));
        var more = invoices.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {invoices.Count - MostNamed} more") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{invoices.Count} supplier invoices: {named}{more}");
    }

    private static string Word(EntryKind kind) => kind switch
    {
        EntryKind.CreditNote => "Supplier credit note",
        EntryKind.Deposit => "Supplier deposit invoice",
        _ => "Supplier invoice",
    };

    private static string Text(string? text) => KeepableText.Line(text ?? "?", 80);
}
