using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>A third party as the API shows it.</summary>
internal static class ThirdPartyView
{
    private static readonly JsonNode Whole = Shape.Load("thirdparty");

    /// <summary>As <c>GET /thirdparties/{id}</c> gives it.</summary>
    public static JsonObject Of(ThirdParty row)
    {
        var view = Whole.Filled(
            ("id", row.Id.ToString(CultureInfo.InvariantCulture)),
            ("ref", row["nom"]),
            ("country_code", Countries.CodeOf(row["fk_pays"])),
            ("date_creation", row.Created.ToUnixTimeSeconds()),
            ("date_modification", row.Modified.ToUnixTimeSeconds()),
            ("user_creation_id", row.CreatedBy.ToString(CultureInfo.InvariantCulture)),
            ("user_modification_id", row.ModifiedBy.ToString(CultureInfo.InvariantCulture)));
        foreach (var field in ThirdPartyTable.Fields)
        {
            view[field.Name] = row[field.Column];
        }

        if (PhpText.IsEmpty(row["vat_reverse_charge"]))
        {
            view["vat_reverse_charge"] = 0;
        }

        return view;
    }

    /// <summary>As lists give it: the discounts are not looked up.</summary>
    public static JsonObject InList(ThirdParty row) => Of(row).Without("absolute_discount", "absolute_creditnote");

    /// <summary>As a PUT gives it: the object that took the fields.</summary>
    public static JsonObject AfterPut(ThirdParty row, JsonObject sent)
    {
        var view = Of(row).Without("actiontypecode");
        view["socid"] = row.Id;
        view["trackid"] = $"thi{row.Id}";
        Echo.Into(view, sent);
        return view;
    }
}
