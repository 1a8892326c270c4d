using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.AgentHost;

/// <summary>What the pages of a printed document say, as lines for a person: where something is not proven, what it could be.</summary>
internal static class PrintedLines
{
    /// <summary>The lines; none where no page was read, or nothing was found on any.</summary>
    public static IEnumerable<string> Of(DocumentOutcome outcome) =>
        outcome is DocumentOutcome.NoStructuredData { Printed: { IsEmpty: false } printed } ? Lines(printed) : [];

    private static IEnumerable<string> Lines(PageReading printed) =>
    [
        Line("number", printed.Number, number => number),
        Line("date", printed.Date, Days.Text),
        Line("due", printed.DueDate, Days.Text),
        Line("seller", printed.Seller, Ids),
        Line("account", printed.Iban, iban => iban),
        Line("currency", printed.Currency, currency => currency),
        Line("totals", printed.Totals, Amounts),
    ];

    private static string Line<T>(string name, PageField<T> field, Func<T, string> text)
        where T : notnull => $"  {name,-8} " + field switch
        {
            PageField<T>.Proven { Value: var value, Places: var places } => Shown.Line(text(value)) + PageOf(places),
            PageField<T>.Several { Candidates: var candidates } =>
                $"unclear: {string.Join(" or ", candidates.Select(one => Shown.Line(text(one.Value))))}",
            _ => "not found",
        };

    private static string PageOf(ImmutableArray<PagePlace> places) =>
        places is [var place, ..] ? string.Create(CultureInfo.InvariantCulture, $"  (page {place.Page})") : "";

    private static string Ids(PageParty party) =>
        string.Join(", ", new[] { Id("VAT id", party.VatNumber), Id("SIREN", party.Siren), Id("SIRET", party.Siret) }.OfType<string>());

    private static string? Id(string name, string? id) => id is null ? null : $"{name} {id}";

    private static string Amounts(PageTotals totals) =>
        $"{Decimals.Cents(totals.Net)} net, {Decimals.Cents(totals.Vat)} VAT "
        + $"({string.Join(", ", totals.Rates.Select(rate => $"{Decimals.Rate(rate.Rate)} %"))}), {Decimals.Cents(totals.Gross)} gross";
}
