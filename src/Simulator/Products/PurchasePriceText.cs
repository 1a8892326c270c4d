using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>What a purchase price is made of what is sent, and how it is shown.</summary>
internal static class PurchasePriceText
{
    private const int QuantityDecimals = 5;

    private static readonly JsonNode Shape = Simulator.Shape.Load("purchaseprice");

    /// <summary>A quantity has five decimals.</summary>
    public static decimal Quantity(string? text) => Math.Round(PhpNumber.Price(text), QuantityDecimals, MidpointRounding.AwayFromZero);

    /// <summary>The row with all that a call says. Where the module Multicurrency is on, the price that counts is another.</summary>
    public static PurchasePrice Filled(PurchasePrice row, ApiCall call, SimulatorOptions options)
    {
        var (vat, isOn) = (PhpNumber.Price(call.Sent("tva_tx")), !options.Currencies.IsEmpty);
        var rate = PhpNumber.Price(call.Sent("multicurrency_tx") is { } asked && !PhpText.IsEmpty(asked) ? asked : "1");
        var inCurrency = PhpNumber.Price(call.Sent("multicurrency_buyprice"));
        var code = call.Sent("multicurrency_code") ?? "";
        var given = PhpNumber.Price(call.Sent("buyprice"));
        var net = call.Sent("price_base_type") == "TTC" ? given / (1 + (vat / 100)) : given;
        return row with
        {
            SupplierReference = CleanText.Plain(row.SupplierReference),
            Price = PhpNumber.Unit(isOn ? PhpNumber.Unit(inCurrency) / rate : net),
            VatRate = vat,
            Terms = new PurchaseTerms
            {
                DiscountPercent = PhpNumber.Price(call.Sent("remise_percent")),
                Discount = PhpNumber.Price(call.Sent("remise")),
                Charges = PhpNumber.Unit(PhpNumber.Price(call.Sent("charges"))),
                Availability = PhpNumber.Integer(call.Sent("availability")),
                DeliveryDays = call.Body.TryGetPropertyValue("delivery_time_days", out var days)
                    ? days is null ? null : PhpNumber.Integer(PhpText.Of(days))
                    : 0,
                Reputation = OrNull(call.Sent("supplier_reputation")),
                IsVatLost = PhpNumber.Integer(call.Sent("newnpr")),
                Description = HtmlText.Clean(call.Sent("desc_fourn") ?? ""),
                Barcode = OrNull(call.Sent("barcode")),
                VatCode = OrNull(call.Sent("newdefaultvatcode")),
                CurrencyPrice = isOn ? PhpNumber.Unit(inCurrency) : inCurrency,
                CurrencyUnitPrice = isOn ? PhpNumber.Unit(PhpNumber.Unit(inCurrency) / row.Quantity) : null,
                CurrencyRate = rate,
                CurrencyId = isOn ? RowOf(code, options) : null,
                CurrencyCode = code,
            },
        };
    }

    public static JsonObject View(PurchasePrice price, string? supplier, ObjectRow product)
    {
        var terms = price.Terms;
        return Shape.Filled(
            ("id", Whole(price.ProductId)),
            ("product_ref", product["ref"]),
            ("status_buy", product["tobuy"]),
            ("product_fourn_price_id", Whole(price.Id)),
            ("fourn_id", Whole(price.SupplierId)),
            ("fourn_name", supplier),
            ("fourn_ref", price.SupplierReference),
            ("fourn_qty", Text(price.Quantity)),
            ("fourn_price", PgText.Amount(price.Price)),
            ("fourn_unitprice", PgText.Amount(price.Quantity == 0 ? 0 : PhpNumber.Unit(price.Price / price.Quantity))),
            ("fourn_tva_tx", PgText.Rate(price.VatRate)),
            ("fourn_tva_npr", Whole(terms?.IsVatLost ?? 0)),
            ("fourn_remise_percent", Text(terms?.DiscountPercent ?? 0)),
            ("fourn_remise", Text(terms?.Discount ?? 0)),
            ("fourn_charges", PgText.Amount(terms?.Charges ?? 0)),
            ("fk_availability", Whole(terms?.Availability)),
            ("delivery_time_days", Whole(terms?.DeliveryDays)),
            ("supplier_reputation", terms?.Reputation),
            ("desc_supplier", terms?.Description),
            ("fourn_multicurrency_price", Amount(terms?.CurrencyPrice)),
            ("fourn_multicurrency_unitprice", Amount(terms?.CurrencyUnitPrice)),
            ("fourn_multicurrency_tx", PgText.Amount(terms?.CurrencyRate ?? 1)),
            ("fourn_multicurrency_id", Whole(terms?.CurrencyId)),
            ("fourn_multicurrency_code", terms?.CurrencyCode),
            ("fourn_date_creation", price.Entered.ToUnixTimeSeconds()),
            ("fourn_date_modification", price.Entered.ToUnixTimeSeconds()));
    }

    /// <summary>The company's own currency has the first row; what is not known has none.</summary>
    private static long RowOf(string code, SimulatorOptions options) =>
        code == options.CompanyCurrency ? 1
        : options.Currencies.FirstOrDefault(currency => currency.Code == code) is { } known ? Currencies.RowOf(known, options)
        : 0;

    private static string? OrNull(string? text) => PhpText.IsEmpty(text) ? null : CleanText.Plain(text!);

    private static string? Amount(decimal? amount) => amount is { } number ? PgText.Amount(number) : null;

    private static string? Whole(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
