using System.Globalization;

namespace DolibarrAgent.Simulator;

/// <summary>The columns of <c>llx_facture_fourn</c> that lists filter and sort by.</summary>
internal static class InvoiceTable
{
    public const int RefLimit = 180;
    public const int TextLimit = 255;

    public static Table<SupplierInvoice> Columns(string currency) => new(
    [
        new("rowid", SqlType.Integer, row => Whole(row.Id)),
        new("ref", SqlType.Text, row => row.Ref),
        new("ref_supplier", SqlType.Text, row => row.SupplierReference),
        new("ref_ext", SqlType.Text, row => row.RefExt),
        new("entity", SqlType.Integer, _ => "1"),
        new("type", SqlType.Integer, row => Whole(row.Type)),
        new("subtype", SqlType.Integer, row => Whole(row.SubType)),
        new("fk_soc", SqlType.Integer, row => Whole(row.ThirdPartyId)),
        new("datec", SqlType.Timestamp, row => PhpDate.Sql(row.Created)),
        new("datef", SqlType.Date, row => row.Date is { } date ? Day(date) : null),
        new("tms", SqlType.Timestamp, row => PhpDate.Sql(row.Modified)),
        new("libelle", SqlType.Text, row => row.Label),
        new("paye", SqlType.Integer, row => Whole(row.Paid)),
        new("close_code", SqlType.Text, row => row.CloseCode),
        new("close_note", SqlType.Text, row => row.CloseNote),
        new("total_ht", SqlType.Numeric, row => PgText.Amount(row.Totals.WithoutTax)),
        new("total_tva", SqlType.Numeric, row => PgText.Amount(row.Totals.Vat)),
        new("total_ttc", SqlType.Numeric, row => PgText.Amount(row.Totals.WithTax)),
        new("fk_statut", SqlType.Integer, row => Whole(row.Status)),
        new("fk_user_author", SqlType.Integer, row => Whole(row.Author)),
        new("fk_user_valid", SqlType.Integer, row => Whole(row.Validator)),
        new("fk_facture_source", SqlType.Integer, row => Whole(row.Source)),
        new("fk_projet", SqlType.Integer, _ => null),
        new("fk_account", SqlType.Integer, _ => null),
        new("fk_cond_reglement", SqlType.Integer, row => Whole(row.ConditionId)),
        new("fk_mode_reglement", SqlType.Integer, row => Whole(row.ModeId)),
        new("date_lim_reglement", SqlType.Date, row => row.DueDate is { } due ? Day(due) : null),
        new("note_private", SqlType.Text, row => row.NotePrivate),
        new("note_public", SqlType.Text, row => row.NotePublic),
        new("multicurrency_code", SqlType.Text, row => row.Currency?.Code ?? currency),
    ]);

    private static string? Whole(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
