using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>What the server is set to, as far as it was recorded: countries, and for administrators the company.</summary>
internal sealed class Setup(Database database)
{
    private static readonly JsonNode Company = Shape.Load("company");
    private static readonly JsonNode Modules = Shape.Load("modules");

    public ImmutableArray<Route> Routes =>
    [
        new("GET", "setup/dictionary/countries/byCode/{code}", call => Countries.ByCode(call.Path["code"])),
        new("GET", "setup/company", OwnCompany),
        new("GET", "setup/conf/{name}", call => ForAdministrators(call, (2467, "CONST_READ"), () => Constant(call.Path["name"]))),
        new("GET", "setup/modules", call => ForAdministrators(call, (2867, "GET_MODULES"), () => new Reply.Json(Modules.DeepClone()))),
    ];

    private Reply OwnCompany(ApiCall call) => database.Options.CompanyReader is { } login && (login == SimulatorOptions.EveryKey || login == call.User.Login)
        ? new Reply.Json(CompanyView())
        : ForAdministrators(call, (2344, "GET_COMPANY"), () => new Reply.Json(CompanyView()));

    private JsonObject CompanyView() => Company.Filled(
        ("name", database.Options.Company.Name),
        ("idprof1", database.Options.Company.Siren),
        ("idprof2", database.Options.Company.Siret),
        ("tva_intra", database.Options.Company.VatNumber),
        ("currency_code", database.Options.CompanyCurrency));

    /// <summary>The few constants that the simulated server knows; every other is unset.</summary>
    private Reply Constant(string name) => name switch
    {
        "MAIN_MODULE_MULTICURRENCY" when !database.Options.Currencies.IsEmpty => new Reply.Json("1"),
        "MAIN_MONNAIE" => new Reply.Json(database.Options.CompanyCurrency),
        "API_LOGINS_ALLOWED_FOR_GET_COMPANY" when database.Options.CompanyReader is { } login => new Reply.Json(login),
        "MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND_SUPPLIER" when database.Options.Rounding == VatRounding.Total => new Reply.Json("1"),
        _ => new Reply.Refused(400, "Error Bad or unknown value for constantname", "api_setup.class.php:2471"),
    };

    private static Reply ForAdministrators(ApiCall call, (int Line, string Subject) refusal, Func<Reply> answer) =>
        call.User.May(Rights.Administer)
            ? answer()
            : new Reply.Refused(
                403,
                $"Error API open to admin users only or to the users with logins defined into constant API_LOGINS_ALLOWED_FOR_{refusal.Subject}",
                $"api_setup.class.php:{refusal.Line}");
}
