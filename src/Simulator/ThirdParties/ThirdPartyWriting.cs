using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>Creating, changing, deleting and merging third parties.</summary>
internal sealed class ThirdPartyWriting(Database database)
{
    private const string Table = "societe";

    private static readonly Reply Deleted = Reply.Success("Object deleted");

    private readonly ThirdPartyCodes codes = new(database);

    public ImmutableArray<Route> Routes =>
    [
        new("POST", "thirdparties", Create),
        new("PUT", "thirdparties/{id}", Update),
        new("DELETE", "thirdparties/{id}", Delete),
        new("PUT", "thirdparties/{id}/merge/{idtodelete}", Merge),
    ];

    private Reply Create(ApiCall call)
    {
        if (!call.User.May(Rights.WriteThirdParties))
        {
            return new Reply.Refused(403, "", "api_thirdparties.class.php:308");
        }

        if (call.Sent("name") is null)
        {
            return new Reply.Refused(400, "name field missing", "api_thirdparties.class.php:2365");
        }

        var columns = Stored(ThirdPartyTable.Defaults.ToImmutableDictionary(pair => pair.Key, pair => (string?)pair.Value), call.Body);
        if (columns["nom"]!.Length == 0)
        {
            return NotCreated(null, "ErrorBadThirdPartyName");
        }

        if (Faults(columns, own: 0) is { Length: > 0 } faults)
        {
            return NotCreated(["", .. faults]);
        }

        // The name and its alias are inserted first, before an id is drawn; the rest is an update of that row.
        if (TooLong(columns, field => field.Column is "nom" or "name_alias" or "ref_ext") is { } early)
        {
            return NotCreated(early.Text);
        }

        var id = database.NextId(Table);
        if (TooLong(columns, _ => true) is { } late)
        {
            return NotCreated(late.Text);
        }

        var seesAll = call.User.May(Rights.SeeAllThirdParties);
        database.ThirdParties = database.ThirdParties.Add(id, new ThirdParty(id, columns)
        {
            Created = database.Now,
            Modified = database.Now,
            CreatedBy = call.User.Id,
            ModifiedBy = call.User.Id,
            Representatives = seesAll ? [] : [call.User.Id],
        });
        return new Reply.Json(id);
    }

    private Reply Update(ApiCall call)
    {
        if (!call.User.May(Rights.WriteThirdParties))
        {
            return new Reply.Refused(403, "", "api_thirdparties.class.php:357");
        }

        if (!database.ThirdParties.TryGetValue(call.Id(), out var row))
        {
            return new Reply.Refused(404, "Thirdparty not found", "api_thirdparties.class.php:362");
        }

        if (!row.IsSeenBy(call.User))
        {
            return new Reply.Refused(403, $"Access not allowed for login {call.User.Login}", "api_thirdparties.class.php:366");
        }

        var columns = Stored(row.Columns, call.Body);
        if (columns["nom"]!.Length == 0)
        {
            // An empty name is taken for one that was not sent.
            columns = columns.SetItem("nom", row["nom"]);
        }

        if (Faults(columns, row.Id) is { Length: > 0 } || TooLong(columns, _ => true) is not null)
        {
            return new Reply.Refused(500, TooLong(columns, _ => true)?.Text ?? "", "api_thirdparties.class.php:394");
        }

        row = row with { Columns = columns, Modified = database.Now, ModifiedBy = call.User.Id };
        database.ThirdParties = database.ThirdParties.SetItem(row.Id, row);
        return new Reply.Json(ThirdPartyView.AfterPut(row, call.Body));
    }

    /// <summary>A third party 0 is said to be deleted: the server does not look whether it read one.</summary>
    private Reply Delete(ApiCall call)
    {
        if (!call.User.May(Rights.DeleteThirdParties))
        {
            return new Reply.Refused(403, "", "api_thirdparties.class.php:476");
        }

        if (call.Id() == 0)
        {
            return Deleted;
        }

        if (!database.ThirdParties.TryGetValue(call.Id(), out var row))
        {
            return new Reply.Refused(404, "Thirdparty not found", "api_thirdparties.class.php:480");
        }

        if (!row.IsSeenBy(call.User))
        {
            return new Reply.Refused(403, $"Access not allowed for login {call.User.Login}", "api_thirdparties.class.php:483");
        }

        if (database.Invoices.Values.Any(invoice => invoice.ThirdPartyId == row.Id))
        {
            return new Reply.Refused(409, "Can't delete, that product is probably used", "api_thirdparties.class.php:491");
        }

        Remove(row.Id);
        return Deleted;
    }

    /// <summary>What is empty in the one that stays is filled from the one that goes; the invoices move.</summary>
    private Reply Merge(ApiCall call)
    {
        if (!call.User.May(Rights.WriteThirdParties))
        {
            return new Reply.Refused(403, "", "api_thirdparties.class.php:426");
        }

        if (!database.ThirdParties.TryGetValue(call.Id(), out var kept) || !database.ThirdParties.TryGetValue(call.Id("idtodelete"), out var gone))
        {
            return new Reply.Refused(404, "Thirdparty not found", "api_thirdparties.class.php:431");
        }

        kept = kept with
        {
            Columns = kept.Columns.SetItems(kept.Columns.Where(column => PhpText.IsEmpty(column.Value)).Select(column => KeyValuePair.Create(column.Key, gone[column.Key]))),
            Modified = database.Now,
        };
        database.ThirdParties = database.ThirdParties.SetItem(kept.Id, kept);
        database.Invoices = database.Invoices.With(database.Invoices.Values
            .Where(invoice => invoice.ThirdPartyId == gone.Id)
            .Select(invoice => invoice with { ThirdPartyId = kept.Id }));
        Remove(gone.Id);
        var view = ThirdPartyView.AfterPut(kept, []);
        view["socid"] = view["id"]!.DeepClone();
        return new Reply.Json(view);
    }

    private void Remove(long id)
    {
        database.PurchasePrices = database.PurchasePrices.RemoveRange(
            database.PurchasePrices.Values.Where(price => price.SupplierId == id).Select(price => price.Id));
        database.ThirdParties = database.ThirdParties.Remove(id);
        database.BankAccounts = database.BankAccounts.RemoveAll(account => account.ThirdPartyId == id);
        database.Objects = database.Objects.SetItem(ContactTable.Name, ContactTable.Without(database, id));
    }

    private ImmutableDictionary<string, string?> Stored(ImmutableDictionary<string, string?> before, JsonObject sent)
    {
        var columns = ThirdPartyTable.Fields.ToImmutableDictionary(
            field => field.Column,
            field => field.Store(sent.TryGetPropertyValue(field.Name, out var value)
                ? Cleaned(field, value)
                : before.GetValueOrDefault(field.Column) ?? ""));
        if (columns["fk_pays"] is null)
        {
            // Without a number it goes by the code, which the server knows of what it has read: no number clears a country.
            columns = columns.SetItem("fk_pays", sent["country_code"] is { } code ? Countries.IdOf(PhpText.Of(code) ?? "") : before.GetValueOrDefault("fk_pays"));
        }

        return WithCode(WithCode(columns, before, ("code_client", "client")), before, ("code_fournisseur", "fournisseur"));
    }

    /// <summary>Where a number is expected, true and false do not count.</summary>
    private static string Cleaned(StoredField field, JsonNode? value) =>
        field.Cleaning == Cleaning.Whole && value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? ""
            : CleanText.Field(field.Name, PhpText.Of(value) ?? "");

    /// <summary>A code is kept only by what is a customer, or a supplier; <c>auto</c> draws the next one.</summary>
    private ImmutableDictionary<string, string?> WithCode(
        ImmutableDictionary<string, string?> columns, ImmutableDictionary<string, string?> before, (string Code, string Role) kind) =>
        columns.SetItem(
            kind.Code,
            PhpText.IsEmpty(columns[kind.Role]) ? before.GetValueOrDefault(kind.Code)
            : ThirdPartyCodes.IsAsked(columns[kind.Code]) ? codes.Next(kind.Code)
            : columns[kind.Code]?.Trim().ToUpperInvariant());

    private string[] Faults(ImmutableDictionary<string, string?> columns, long own) =>
        [.. new[] { codes.Fault("code_client", columns["code_client"], own), codes.Fault("code_fournisseur", columns["code_fournisseur"], own) }.OfType<string>()];

    private static SqlError? TooLong(ImmutableDictionary<string, string?> columns, Func<StoredField, bool> which) =>
        ThirdPartyTable.Fields.Where(field => which(field) && columns[field.Column]?.Length > field.Limit)
            .Select(field => SqlError.TooLong(field.Limit))
            .FirstOrDefault();

    private static Reply.Refused NotCreated(params ImmutableArray<string?> details) =>
        new(500, "Error creating thirdparty", "api_thirdparties.class.php:328") { Details = details };
}
