using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>
/// The bank accounts of a third party. Nothing is checked: an IBAN of <c>FR00</c> is taken. A creation inserts an empty row,
/// then fills it; where the label is taken that fails, and the empty row stays.
/// </summary>
internal sealed class BankAccountResource(Database database)
{
    private const string Accounts = "thirdparties/{id}/bankaccounts";

    public ImmutableArray<Route> Routes =>
    [
        new("GET", Accounts, List),
        new("POST", Accounts, Create),
        new("PUT", Accounts + "/{bankaccount_id}", Update),
        new("DELETE", Accounts + "/{bankaccount_id}", Delete),
    ];

    /// <summary>Whether a call enters an account: one that is more than one transaction.</summary>
    public static bool IsCreation(IncomingCall call) => HttpMethods.IsPost(call.Method) && call.PathAndQuery.EndsWith("/bankaccounts", StringComparison.Ordinal);

    private Reply List(ApiCall call)
    {
        if (!call.User.May(Rights.ReadThirdParties))
        {
            return new Reply.Refused(403, "", "api_thirdparties.class.php:1552");
        }

        var owner = database.ThirdParties.GetValueOrDefault(call.Id());
        if (owner is null ? !call.User.May(Rights.SeeAllThirdParties) : !owner.IsSeenBy(call.User))
        {
            return new Reply.Refused(403, $"Access not allowed for login {call.User.Login}", "api_thirdparties.class.php:1559");
        }

        JsonArray accounts = [.. database.BankAccounts.Where(account => account.ThirdPartyId == call.Id()).Select(account => account.InList())];
        return accounts.Count == 0
            ? new Reply.Refused(404, "Account not found", "api_thirdparties.class.php:1576")
            : new Reply.Json(accounts);
    }

    private Reply Create(ApiCall call)
    {
        if (!call.User.May(Rights.WriteThirdParties))
        {
            return new Reply.Refused(403, "", "api_thirdparties.class.php:1639");
        }

        if (!database.ThirdParties.TryGetValue(call.Id(), out var owner))
        {
            return new Reply.Refused(404, "Error creating Company Bank account, Company doesn't exists", "api_thirdparties.class.php:1642");
        }

        var inserted = new BankAccount(database.NextId("societe_rib"), call.Id())
        {
            Created = database.Now,
            Modified = database.Now,
            CustomerCode = owner["code_client"],
            IsDefault = !database.BankAccounts.Any(other => other.ThirdPartyId == call.Id() && other.IsDefault),
            Values = BankAccount.Empty,
        };
        var account = inserted with { Values = Values(BankAccount.Blank, call.Body) };
        if (call.StopsHalfWay || IsLabelTaken(account))
        {
            database.BankAccounts = database.BankAccounts.Add(inserted);
            return new Reply.Refused(500, "Error updating values", "api_thirdparties.class.php:1670");
        }

        database.BankAccounts = database.BankAccounts.Add(account);
        return new Reply.Json(account.AfterPost(call.Body));
    }

    private Reply Update(ApiCall call)
    {
        if (!call.User.May(Rights.WriteThirdParties))
        {
            return new Reply.Refused(403, "", "api_thirdparties.class.php:1696");
        }

        if (!database.ThirdParties.ContainsKey(call.Id()))
        {
            return new Reply.Refused(404, "Error creating Company Bank account, Company doesn't exists", "api_thirdparties.class.php:1699");
        }

        if (Find(call) is not { } account)
        {
            return new Reply.Refused(403, "", "api_thirdparties.class.php:1707");
        }

        var changed = account with { Modified = database.Now, Values = Values(account.Values.IsEmpty ? BankAccount.Blank : account.Values, call.Body) };
        if (IsLabelTaken(changed))
        {
            return new Reply.Refused(500, "Error updating values", "api_thirdparties.class.php:1729");
        }

        database.BankAccounts = database.BankAccounts.Remove(account).Add(changed);
        return new Reply.Json(changed.AfterPut(call.Body));
    }

    private Reply Delete(ApiCall call)
    {
        if (!call.User.May(Rights.WriteThirdParties))
        {
            return new Reply.Refused(403, "", "api_thirdparties.class.php:1752");
        }

        if (Find(call) is not { } account)
        {
            return new Reply.Refused(403, "Not allowed due to bad consistency of input data", "api_thirdparties.class.php:1764");
        }

        database.BankAccounts = database.BankAccounts.Remove(account);
        return new Reply.Json(1);
    }

    private BankAccount? Find(ApiCall call) =>
        database.BankAccounts.Find(account => account.Id == call.Id("bankaccount_id") && account.ThirdPartyId == call.Id());

    /// <summary>The table holds each label once for each third party, the empty one (null) aside.</summary>
    private bool IsLabelTaken(BankAccount account) => account.Label is { } label && database.BankAccounts.Any(
        other => other.Id != account.Id && other.ThirdPartyId == account.ThirdPartyId && other.Label == label);

    private static ImmutableDictionary<string, string> Values(ImmutableDictionary<string, string> before, JsonObject sent) =>
        before.SetItems(BankAccount.Fields
            .Where(sent.ContainsKey)
            .Select(field => KeyValuePair.Create(field, CleanText.Plain(PhpText.Of(sent[field]) ?? ""))));
}
