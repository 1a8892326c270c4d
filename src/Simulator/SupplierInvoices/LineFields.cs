using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>
/// A line as it is sent. The same things have other names inside an invoice (<c>desc</c>, <c>subprice</c>) than in the
/// calls for lines (<c>description</c>, <c>pu_ht</c>); a wrong name is not read, so it counts as nothing.
/// </summary>
internal sealed partial record LineFields
{
    public string Description { get; private init; } = "";

    public decimal UnitPrice { get; private init; }

    /// <summary>The price in the invoice's currency (<c>multicurrency_subprice</c>); 0 where none is sent.</summary>
    public decimal CurrencyUnitPrice { get; private init; }

    public bool IsWithTax { get; private init; }

    public decimal Quantity { get; private init; }

    public decimal Discount { get; private init; }

    /// <summary>The rate that is stored.</summary>
    public decimal VatRate { get; private init; }

    /// <summary>The rate that is computed with: <c>"5,5"</c> is stored as 55 and, but for a line added by itself, computed as 5.</summary>
    public decimal ComputedVatRate { get; private init; }

    /// <summary>Whether it begins after it ends: the server then writes nothing of it. Compared as they were sent.</summary>
    public bool IsBackwards { get; private init; }

    public string VatCode { get; private init; } = "";

    public string SupplierReference { get; private init; } = "";

    public long ProductType { get; private init; }

    public long? Product { get; private init; }

    public long? Unit { get; private init; }

    public long InfoBits { get; private init; }

    public long SpecialCode { get; private init; }

    public long Rank { get; private init; }

    public long? From { get; private init; }

    public long? To { get; private init; }

    /// <summary>
    /// With both prices, in an invoice of that rate: each is kept where both are sent; of one alone the other follows. At a
    /// rate of 1 there is one price.
    /// </summary>
    public LineFields At(decimal rate) => (UnitPrice, CurrencyUnitPrice) switch
    {
        (0, 0) => this,
        (0, var foreign) => this with { UnitPrice = foreign / rate },
        (var own, 0) => this with { CurrencyUnitPrice = own * rate },
        var (own, _) when rate == 1 => this with { CurrencyUnitPrice = own },
        _ => this,
    };

    /// <summary>The same in the invoice's currency.</summary>
    public LineFields InCurrency() => this with { UnitPrice = CurrencyUnitPrice };

    /// <summary>As a line that is added by itself counts: a positive price in the invoice's currency wipes the other.</summary>
    public LineFields AddedInCurrency() => CurrencyUnitPrice > 0 ? this with { UnitPrice = 0 } : this;

    public static LineFields InInvoice(JsonObject sent)
    {
        var description = Html(sent, "desc");
        return Read(sent, "subprice") with
        {
            Description = description.Length > 0 ? description : Html(sent, "description"),
            IsWithTax = false,
            Rank = 0,
        };
    }

    public static LineFields Alone(JsonObject sent) =>
        Read(sent, "pu_ht") with { Description = Html(sent, "description") };

    /// <summary>As a call that adds one line reads it.</summary>
    public static LineFields Added(JsonObject sent)
    {
        var fields = Alone(sent);
        return fields with { ComputedVatRate = fields.VatRate };
    }

    private static LineFields Read(JsonObject sent, string price)
    {
        var rate = Text(sent, "tva_tx");
        var code = Code().Match(rate);
        return new LineFields
        {
            UnitPrice = PhpNumber.Price(Text(sent, price)),
            CurrencyUnitPrice = PhpNumber.Price(Text(sent, "multicurrency_subprice")),
            IsWithTax = Text(sent, "price_base_type") == "TTC",
            Quantity = PhpNumber.Price(Text(sent, "qty")),
            Discount = PhpNumber.Price(Text(sent, "remise_percent")),
            VatRate = PhpNumber.Price(Code().Replace(rate, "")),
            ComputedVatRate = PhpNumber.Leading(Code().Replace(rate, "")),
            IsBackwards = IsAfter(Text(sent, "date_start"), Text(sent, "date_end")),
            VatCode = code.Success ? code.Groups[1].Value : "",
            SupplierReference = CleanText.Plain(Text(sent, "ref_supplier")),
            ProductType = PhpNumber.Integer(Text(sent, "product_type")),
            Product = Id(sent, "fk_product"),
            Unit = Id(sent, "fk_unit"),
            InfoBits = PhpNumber.Integer(Text(sent, "info_bits")),
            SpecialCode = PhpNumber.Integer(Text(sent, "special_code")),
            Rank = PhpNumber.Integer(Text(sent, "rang")),
            From = Moment(sent, "date_start"),
            To = Moment(sent, "date_end"),
        };
    }

    private static string Text(JsonObject sent, string name) => PhpText.Of(sent[name]) ?? "";

    private static string Html(JsonObject sent, string name) => HtmlText.Clean(Text(sent, name));

    private static bool IsAfter(string start, string end) =>
        !PhpText.IsEmpty(start) && !PhpText.IsEmpty(end)
        && (PhpNumber.IsNumeric(start, out var from) && PhpNumber.IsNumeric(end, out var to) ? from > to : string.CompareOrdinal(start, end) > 0);

    private static long? Id(JsonObject sent, string name) => PhpNumber.Integer(Text(sent, name)) is > 0 and var id ? id : null;

    private static long? Moment(JsonObject sent, string name) => Text(sent, name) is not { Length: > 0 } text ? null
        : PhpNumber.IsNumeric(text, out var seconds) ? (long)seconds
        : PhpDate.Read(text) is { } day ? PhpDate.Seconds(day) : null;

    [GeneratedRegex(@"\s*\((.*)\)")]
    private static partial Regex Code();
}
