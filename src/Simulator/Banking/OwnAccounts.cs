using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>The bank accounts of the company itself, and what was booked on them.</summary>
internal sealed class OwnAccounts(Database database)
{
    private const string Source = "api_bankaccounts.class.php:";

    private static readonly JsonNode WholeAccount = Shape.Load("ownaccount");
    private static readonly JsonNode WholeLine = Shape.Load("bankline");

    private static readonly Table<OwnAccount> Accounts = new(
    [
        new("rowid", SqlType.Integer, account => Text(account.Id)),
        new("ref", SqlType.Text, account => account.Ref),
        new("label", SqlType.Text, account => account.Label),
    ]);

    private static readonly Table<BankLine> Lines = new(
    [
        new("rowid", SqlType.Integer, line => Text(line.Id)),
        new("emetteur", SqlType.Text, line => line.Issuer),
        new("num_chq", SqlType.Text, line => line.Number),
    ])
    {
        IsNamed = false,
    };

    public ImmutableArray<Route> Routes =>
    [
        new("GET", "bankaccounts", List) { Numbers = ListQuery.Numbers },
        new("POST", "bankaccounts", Create) { Required = ["ref", "label", "type", "currency_code", "country_id"] },
        new("GET", "bankaccounts/{id}/lines", ListLines),
        new("GET", "bankaccounts/{id}/lines/{lineId}/links", Links),
    ];

    private Reply List(ApiCall call)
    {
        if (!call.User.May(Rights.ReadBanks))
        {
            return new Reply.Refused(403, "", Source + "81");
        }

        var statement = new ListStatement(
            "SELECT t.rowid FROM llx_bank_account AS t LEFT JOIN llx_bank_account_extrafields AS ef ON (ef.fk_object = t.rowid) WHERE t.entity IN (1)",
            "Error when retrieving list of accounts", Source + "99", Source + "131");
        var (page, _, refusal) = ListQuery.Run(call, Accounts, database.Bank.Accounts.Values, statement);
        return refusal is not null ? refusal : new Reply.Json(new JsonArray([.. page.Select(View)]));
    }

    /// <summary>With its opening balance, which is a line like any other.</summary>
    private Reply Create(ApiCall call)
    {
        if (!call.User.May(Rights.Administer))
        {
            return new Reply.Refused(403, "", Source + "169");
        }

        var account = new OwnAccount(database.NextId("bank_account"), call.Sent("ref") ?? "")
        {
            Label = call.Sent("label") ?? "",
            Currency = call.Sent("currency_code") ?? database.Options.CompanyCurrency,
            Kind = call.Sent("type") ?? "1",
            IsClosed = call.Sent("clos") is "1",
            Created = database.Now,
        };
        var opening = new BankLine(database.NextId("bank"), account.Id)
        {
            Date = PhpDate.Read(call.Sent("date_solde") ?? "0") ?? DateOnly.MinValue,
            Amount = 0,
            Label = "(InitialBankBalance)",
            Means = "SOLD",
            Created = database.Now,
            CreatedBy = call.User.Id,
        };
        database.Bank = database.Bank with
        {
            Accounts = database.Bank.Accounts.Add(account.Id, account),
            Lines = database.Bank.Lines.Add(opening.Id, opening),
        };
        return new Reply.Json(account.Id);
    }

    private Reply ListLines(ApiCall call)
    {
        if (!call.User.May(Rights.ReadBanks))
        {
            return new Reply.Refused(403, "", Source + "466");
        }

        if (!database.Bank.Accounts.TryGetValue(call.Id(), out var account))
        {
            return new Reply.Refused(404, "account not found", Source + "472");
        }

        var statement = new ListStatement(
            $"SELECT rowid FROM llx_bank  WHERE fk_account = {Text(account.Id)}",
            "Error when retrieving list of account lines", Source + "482", Source + "501");
        var all = call with { Query = call.Query.SetItem("limit", "0") };
        var (page, _, refusal) = ListQuery.Run(all, Lines, database.Bank.Lines.Values.Where(line =>
            line.AccountId == account.Id), statement);
        // Told without the blank that other lists have before the colon.
        return refusal is { Status: 503 } ? refusal with { Message = refusal.Message.Replace(" : ", ": ", StringComparison.Ordinal) }
            : refusal is not null ? refusal
            : new Reply.Json(new JsonArray([.. page.Select(line => View(line, account))]));
    }

    private Reply Links(ApiCall call)
    {
        if (!call.User.May(Rights.ReadBanks))
        {
            return new Reply.Refused(403, "", Source + "694");
        }

        if (!database.Bank.Accounts.ContainsKey(call.Id()))
        {
            return new Reply.Refused(404, "account not found", Source + "700");
        }

        return new Reply.Json(database.Bank.Lines.GetValueOrDefault(call.Id("lineId")) is
        {
            PaymentId: { } payment,
            ThirdPartyId: { } party
        } line
            ? new JsonArray(
                Link("/fourn/card.php?socid=", party, (database.ThirdParties.GetValueOrDefault(party)?["nom"] ?? "", "company"), line),
                Link("/fourn/paiement/card.php?id=", payment, ("(paiement)", "payment_supplier"), line))
            : []);
    }

    private static JsonObject Link(string url, long id, (string Label, string Kind) what, BankLine line) => new()
    {
        ["url"] = url,
        ["url_id"] = Text(id),
        ["label"] = what.Label,
        ["type"] = what.Kind,
        ["fk_bank"] = Text(line.Id),
    };

    private static JsonObject View(OwnAccount account) => WholeAccount.Filled(
        ("id", Text(account.Id)),
        ("ref", account.Ref),
        ("country_id", "1"),
        ("country_code", "FR"),
        ("date_creation", account.Created.ToUnixTimeSeconds()),
        ("date_modification", account.Created.ToUnixTimeSeconds()),
        ("label", account.Label),
        ("courant", account.Kind),
        ("type", account.Kind),
        ("status", account.IsClosed ? "1" : "0"),
        ("clos", account.IsClosed ? "1" : "0"),
        ("currency_code", account.Currency),
        ("account_currency_code", account.Currency));

    private static JsonObject View(BankLine line, OwnAccount account) => WholeLine.Filled(
        ("id", Text(line.Id)),
        ("ref", Text(line.Id)),
        ("fk_account", Text(line.AccountId)),
        ("datec", line.Created.ToUnixTimeSeconds()),
        ("dateo", PhpDate.Seconds(line.Date)),
        ("datev", PhpDate.Seconds(line.Date)),
        ("amount", PgText.Amount(line.Amount)),
        ("fk_user_author", Text(line.CreatedBy)),
        ("fk_type", line.Means),
        ("bank_account_ref", account.Ref),
        ("bank_account_label", account.Label),
        ("num_chq", line.Number),
        ("label", line.Label));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
