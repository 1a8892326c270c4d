using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>The recorded terms and types of payment, with the numbers that this server gives them.</summary>
internal sealed class PaymentDictionaries(Database database)
{
    private const string Terms = "payment_terms";
    private const string Types = "payment_types";

    private static readonly JsonObject Recorded = Shape.Load("dictionaries").AsObject();

    public ImmutableArray<Route> Routes =>
    [
        new("GET", "setup/dictionary/payment_terms", call => List(call, Terms, "api_setup.class.php:1705")) { Numbers = ListQuery.Numbers },
        new("GET", "setup/dictionary/payment_types", call => List(call, Types, "api_setup.class.php:288")) { Numbers = ListQuery.Numbers },
    ];

    /// <summary>The terms of that number, switched on or off; null if there are none.</summary>
    public JsonObject? TermsOf(int? id) => Entry(Terms, id);

    /// <summary>The type of payment of that number.</summary>
    public JsonObject? TypeOf(int? id) => Entry(Types, id);

    /// <summary>Opened by a right of the customer's side; a key that has only the supplier's is refused.</summary>
    private Reply List(ApiCall call, string dictionary, string source)
    {
        if (!call.User.May(Rights.ReadSales))
        {
            return new Reply.Refused(403, "", source);
        }

        var isOn = call.Number("active", 1) == 1;
        var limit = call.Number("limit", ListQuery.DefaultLimit);
        var entries = Entries(dictionary).Where(entry => database.SwitchedOff.Contains(CodeOf(entry)) != isOn);
        return new Reply.Json(new JsonArray([.. limit > 0 ? entries.Skip(limit * Math.Max(0, call.Number("page", 0))).Take(limit) : entries]));
    }

    private JsonObject? Entry(string dictionary, int? id) => id is null ? null : Entries(dictionary).FirstOrDefault(entry => entry["id"]!.GetValue<string>() == Text(id.Value));

    private IEnumerable<JsonObject> Entries(string dictionary) => Recorded[dictionary]!.AsArray().Select(recorded =>
    {
        var entry = recorded!.DeepClone().AsObject();
        entry["id"] = Text(long.Parse(entry["id"]!.GetValue<string>(), CultureInfo.InvariantCulture) + database.Options.DictionaryOffset);
        return entry;
    });

    private static string CodeOf(JsonObject entry) => entry["code"]!.GetValue<string>();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
