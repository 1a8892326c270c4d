using System.Collections.Immutable;
using System.Globalization;

namespace DolibarrAgent.Simulator;

/// <summary>The columns of <c>llx_societe</c> that the API writes, reads and filters by.</summary>
internal static class ThirdPartyTable
{
    public static readonly ImmutableArray<StoredField> Fields =
    [
        new("name", "nom", Cleaning.Text, 128),
        new("name_alias", "name_alias", Cleaning.Text, 128),
        new("ref_ext", "ref_ext", Cleaning.TextOrNull, 255),
        new("address", "address", Cleaning.Text, 255),
        new("zip", "zip", Cleaning.TextOrNull, 25),
        new("town", "town", Cleaning.TextOrNull, 50),
        new("state_id", "fk_departement", Cleaning.Id),
        new("country_id", "fk_pays", Cleaning.Id),
        new("phone", "phone", Cleaning.Phone, 30),
        new("phone_mobile", "phone_mobile", Cleaning.Phone, 30),
        new("fax", "fax", Cleaning.Phone, 30),
        new("email", "email", Cleaning.Email, 128),
        new("url", "url", Cleaning.Url, 255),
        new("parent", "parent", Cleaning.Id),
        new("note_private", "note_private", Cleaning.TextOrNull),
        new("note_public", "note_public", Cleaning.TextOrNull),
        new("idprof1", "siren", Cleaning.Text, 128),
        new("idprof2", "siret", Cleaning.Text, 128),
        new("idprof3", "ape", Cleaning.Text, 128),
        new("idprof4", "idprof4", Cleaning.Text, 128),
        new("idprof5", "idprof5", Cleaning.Text, 128),
        new("idprof6", "idprof6", Cleaning.Text, 128),
        new("tva_assuj", "tva_assuj", Cleaning.Whole),
        new("tva_intra", "tva_intra", Cleaning.VatNumber, 20),
        new("vat_reverse_charge", "vat_reverse_charge", Cleaning.Whole),
        new("status", "status", Cleaning.Whole),
        new("capital", "capital", Cleaning.Amount),
        new("typent_id", "fk_typent", Cleaning.Whole),
        new("effectif_id", "fk_effectif", Cleaning.Id),
        new("forme_juridique_code", "fk_forme_juridique", Cleaning.Id),
        new("mode_reglement_id", "mode_reglement", Cleaning.Id),
        new("cond_reglement_id", "cond_reglement", Cleaning.Id),
        new("deposit_percent", "deposit_percent", Cleaning.TextOrNull, 63),
        new("transport_mode_id", "transport_mode", Cleaning.Id),
        new("mode_reglement_supplier_id", "mode_reglement_supplier", Cleaning.Id),
        new("cond_reglement_supplier_id", "cond_reglement_supplier", Cleaning.Id),
        new("transport_mode_supplier_id", "transport_mode_supplier", Cleaning.Id),
        new("shipping_method_id", "fk_shipping_method", Cleaning.Id),
        new("client", "client", Cleaning.Whole),
        new("fournisseur", "fournisseur", Cleaning.Whole),
        new("barcode", "barcode", Cleaning.TextOrNull, 180),
        new("default_lang", "default_lang", Cleaning.TextOrNull, 6),
        new("outstanding_limit", "outstanding_limit", Cleaning.Amount),
        new("order_min_amount", "order_min_amount", Cleaning.Amount),
        new("supplier_order_min_amount", "supplier_order_min_amount", Cleaning.Amount),
        new("fk_prospectlevel", "fk_prospectlevel", Cleaning.Text, 12),
        new("accountancy_code_buy", "accountancy_code_buy", Cleaning.Text, 32),
        new("accountancy_code_sell", "accountancy_code_sell", Cleaning.Text, 32),
        new("code_compta_client", "code_compta", Cleaning.TextOrNull, 32),
        new("code_compta_fournisseur", "code_compta_fournisseur", Cleaning.TextOrNull, 32),
        new("webservices_url", "webservices_url", Cleaning.TextOrNull, 255),
        new("webservices_key", "webservices_key", Cleaning.TextOrNull, 128),
        new("fk_incoterms", "fk_incoterms", Cleaning.Whole),
        new("location_incoterms", "location_incoterms", Cleaning.TextOrNull, 255),
        new("code_client", "code_client", Cleaning.TextOrNull, 24),
        new("code_fournisseur", "code_fournisseur", Cleaning.TextOrNull, 24),
    ];

    /// <summary>What a third party has when nothing is said of it, where that is not nothing.</summary>
    public static readonly ImmutableDictionary<string, string> Defaults = new Dictionary<string, string>
    {
        ["status"] = "1",
        ["tva_assuj"] = "1",
    }.ToImmutableDictionary();

    public static readonly Table<ThirdParty> Columns = new(
    [
        new("rowid", SqlType.Integer, row => row.Id.ToString(CultureInfo.InvariantCulture)),
        new("entity", SqlType.Integer, _ => "1"),
        new("datec", SqlType.Timestamp, row => PhpDate.Sql(row.Created)),
        new("tms", SqlType.Timestamp, row => PhpDate.Sql(row.Modified)),
        new("fk_user_creat", SqlType.Integer, row => row.CreatedBy.ToString(CultureInfo.InvariantCulture)),
        new("fk_user_modif", SqlType.Integer, row => row.ModifiedBy.ToString(CultureInfo.InvariantCulture)),
        .. Fields.Select(field => new Column<ThirdParty>(field.Column, field.Type, row => row[field.Column])),
    ]);
}
