using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>A line of a supplier invoice as the API shows it.</summary>
internal static class LineView
{
    private static readonly string[] NullInBareLine =
    [
        "desc", "description", "ref_supplier", "qty", "tva_tx", "subprice", "pu_ht", "pu_ttc", "total_ht", "total_tva", "total_ttc",
        "localtax1_type", "localtax2_type",
    ];

    private static readonly JsonNode Whole = Shape.Load("line");

    /// <summary>Inside an invoice the server leaves out what the invoice says already.</summary>
    private static readonly JsonNode Inside = Shape.Load("line").AsObject().Without(
        "fk_project", "contact_id", "user", "country_id", "country_code", "mode_reglement_id", "cond_reglement_id", "shipping_method_id",
        "fk_multicurrency", "multicurrency_code", "note_public", "note_private", "name", "lastname", "firstname", "civility_id");

    /// <summary>As <c>GET /supplierinvoices/{id}/lines</c> gives it.</summary>
    public static JsonObject Alone(InvoiceLine line, ObjectRow? product)
    {
        var view = Filled(Whole, line, product);
        view["fk_multicurrency"] = line.Currency is null ? null : "0";
        view["multicurrency_code"] = line.Currency;
        return view;
    }

    /// <summary>As it stands inside an invoice.</summary>
    public static JsonObject InInvoice(InvoiceLine line, ObjectRow? product) => Filled(Inside, line, product);

    private static JsonObject Filled(JsonNode shape, InvoiceLine line, ObjectRow? product)
    {
        var view = shape.Filled(
            ("id", Text(line.Id)),
            ("fk_facture_fourn", Text(line.InvoiceId)),
            ("desc", line.Description),
            ("description", line.Description),
            ("ref_supplier", line.SupplierReference),
            ("qty", PgText.Real(line.Quantity)),
            ("remise_percent", PgText.Real(line.Discount)),
            ("tva_tx", PgText.Rate(line.VatRate)),
            ("vat_src_code", line.VatCode),
            ("product_type", Text(line.ProductType)),
            ("fk_product", Text(line.Product)),
            ("ref", product?["ref"]),
            ("product_ref", product?["ref"]),
            ("product_label", product?["label"]),
            ("product_desc", product?["description"]),
            ("label", product?["label"]),
            ("libelle", product?["label"]),
            ("fk_unit", Text(line.Unit)),
            ("info_bits", Text(line.InfoBits)),
            ("special_code", Text(line.SpecialCode)),
            ("rang", Text(line.Rank)),
            ("date_start", Moment(line.From)),
            ("date_end", Moment(line.To)));
        PutAmounts(view, line);
        foreach (var name in line.IsBare ? NullInBareLine : [])
        {
            view[name] = null;
        }

        return view;
    }

    private static void PutAmounts(JsonObject view, InvoiceLine line)
    {
        view["subprice"] = PgText.Amount(line.UnitPrice);
        view["pu_ht"] = PgText.Amount(line.UnitPrice);
        view["pu_ttc"] = PgText.Amount(line.UnitPriceWithTax);
        view["multicurrency_subprice"] = PgText.Amount(line.CurrencyUnitPrice);
        view["total_ht"] = PgText.Amount(line.Amounts.WithoutTax);
        view["total_tva"] = PgText.Amount(line.Amounts.Vat);
        view["total_ttc"] = PgText.Amount(line.Amounts.WithTax);
        view["multicurrency_total_ht"] = PgText.Amount(line.CurrencyAmounts.WithoutTax);
        view["multicurrency_total_tva"] = PgText.Amount(line.CurrencyAmounts.Vat);
        view["multicurrency_total_ttc"] = PgText.Amount(line.CurrencyAmounts.WithTax);
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static JsonNode Moment(long? seconds) => seconds is { } moment ? moment : "";
}
