using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Intake;

namespace DolibarrAgent.Benchmarks;

/// <summary>What a document of a corpus must say, from its own XML or from what another program's tests expect. What is not said
/// is null or empty.</summary>
internal sealed record ExpectedInvoice
{
    public required string? Number { get; init; }

    public required DateOnly? Date { get; init; }

    public ImmutableArray<DateOnly> DueDates { get; init; } = [];

    /// <summary>Bare.</summary>
    public ImmutableArray<string> SellerIds { get; init; } = [];

    /// <summary>Bare.</summary>
    public ImmutableArray<string> Ibans { get; init; } = [];

    public string? Currency { get; init; }

    public decimal? Net { get; init; }

    public decimal? Vat { get; init; }

    public required decimal? Gross { get; init; }

    /// <summary>By rate, the lowest first.</summary>
    public ImmutableArray<PageVat> Rates { get; init; } = [];

    /// <summary>From an entry of the corpus; null where it is of no invoice.</summary>
    public static ExpectedInvoice? OfCorpus(JsonElement entry)
    {
        if (Text(entry, "number") is not { } number)
        {
            return null;
        }

        var (seller, totals) = (entry.GetProperty("seller"), entry.GetProperty("totals"));
        return new()
        {
            Number = number,
            Date = Day(Text(entry, "issue_date")),
            DueDates = [.. entry.GetProperty("due_dates").EnumerateArray().Select(day => Day(day.GetString())).OfType<DateOnly>()],
            SellerIds = Ids(Text(seller, "vat_id"), Text(seller, "siren"), Text(seller, "siret")),
            Ibans = Ids([.. entry.GetProperty("ibans").EnumerateArray().Select(iban => iban.GetString())]),
            Currency = Text(entry, "currency"),
            Net = Amount(Text(totals, "net")),
            Vat = Amount(Text(totals, "vat")),
            Gross = Amount(Text(totals, "gross")),
            Rates = [.. entry.GetProperty("vat_breakdown").EnumerateArray().GroupBy(rate => Amount(Text(rate, "rate")) ?? 0)
                .OrderBy(rate => rate.Key).Select(rate => new PageVat(rate.Key, rate.Sum(one => Amount(Text(one, "basis")) ?? 0),
                    rate.Sum(one => Amount(Text(one, "amount")) ?? 0), RateFrom.Breakdown))],
        };
    }

    /// <summary>From what the tests of invoice2data expect of a PDF.</summary>
    public static ExpectedInvoice OfInvoice2Data(JsonElement entry) => new()
    {
        Number = Text(entry, "invoice_number"),
        Date = Day(Text(entry, "date")),
        DueDates = [.. new[] { Day(Text(entry, "date_due")) }.OfType<DateOnly>()],
        SellerIds = Ids(Text(entry, "vat"), Text(entry, "siren")),
        Ibans = Ids(Text(entry, "iban")),
        Currency = Text(entry, "currency"),
        Net = Amount(Text(entry, "amount_untaxed")),
        Gross = Amount(Text(entry, "amount")),
    };

    private static ImmutableArray<string> Ids(params string?[] ids) =>
        [.. ids.OfType<string>().Select(PageFacts.Key).Where(id => id.Length > 0)];

    private static string? Text(JsonElement parent, string name) => !parent.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static decimal? Amount(string? text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
