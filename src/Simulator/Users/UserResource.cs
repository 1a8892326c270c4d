using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>A key looking at its own user and rights.</summary>
internal static class UserResource
{
    private static readonly JsonNode Whole = Shape.Load("user");

    public static ImmutableArray<Route> Routes => [new("GET", "users/info", Info)];

    private static Reply Info(ApiCall call)
    {
        // An administrator may read any user; everyone else their own, and only with the right to edit it.
        if (!call.User.May(Rights.EditOwnUser) && !call.User.May(Rights.Administer))
        {
            return new Reply.Refused(403, "Not allowed", "api_users.class.php:293");
        }

        var user = call.User;
        var isAdmin = user.May(Rights.Administer);
        var id = user.Id.ToString(CultureInfo.InvariantCulture);
        var created = user.Created.ToUnixTimeSeconds();
        var view = Whole.Filled(
            ("id", id),
            ("ref", id),
            ("entity", isAdmin ? "0" : "1"),
            ("lastname", isAdmin ? "SuperAdmin" : user.Login),
            ("email", isAdmin ? "" : $"{user.Login}@acme.test"),
            ("admin", isAdmin ? "1" : "0"),
            ("login", user.Login),
            ("datec", created),
            ("datem", created),
            ("datelastpassvalidation", PhpDate.Sql(user.Created)),
            ("flagdelsessionsbefore", created - 5));
        if (call.Flag("includepermissions"))
        {
            view["rights"] = RightsView.Of(user);
        }

        return new Reply.Json(view);
    }
}
