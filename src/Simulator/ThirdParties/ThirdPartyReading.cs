using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>Looking third parties up.</summary>
internal sealed class ThirdPartyReading(Database database)
{
    private const string Where = "SELECT t.rowid FROM llx_societe as t LEFT JOIN llx_societe_extrafields AS ef ON ef.fk_object = t.rowid, llx_c_stcomm as st WHERE t.entity IN (1) AND t.fk_stcomm = st.id";

    public ImmutableArray<Route> Routes =>
    [
        new("GET", "thirdparties", List) { Numbers = [.. ListQuery.Numbers, "mode"] },
        new("GET", "thirdparties/email/{email}", call => One(call, row => row["email"] == call.Path["email"])),
        new("GET", "thirdparties/{id}", call => One(call, row => row.Id == call.Id())),
    ];

    private Reply One(ApiCall call, Func<ThirdParty, bool> sought)
    {
        if (!call.User.May(Rights.ReadThirdParties))
        {
            return new Reply.Refused(403, $"Access not allowed for login {call.User.Login}. No read permission on thirdparties.", "api_thirdparties.class.php:2398");
        }

        return database.ThirdParties.Values.FirstOrDefault(sought) switch
        {
            null => new Reply.Refused(404, "Thirdparty not found", "api_thirdparties.class.php:2407"),
            var row when !row.IsSeenBy(call.User) => new Reply.Refused(403, $"Access not allowed for login {call.User.Login} on this thirdparty", "api_thirdparties.class.php:2411"),
            var row => new Reply.Json(ThirdPartyView.Of(row)),
        };
    }

    private Reply List(ApiCall call)
    {
        if (!call.User.May(Rights.ReadThirdParties))
        {
            return new Reply.Refused(403, "", "api_thirdparties.class.php:155");
        }

        var mode = call.Number("mode", 0);
        var rows = database.ThirdParties.Values.Where(row => row.IsSeenBy(call.User) && IsOfMode(row, mode));
        var statement = new ListStatement(
            Where + SqlOfMode(mode), "Error when retrieve thirdparties", "api_thirdparties.class.php:216", "api_thirdparties.class.php:250");
        var (page, total, refusal) = ListQuery.Run(call, ThirdPartyTable.Columns, rows, statement);
        if (refusal is not null)
        {
            return refusal;
        }

        if (page.IsEmpty)
        {
            return new Reply.Refused(404, NothingFound(mode), "api_thirdparties.class.php:270");
        }

        JsonArray items = [.. page.Select(row => ThirdPartyView.InList(row).Thinned(call.Parameter("properties")))];
        return new Reply.Json(ListQuery.Body(call, items, total));
    }

    private static bool IsOfMode(ThirdParty row, int mode) => mode switch
    {
        1 => row["client"] is "1" or "3",
        2 => row["client"] is "2" or "3",
        3 => row["client"] == "0",
        4 => row["fournisseur"] == "1",
        _ => true,
    };

    private static string SqlOfMode(int mode) => mode switch
    {
        1 => " AND t.client IN (1, 3)",
        2 => " AND t.client IN (2, 3)",
        3 => " AND t.client IN (0)",
        4 => " AND t.fournisseur IN (1)",
        _ => "",
    };

    private static string NothingFound(int mode) => mode switch
    {
        0 => "No third parties found",
        1 => "No customers found",
        2 => "No prospects found",
        3 => "No other third parties found",
        4 => "No suppliers found",
        _ => "",
    };
}
