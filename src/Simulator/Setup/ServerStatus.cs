using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>Who answers. A production server tells neither its environment nor its time.</summary>
internal sealed class ServerStatus(Database database)
{
    public ImmutableArray<Route> Routes => [new("GET", "status", Status)];

    private Reply.Json Status(ApiCall call)
    {
        var status = new JsonObject
        {
            ["code"] = 200,
            ["dolibarr_version"] = database.Options.Version,
            ["access_locked"] = "0",
        };
        if (!database.Options.Production)
        {
            status["environment"] = "non-production";
            status["timestamp_now_utc"] = database.Now.ToUnixTimeSeconds();
            status["timestamp_php_tz"] = "UTC";
            status["date_tz"] = PhpDate.Sql(database.Now);
        }

        return new Reply.Json(new JsonObject { ["success"] = status });
    }
}
