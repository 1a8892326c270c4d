using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>What the server is set to, as far as it was recorded: terms and types of payment, and for administrators the company.</summary>
internal sealed class Setup(Database database)
{
    private static readonly JsonObject Dictionaries = Shape.Load("dictionaries").AsObject();
    private static readonly JsonNode Company = Shape.Load("company");
    private static readonly JsonNode Modules = Shape.Load("modules");

    public ImmutableArray<Route> Routes =>
    [
        new("GET", "setup/dictionary/payment_types", _ => new Reply.Json(Dictionaries["payment_types"]!.DeepClone())),
        new("GET", "setup/dictionary/payment_terms", _ => new Reply.Json(Dictionaries["payment_terms"]!.DeepClone())),
        new("GET", "setup/dictionary/countries/byCode/{code}", call => Countries.ByCode(call.Path["code"])),
        new("GET", "setup/company", call => ForAdministrators(call, (2344, "COMPANY"), () => Company.Filled(("currency_code", database.Options.CompanyCurrency)))),
        new("GET", "setup/modules", call => ForAdministrators(call, (2867, "MODULES"), Modules.DeepClone)),
    ];

    private static Reply ForAdministrators(ApiCall call, (int Line, string Subject) refusal, Func<JsonNode> answer) =>
        call.User.May(Rights.Administer)
            ? new Reply.Json(answer())
            : new Reply.Refused(
                403,
                $"Error API open to admin users only or to the users with logins defined into constant API_LOGINS_ALLOWED_FOR_GET_{refusal.Subject}",
                $"api_setup.class.php:{refusal.Line}");
}
