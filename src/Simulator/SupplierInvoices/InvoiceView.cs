using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>A supplier invoice with its lines as the API shows it.</summary>
internal sealed class InvoiceView(Database database)
{
    private static readonly JsonNode Whole = Shape.Load("supplierinvoice");

    private readonly LineStore lines = new(database);
    private readonly PaymentDictionaries dictionaries = new(database);

    /// <summary>As <c>GET /supplierinvoices/{id}</c> gives it.</summary>
    public JsonObject Of(SupplierInvoice row)
    {
        var view = Whole.Filled(
            ("id", Text(row.Id)),
            ("ref", row.Ref),
            ("ref_ext", row.RefExt),
            ("ref_supplier", row.SupplierReference),
            ("type", row.Type == 0 ? 0 : Text(row.Type)),
            ("subtype", row.SubType),
            ("socid", Text(row.ThirdPartyId)),
            ("label", row.Label),
            ("libelle", row.Label),
            ("note_private", row.NotePrivate),
            ("note_public", row.NotePublic),
            ("user_creation_id", Text(row.Author)),
            ("user_validation_id", Text(row.Validator)),
            ("fk_facture_source", Text(row.Source)),
            ("vat_reverse_charge", row.VatReverseCharge == 0 ? 0 : 1),
            ("close_code", row.CloseCode),
            ("close_note", row.CloseNote),
            ("fk_multicurrency", Text(Currencies.RowOf(row.Currency, database.Options))),
            ("multicurrency_code", row.Currency?.Code ?? database.Options.CompanyCurrency),
            ("multicurrency_tx", PgText.Amount(row.Rate)));
        PutStates(view, row);
        PutDates(view, row);
        PutTerms(view, row);
        PutTotals(view, row);
        view["lines"] = new JsonArray([.. lines.Of(row.Id).Select(line => LineView.InInvoice(line, lines.ProductOf(line)))]);
        return view;
    }

    /// <summary>As lists and <c>settodraft</c> give it: what is linked to it is not looked up.</summary>
    public JsonObject Unlinked(SupplierInvoice row)
    {
        var view = Of(row);
        view["linkedObjectsIds"] = null;
        view["creditnote_ids"] = null;
        return view;
    }

    /// <summary>As a write gives it that called the server's triggers: the object they worked on.</summary>
    public static JsonObject Triggered(JsonObject view, SupplierInvoice row)
    {
        view["trackid"] = $"inv{row.Id}";
        return view.Without("actiontypecode");
    }

    /// <summary>As a PUT of a line gives it.</summary>
    public JsonObject AfterLine(SupplierInvoice row)
    {
        var view = Of(row).Without("totalpaid");
        foreach (var line in view["lines"]!.AsArray())
        {
            line!.AsObject().Without("totalpaid");
        }

        return view;
    }

    private static void PutStates(JsonObject view, SupplierInvoice row)
    {
        foreach (var name in new[] { "statut", "status", "fk_statut" })
        {
            view[name] = Text(row.Status);
        }

        foreach (var name in new[] { "paye", "paid" })
        {
            view[name] = Text(row.Paid);
        }
    }

    private static void PutDates(JsonObject view, SupplierInvoice row)
    {
        view["datec"] = row.Created.ToUnixTimeSeconds();
        view["tms"] = row.Modified.ToUnixTimeSeconds();
        view["date"] = row.Date is { } date ? PhpDate.Seconds(date) : "";
        view["date_echeance"] = row.DueDate is { } due ? PhpDate.Seconds(due) : "";
    }

    private void PutTerms(JsonObject view, SupplierInvoice row)
    {
        view["cond_reglement_id"] = Text(row.ConditionId);
        view["mode_reglement_id"] = Text(row.ModeId);
        if (dictionaries.TermsOf(row.ConditionId) is { } terms)
        {
            view["cond_reglement_code"] = terms["code"]!.DeepClone();
            view["cond_reglement_label"] = terms["label"]!.DeepClone();
            view["cond_reglement_doc"] = terms["descr"]!.DeepClone();
        }

        if (dictionaries.TypeOf(row.ModeId) is { } mode)
        {
            view["mode_reglement_code"] = mode["code"]!.DeepClone();
        }
    }

    private static void PutTotals(JsonObject view, SupplierInvoice row)
    {
        view["total_ht"] = PgText.Amount(row.Totals.WithoutTax);
        view["total_tva"] = PgText.Amount(row.Totals.Vat);
        view["total_ttc"] = PgText.Amount(row.Totals.WithTax);
        view["total_localtax1"] = PgText.Amount(0);
        view["total_localtax2"] = PgText.Amount(0);
        view["multicurrency_total_ht"] = PgText.Amount(row.CurrencyTotals.WithoutTax);
        view["multicurrency_total_tva"] = PgText.Amount(row.CurrencyTotals.Vat);
        view["multicurrency_total_ttc"] = PgText.Amount(row.CurrencyTotals.WithTax);
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
