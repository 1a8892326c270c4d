using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>The currencies of the module Multicurrency. Without one the module is off, and nobody may read them, an administrator neither.</summary>
internal sealed class Currencies(Database database)
{
    // The company's own has the first row.
    private const int FirstForeign = 2;

    public ImmutableArray<Route> Routes =>
    [
        new("GET", "multicurrencies", List) { Numbers = ListQuery.Numbers },
        new("GET", "multicurrencies/bycode/{code}", ByCode),
    ];

    /// <summary>The row of a currency; 0 for the company's own.</summary>
    public static int RowOf(ForeignCurrency? currency, SimulatorOptions options) => currency is null ? 0 : options.Currencies.IndexOf(currency) + FirstForeign;

    private Reply List(ApiCall call) =>
        database.Options.Currencies.IsEmpty || !call.User.May(Rights.ReadCurrencies)
            ? new Reply.Refused(403, "Insufficient rights to read currency", "api_multicurrencies.class.php:64")
            : new Reply.Json(new JsonArray([.. database.Options.Currencies.Select(View)]));

    private Reply ByCode(ApiCall call)
    {
        var known = database.Options.Currencies.FirstOrDefault(currency => currency.Code == call.Path["code"]);
        if (known is null && !database.Options.Currencies.IsEmpty)
        {
            return new Reply.Refused(404, "Currency not found", "api_multicurrencies.class.php:190");
        }

        if (known is null || !call.User.May(Rights.ReadCurrencies))
        {
            return new Reply.Refused(403, "Insufficient rights to read currency", "api_multicurrencies.class.php:186");
        }

        return new Reply.Json(View(known));
    }

    private JsonObject View(ForeignCurrency known)
    {
        var row = RowOf(known, database.Options).ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["id"] = row,
            ["name"] = known.Code,
            ["code"] = known.Code,
            ["rate"] = new JsonObject { ["id"] = row, ["rate"] = known.Rate.ToString(CultureInfo.InvariantCulture), ["date_sync"] = 1767222000 },
        };
    }
}
