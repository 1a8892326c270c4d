using System.Globalization;

namespace DolibarrAgent.Simulator;

/// <summary>The header of an invoice out of what is sent.</summary>
internal static class InvoiceDraft
{
    /// <summary>A new invoice, still without an id; or the statement's error, which comes before an id is drawn.</summary>
    public static (SupplierInvoice? Invoice, SqlError? Error) New(ApiCall call, Database database)
    {
        var reference = PhpText.Trim(Text(call, "ref_supplier") ?? "");
        var label = Text(call, "label") ?? Text(call, "libelle") ?? "";
        var type = (int)PhpNumber.Integer(call.Sent("type"));
        var date = call.Sent("date") is { } sent && !PhpText.IsEmpty(sent) ? sent : database.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var due = call.Sent("date_echeance") ?? "";
        var before = $"INSERT INTO llx_facture_fourn VALUES ('(PROV)', '{reference}', '{Text(call, "ref_ext")}', 1, '{type}', 0, '{label}', "
            + $"{PhpNumber.Integer(call.Sent("socid"))}, '{PhpDate.Sql(database.Now)}', ";
        var error = PhpDate.Read(date) is null ? BadDate(before, date)
            : due.Length > 0 && PhpDate.Read(due) is null ? BadDate(BeforeDue(before, call, PhpDate.Read(date)!.Value), due)
            : TooLong(reference, InvoiceTable.RefLimit) ?? TooLong(label, InvoiceTable.TextLimit) ?? TooLong(Text(call, "ref_ext") ?? "", InvoiceTable.TextLimit);
        var currency = database.Options.Currencies.FirstOrDefault(known => known.Code == call.Sent("multicurrency_code"));
        return error is not null ? (null, error) : (new SupplierInvoice(0)
        {
            Currency = currency,
            Rate = currency is null ? 1 : PhpNumber.Price(call.Sent("multicurrency_tx")) is not 0 and var sent8 ? decimal.Round(sent8, 8, MidpointRounding.AwayFromZero) : currency.Rate,
            Ref = "(PROV)",
            SupplierReference = reference,
            ThirdPartyId = PhpNumber.Integer(call.Sent("socid")),
            Type = type,
            SubType = (int)PhpNumber.Integer(call.Sent("subtype")),
            Created = database.Now,
            Modified = database.Now,
            Date = PhpDate.Read(date)!.Value,
            DueDate = due.Length > 0 ? PhpDate.Read(due) : null,
            RefExt = Text(call, "ref_ext") ?? "",
            Label = label,
            NotePrivate = Text(call, "note_private") ?? "",
            NotePublic = Text(call, "note_public") ?? "",
            Author = call.User.Id,
            Source = Id(call, "fk_facture_source"),
            ConditionId = (int?)Id(call, "cond_reglement_id"),
            ModeId = (int?)Id(call, "mode_reglement_id"),
            VatReverseCharge = (int)PhpNumber.Integer(call.Sent("vat_reverse_charge")),
        }, null);
    }

    /// <summary>Whether it holds a date that the server cannot make anything of.</summary>
    public static bool Breaks(ApiCall call) => PhpDate.Breaks(call.Sent("date")) || PhpDate.Breaks(call.Sent("date_echeance"));

    /// <summary>The invoice with what was sent put over it; null when the database would refuse a value. The validator is forgotten, as on the server.</summary>
    public static SupplierInvoice? Changed(SupplierInvoice invoice, ApiCall call, DateTimeOffset now)
    {
        var changed = invoice with
        {
            Ref = Trimmed(call, "ref", invoice.Ref),
            SupplierReference = Trimmed(call, "ref_supplier", invoice.SupplierReference),
            RefExt = Trimmed(call, "ref_ext", invoice.RefExt),
            Label = Trimmed(call, "label", invoice.Label),
            NotePrivate = Trimmed(call, "note_private", invoice.NotePrivate),
            NotePublic = Trimmed(call, "note_public", invoice.NotePublic),
            CloseCode = Has(call, "close_code") ? Trimmed(call, "close_code", "") : invoice.CloseCode,
            CloseNote = Has(call, "close_note") ? Trimmed(call, "close_note", "") : invoice.CloseNote,
            Type = (int)Whole(call, "type", invoice.Type),
            SubType = (int)Whole(call, "subtype", invoice.SubType),
            ThirdPartyId = Whole(call, "socid", invoice.ThirdPartyId),
            Status = (int)Whole(call, "status", invoice.Status),
            Paid = Whole(call, "paye", invoice.Paid) == 0 ? 0 : 1,
            VatReverseCharge = (int)Whole(call, "vat_reverse_charge", invoice.VatReverseCharge),
            Source = Has(call, "fk_facture_source") ? Id(call, "fk_facture_source") : invoice.Source,
            ConditionId = Has(call, "cond_reglement_id") ? (int)Whole(call, "cond_reglement_id", 0) : invoice.ConditionId,
            ModeId = Has(call, "mode_reglement_id") ? (int)Whole(call, "mode_reglement_id", 0) : invoice.ModeId,
            Totals = new(
                Amount(call, "total_ht", invoice.Totals.WithoutTax), Amount(call, "total_tva", invoice.Totals.Vat), Amount(call, "total_ttc", invoice.Totals.WithTax)),
            Validator = null,
            Modified = now,
        };
        return Fits(changed) ? Dated(changed, call) : null;
    }

    private static SupplierInvoice? Dated(SupplierInvoice invoice, ApiCall call)
    {
        var (isDate, date) = Date(call, "date", invoice.Date);
        var (isDue, due) = Date(call, "date_echeance", invoice.DueDate);
        return isDate && isDue ? invoice with { Date = date, DueDate = due } : null;
    }

    /// <summary>Null and empty clear a date; false when the database would refuse it.</summary>
    private static (bool IsGood, DateOnly? Date) Date(ApiCall call, string name, DateOnly? before)
    {
        if (!Has(call, name))
        {
            return (true, before);
        }

        var text = call.Sent(name) ?? "";
        return text.Length == 0 ? (true, null) : (PhpDate.Read(text) is not null, PhpDate.Read(text));
    }

    private static bool Fits(SupplierInvoice invoice) =>
        invoice.SupplierReference.Length <= InvoiceTable.RefLimit && invoice.Ref.Length <= InvoiceTable.RefLimit
        && invoice.Label.Length <= InvoiceTable.TextLimit && invoice.RefExt.Length <= InvoiceTable.TextLimit;

    private static bool Has(ApiCall call, string name) => call.Body.ContainsKey(name);

    private static string? Text(ApiCall call, string name) => call.Sent(name) is { } sent ? CleanText.Field(name, sent) : null;

    private static string Trimmed(ApiCall call, string name, string before) =>
        Has(call, name) ? PhpText.Trim(CleanText.Field(name, call.Sent(name) ?? "")) : before;

    private static long Whole(ApiCall call, string name, long before) => Has(call, name) ? PhpNumber.Integer(call.Sent(name)) : before;

    private static decimal Amount(ApiCall call, string name, decimal before) => Has(call, name) ? PhpNumber.Price(call.Sent(name)) : before;

    private static long? Id(ApiCall call, string name) => PhpNumber.Integer(call.Sent(name)) is not 0 and var id ? id : null;

    private static string BeforeDue(string before, ApiCall call, DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{before}'{date:yyyy-MM-dd} 00:00:00', {PhpNumber.Integer(call.Sent("vat_reverse_charge"))}, null, ")
        + $"{Sql(Id(call, "cond_reglement_id"))}, {Sql(Id(call, "mode_reglement_id"))}, NULL, '{Text(call, "note_private")}', '{Text(call, "note_public")}', {call.User.Id},";

    private static string Sql(long? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "null";

    private static SqlError BadDate(string before, string date)
    {
        const string after = " for date', null, null";
        return SqlError.BadValue($"{before}'Bad value {date}{after}", before.Length, "date", $"Bad value {date} for date");
    }

    private static SqlError? TooLong(string text, int limit) => text.Length > limit ? SqlError.TooLong(limit) : null;
}
