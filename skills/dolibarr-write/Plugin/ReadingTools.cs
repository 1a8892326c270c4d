using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Finding third parties and invoices on the configured target, and showing one.</summary>
internal static class ReadingTools
{
    private const int MostFound = 5;

    private static readonly ImmutableArray<Key> Keys =
    [
        new("vat_number", ThirdPartyFields.VatNumber), new("siren", ThirdPartyFields.Siren),
        new("siret", ThirdPartyFields.Siret), new("email", ThirdPartyFields.Email),
    ];

    public static IEnumerable<Tool> Of(Skill skill) =>
    [
        new Tool("find_third_parties", "Find third parties by exactly one of these. Only a legal id identifies one; a name or email never does.",
            [ToolParameter.Text("vat_number"), ToolParameter.Text("siren"), ToolParameter.Text("siret"), ToolParameter.Text("name", "part of it"), ToolParameter.Text("email")],
            (arguments, cancel) => FindThirdPartiesAsync(skill, arguments, cancel)),
        new Tool("find_supplier_invoices", "Find invoices by the supplier's own number (reference), or by supplier and date.",
            [ToolParameter.Text("reference"), ToolParameter.Text("supplier", "third party id"), ToolParameter.Text("date", "YYYY-MM-DD")],
            (arguments, cancel) => FindInvoicesAsync(skill, arguments, cancel)),
    ];

    private static async Task<string> FindThirdPartiesAsync(Skill skill, ToolArguments arguments, CancellationToken cancel)
    {
        var asked = Keys.Select(k => k.Argument).Append("name").Where(name => !string.IsNullOrWhiteSpace(arguments.Text(name))).ToList();
        if (asked is not [var by])
        {
            return ToolJson.Refused([new Problem(Codes.WrongArguments, "arguments", "", "Give exactly one of vat_number, siren, siret, name, email.")]);
        }
        var value = arguments.Needed(by);
        var found = by == "name"
            ? await skill.ThirdParties.FindByNameAsync(value, cancel)
            : await skill.ThirdParties.FindAsync(Keys.Single(k => k.Argument == by).Field, value, cancel);
        return ToolJson.Of(found, (writer, parties) => List(writer, parties, party => ObjectJson.ThirdPartyRow(writer, skill.ThirdParties.HandleOf(party), party)));
    }

    /// <summary>One third party.</summary>
    public static async Task<string> ThirdPartyAsync(Skill skill, string handle, CancellationToken cancel) =>
        ToolJson.Of(await skill.ThirdParties.GetAsync(handle, cancel), (writer, party) =>
        {
            writer.WriteString("note", ToolJson.Note);
            ObjectJson.ThirdParty(writer, skill.ThirdParties.HandleOf(party), party);
        });

    private static Task<string> FindInvoicesAsync(Skill skill, ToolArguments arguments, CancellationToken cancel)
    {
        var (reference, supplier, date) = (arguments.Text("reference"), arguments.Text("supplier"), arguments.Date("date"));
        return arguments.ThenAsync(async () => (reference, supplier, date) switch
        {
            ({ Length: > 0 }, _, null) => Shown(await skill.SupplierInvoices.FindAsync(reference, supplier, cancel)),
            (null or "", { Length: > 0 }, { } day) => Shown(await skill.SupplierInvoices.FindByDateAsync(supplier, day, cancel)),
            _ => ToolJson.Refused([new Problem(Codes.WrongArguments, "arguments", "", "Give reference (and supplier), or supplier and date.")]),
        });

        string Shown(Result<ImmutableArray<SupplierInvoice>> found) =>
            ToolJson.Of(found, (writer, invoices) => List(writer, invoices, invoice => ObjectJson.InvoiceRow(writer, HandlesOf(skill, invoice), invoice)));
    }

    /// <summary>One supplier invoice with its lines.</summary>
    public static async Task<string> InvoiceAsync(Skill skill, string handle, CancellationToken cancel) =>
        ToolJson.Of(await skill.SupplierInvoices.GetAsync(handle, cancel), (writer, invoice) =>
        {
            writer.WriteString("note", ToolJson.Note);
            ObjectJson.Invoice(writer, HandlesOf(skill, invoice), invoice);
        });

    private static InvoiceHandles HandlesOf(Skill skill, SupplierInvoice invoice) =>
        new(skill.SupplierInvoices.HandleOf(invoice), skill.ThirdParties.HandleOf(invoice.SupplierId));

    private static void List<T>(Utf8JsonWriter writer, ImmutableArray<T> found, Action<T> row)
    {
        if (!found.IsEmpty)
        {
            writer.WriteString("note", ToolJson.Note);
        }
        writer.WriteNumber("found", found.Length);
        writer.WriteStartArray("list");
        foreach (var one in found.Take(MostFound))
        {
            writer.WriteStartObject();
            row(one);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (found.Length > MostFound)
        {
            writer.WriteNumber("not_shown", found.Length - MostFound);
        }
    }

    private sealed record Key(string Argument, string Field);
}
