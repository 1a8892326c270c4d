using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace DolibarrAgent.Intake.Tests.Corpus;

/// <summary>Compares facts with what the corpus says of a document; gives one line for each difference.</summary>
internal static class ExpectedFacts
{
    public static IEnumerable<string> Differences(JsonElement expected, InvoiceFacts facts)
    {
        var seller = expected.GetProperty("seller");
        var totals = expected.GetProperty("totals");
        return
        [
            .. Text("number", expected, facts.Number),
            .. Text("type_code", expected, facts.TypeCode),
            .. Date(expected, facts),
            .. Same("due_dates", Strings(expected.GetProperty("due_dates")), facts.DueDates.Select(d => Iso(d)!)),
            .. Text("currency", expected, facts.Currency),
            .. Text("tax_currency", expected, facts.TaxCurrency),
            .. Text("guideline", expected, facts.Guideline),
            .. Text("name", seller, facts.Seller.Name),
            .. Text("vat_id", seller, facts.Seller.VatIdAsWritten),
            .. Text("siren", seller, facts.Seller.Siren),
            .. Text("siret", seller, facts.Seller.Siret),
            .. Text("country", seller, facts.Seller.Country),
            .. Text("trading_name", seller, facts.Seller.TradingName),
            .. Text("tax_number", seller, facts.Seller.TaxNumber),
            .. Same("seller's ids", Ids(seller), facts.Seller.Identifiers.Where(i => i.Scheme != "VAT").Select(i => i.Value)),
            .. Other("buyer", expected, facts.Buyer),
            .. Other("payee", expected, facts.Payee),
            .. Other("seller_agent", expected, facts.TaxRepresentative),
            .. Same("ibans", Strings(expected.GetProperty("ibans")), facts.AccountsAsWritten),
            .. Same("other_accounts", Strings(expected.GetProperty("other_accounts")), facts.OtherAccounts),
            .. Delivery(expected, facts),
            .. Same("preceding", expected.GetProperty("preceding").EnumerateArray().Select(p => p.GetProperty("number").GetString()!), facts.Preceding.Select(p => p.Number)),
            .. Amount("line_total", totals, facts.Totals.LineTotal),
            .. Amount("allowance_total", totals, facts.Totals.Allowances),
            .. Amount("charge_total", totals, facts.Totals.Charges),
            .. Amount("net", totals, facts.Totals.Net),
            .. Amount("vat", totals, facts.Totals.Vat),
            .. Amount("vat_in_tax_currency", totals, facts.Totals.VatInTaxCurrency),
            .. Amount("gross", totals, facts.Totals.Gross),
            .. Amount("prepaid", totals, facts.Totals.Prepaid),
            .. Amount("rounding", totals, facts.Totals.Rounding),
            .. Amount("due", totals, facts.Totals.Due),
            .. Vat(expected, facts),
            .. Allowances(expected, facts),
            .. Lines(expected, facts),
        ];
    }

    // One document gives its date with a zone, and the expectation keeps the zone.
    private static IEnumerable<string> Date(JsonElement expected, InvoiceFacts facts)
    {
        var wanted = expected.GetProperty("issue_date").GetString();
        var day = Iso(facts.IssueDate);
        return wanted == day || (day is not null && wanted is { Length: 16 } && wanted.StartsWith(day, StringComparison.Ordinal))
            ? []
            : [$"issue_date: {wanted} expected, {day} read"];
    }

    // What is not a day stands there as the text that was found.
    private static IEnumerable<string> Delivery(JsonElement expected, InvoiceFacts facts)
    {
        var wanted = expected.GetProperty("delivery_date").GetString();
        DateOnly? day = DateOnly.TryParseExact(wanted, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found : null;
        return day == facts.DeliveryDate ? [] : [$"delivery_date: {wanted} expected, {Iso(facts.DeliveryDate)} read"];
    }

    private static IEnumerable<string> Vat(JsonElement expected, InvoiceFacts facts)
    {
        var entries = expected.GetProperty("vat_breakdown").EnumerateArray().ToList();
        if (entries.Count != facts.VatBreakdown.Length)
        {
            return [$"vat_breakdown: {entries.Count} expected, {facts.VatBreakdown.Length} read"];
        }

        return entries.Zip(facts.VatBreakdown).SelectMany(p => (IEnumerable<string>)
        [
            .. Text("category", p.First, p.Second.Category),
            .. Amount("rate", p.First, p.Second.Rate),
            .. Amount("basis", p.First, p.Second.Base),
            .. Amount("amount", p.First, p.Second.Amount),
        ]);
    }

    // Logistics charges come last, as they do in the facts; they have no base, no percentage and no word of being a charge.
    private static IEnumerable<string> Allowances(JsonElement expected, InvoiceFacts facts) => Allowances(
        [.. expected.GetProperty("allowances_charges").EnumerateArray(), .. expected.GetProperty("logistics_charges").EnumerateArray()], facts.AllowancesAndCharges, "document");

    private static IEnumerable<string> Allowances(List<JsonElement> entries, ImmutableArray<AllowanceCharge> read, string of)
    {
        if (entries.Count != read.Length)
        {
            return [$"allowances and charges of the {of}: {entries.Count} expected, {read.Length} read"];
        }

        return entries.Zip(read).SelectMany(p => (IEnumerable<string>)
        [
            .. Amount("amount", p.First, p.Second.Amount),
            .. Amount("vat_rate", p.First, p.Second.VatRate),
            .. p.First.TryGetProperty("charge", out var charge)
                ? [
                    .. Same("charge", [charge.GetBoolean().ToString()], [p.Second.IsCharge.ToString()]),
                    .. Amount("base", p.First, p.Second.Base),
                    .. Amount("percent", p.First, p.Second.Percent),
                    .. Text("vat_category", p.First, p.Second.VatCategory),
                ]
                : (IEnumerable<string>)[],
        ]);
    }

    private static IEnumerable<string> Other(string role, JsonElement expected, Party? party)
    {
        var wanted = expected.GetProperty(role);
        return wanted.ValueKind == JsonValueKind.Null || party is null
            ? (wanted.ValueKind == JsonValueKind.Null) == (party is null) ? [] : [$"{role}: {wanted} expected, {party} read"]
            :
            [
                .. Text("name", wanted, party.Name),
                .. Text("vat_id", wanted, party.VatIdAsWritten),
                .. Text("siren", wanted, party.Siren),
                .. Text("siret", wanted, party.Siret),
                .. Text("country", wanted, party.Country),
            ];
    }

    // Tax registrations under a scheme that the norm does not have are left out of the expectations.
    // Plain identifiers are texts, those of a scheme pairs.
    private static IEnumerable<string> Ids(JsonElement party) =>
        new[] { "ids", "global_ids", "legal_ids" }.SelectMany(m => party.GetProperty(m).EnumerateArray())
            .Select(i => i.ValueKind == JsonValueKind.Array ? i[1].GetString() : i.GetString())
            .Select(i => string.Concat((i ?? "").Where(c => !char.IsWhiteSpace(c)))).Where(i => i.Length > 0);

    private static IEnumerable<string> Lines(JsonElement expected, InvoiceFacts facts)
    {
        var lines = expected.GetProperty("lines").EnumerateArray().ToList();
        if (lines.Count != facts.Lines.Length)
        {
            return [$"lines: {lines.Count} expected, {facts.Lines.Length} read"];
        }

        return lines.Zip(facts.Lines).SelectMany(p => (IEnumerable<string>)
        [
            .. Text("id", p.First, p.Second.Id),
            .. Text("parent", p.First, p.Second.Parent),
            .. Text("status", p.First, p.Second.Status),
            .. Text("name", p.First, p.Second.Name),
            .. Amount("qty", p.First, p.Second.Quantity),
            .. Text("unit", p.First, p.Second.Unit),
            .. Amount("net_price", p.First, p.Second.UnitPrice),
            .. Amount("basis_qty", p.First, p.Second.BaseQuantity),
            .. Amount("net_amount", p.First, p.Second.NetAmount),
            .. Text("vat_category", p.First, p.Second.VatCategory),
            .. Amount("vat_rate", p.First, p.Second.VatRate),
            .. Allowances([.. p.First.GetProperty("allowances_charges").EnumerateArray()], p.Second.AllowancesAndCharges, $"line {p.Second.Id}"),
        ]);
    }

    private static IEnumerable<string> Text(string member, JsonElement of, string? actual)
    {
        var wanted = of.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return Spaces(wanted) == Spaces(actual) ? [] : [$"{member}: “{wanted}” expected, “{actual}” read"];
    }

    private static IEnumerable<string> Amount(string member, JsonElement of, decimal? actual)
    {
        // An amount with its currency stands there as an object, and one that is not a number with the text that was found.
        var value = of.GetProperty(member);
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()
            : value.ValueKind == JsonValueKind.Object && value.TryGetProperty("amount", out var inner) ? inner.GetString()
            : null;
        decimal? wanted = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
        return wanted == actual ? [] : [$"{member}: {text ?? "null"} expected, {actual?.ToString(CultureInfo.InvariantCulture) ?? "null"} read"];
    }

    private static IEnumerable<string> Same(string what, IEnumerable<string> wanted, IEnumerable<string> actual)
    {
        var (one, other) = (string.Join(", ", wanted.Order()), string.Join(", ", actual.Order()));
        return one == other ? [] : [$"{what}: [{one}] expected, [{other}] read"];
    }

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(e => e.GetString()!);

    private static string? Spaces(string? text) => text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
