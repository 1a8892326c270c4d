using System.Text.Json;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Documents that the session was given, and entering the structured invoices in them.</summary>
internal static class DocumentTools
{
    public static IEnumerable<Tool> Of(Skill skill) =>
    [
        new Tool("read_email", "Read a document given to this session: its text, files (fileN) and structured invoices (invoiceN).",
            [ToolParameter.Text("document", "docN (optional if only one), or fileN: its pages"),
                ToolParameter.Text("from_character", "to read on")],
            (arguments, cancel) => ReadAsync(skill, arguments, cancel)),
        new Tool("enter_invoice", "Enter a structured invoice completely: supplier found or created, lines, original attached, validated where totals agree.",
            [ToolParameter.Text("invoice", "invoiceN from read_email").Required],
            (arguments, cancel) => EnterAsync(skill, arguments, cancel)) { Writes = true },
    ];

    private static Task<string> ReadAsync(Skill skill, ToolArguments arguments, CancellationToken cancel)
    {
        var (from, name) = (arguments.Count("from_character"), arguments.Text("document"));
        return arguments.ThenAsync(async () => name is { } file && skill.Documents.IsFile(file)
            ? ToolJson.Of(await skill.Documents.PagesAsync(file, cancel), (writer, pages) => PagesView.Write(writer, pages, from))
            : ToolJson.Of(await skill.Documents.Get(name)
                .ThenAsync(async document => Result.Ok(await skill.Documents.RankedAsync(document, cancel))),
                (writer, document) => DocumentView.Write(writer, document, from)));
    }

    private static async Task<string> EnterAsync(Skill skill, ToolArguments arguments, CancellationToken cancel) =>
        ToolJson.Of(await skill.Documents.EnterAsync(arguments.Needed("invoice"), cancel), (writer, entered) => Entered(writer, skill, entered));

    private static void Entered(Utf8JsonWriter writer, Skill skill, EnteredInvoice entered)
    {
        var changeset = skill.Changeset.Current!;
        DoneJson.Write(writer, skill, changeset.OperationNamed(entered.Operation)!);
        writer.WriteBoolean("validated", entered.Validated);
        if (!entered.Validated)
        {
            writer.WriteString("do", "It stays a draft, which a person makes final. Tell them; do not try to validate it.");
        }
    }
}
