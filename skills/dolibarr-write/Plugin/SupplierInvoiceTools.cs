using System.Collections.Immutable;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Writing supplier invoices.</summary>
internal static class SupplierInvoiceTools
{
    private static readonly ToolParameter Lines = new("lines", LinesArgument.Schema, IsRequired: false);
    private static readonly string[] TotalNames = ["net", "vat", "gross"];
    private static readonly ToolParameter Invoice = ToolParameter.Text("invoice", "id or opN").Required;

    public static IEnumerable<Tool> Of(Skill skill) =>
    [
        new Tool("create_supplier_invoice", "Enter an invoice without structured data, as a draft. For a structured one use enter_invoice.",
            [
                ToolParameter.Text("supplier", "third party id or opN").Required, ToolParameter.Text("reference", "the number printed on it").Required,
                ToolParameter.Choice("type", "standard", "creditNote", "deposit"), ToolParameter.Text("date", "YYYY-MM-DD").Required, ToolParameter.Text("due_date"),
                ToolParameter.Text("currency", "as printed: EUR").Required,
                ToolParameter.Text("net", "as printed").Required, ToolParameter.Text("vat", "as printed").Required,
                ToolParameter.Text("gross", "as printed").Required,
                Lines.Required, ToolParameter.Text("label"), ToolParameter.Text("note"), ToolParameter.Text("credited_invoice", "id or opN, for a credit note"),
            ],
            (arguments, cancel) => CreateAsync(skill, arguments, cancel)) { Writes = true },
        new Tool("change_supplier_invoice", "Change fields of a draft. With lines, of a draft that this changeset did not make, give net, vat and gross too.",
            [
                Invoice, ToolParameter.Text("reference"), ToolParameter.Text("date"), ToolParameter.Text("due_date"), ToolParameter.Text("label"), ToolParameter.Text("note"), new ToolParameter("lines", LinesArgument.SchemaAgain, IsRequired: false),
                .. TotalNames.Select(name => ToolParameter.Text(name, "as printed")),
            ],
            (arguments, cancel) => ChangeAsync(skill, arguments, cancel)) { Writes = true },
        new Tool("attach_file", "Attach a file of a given document to an invoice.", [Invoice, ToolParameter.Text("file", "fileN from read_email").Required],
            async (arguments, cancel) => DoneJson.Of(skill, await skill.SupplierInvoices.AttachAsync(arguments.Needed("invoice"), arguments.Needed("file"), cancel))) { Writes = true },
        new Tool("validate_supplier_invoice", "Make a draft final. Refused unless its totals are the document's to the cent.",
            [Invoice, ToolParameter.Text("gross", "as printed").Required],
            (arguments, cancel) => ValidateAsync(skill, arguments, cancel)) { Writes = true },
    ];

    private static Task<string> CreateAsync(Skill skill, ToolArguments arguments, CancellationToken cancel)
    {
        var asked = Asked(arguments) with { Type = arguments.Text("type") };
        var document = new DocumentAsked(arguments.Needed("currency").Trim().ToUpperInvariant(), Totals(arguments));
        return arguments.ThenAsync(async () => ToolJson.Of(
            await skill.SupplierInvoices.CreateAsync(new PartyHandles(arguments.Needed("supplier"), arguments.Text("credited_invoice")), asked, document, cancel),
            (writer, created) =>
            {
                DoneJson.Write(writer, skill, created.Done.Operation);
                if (!created.Differences.IsEmpty)
                {
                    writer.WriteString("do", "The totals are not the document's: correct the lines with change_supplier_invoice, or leave it a draft.");
                }
            }));
    }

    private static Task<string> ChangeAsync(Skill skill, ToolArguments arguments, CancellationToken cancel)
    {
        var asked = Asked(arguments);
        var totals = TotalNames.Any(name => arguments.Text(name) is not null) ? Totals(arguments) : null;
        return arguments.ThenAsync(async () => DoneJson.Of(skill, await skill.SupplierInvoices.ChangeAsync(arguments.Needed("invoice"), asked, totals, cancel)));
    }

    private static Task<string> ValidateAsync(Skill skill, ToolArguments arguments, CancellationToken cancel)
    {
        var gross = arguments.Amount("gross");
        return arguments.ThenAsync(async () => DoneJson.Of(skill, await skill.SupplierInvoices.ValidateAsync(arguments.Needed("invoice"), gross, cancel)));
    }

    private static TotalsAsked Totals(ToolArguments arguments) => new(arguments.Amount("net"), arguments.Amount("vat"), arguments.Amount("gross"));

    private static SupplierInvoiceAsked Asked(ToolArguments arguments) => new()
    {
        Reference = arguments.Text("reference"),
        Date = arguments.Text("date"),
        DueDate = arguments.Text("due_date"),
        Label = arguments.Text("label"),
        Note = arguments.Text("note"),
        Lines = arguments.Lines("lines"),
    };
}
