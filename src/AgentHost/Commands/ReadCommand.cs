using System.CommandLine;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary><c>agent read FILE…</c>: what documents say. Touches no ERP and needs no configuration.</summary>
internal static class ReadCommand
{
    public static Command Make(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Emails (.eml), PDFs, XMLs, and archives or signed files of these.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(InputFile.RefuseOptions);
        var json = new Option<bool>("--json") { Description = "One line of JSON for each invoice, or one that says why there is none." };
        var text = new Option<bool>("--text")
        {
            Description = "The text of the pages instead: of PDFs, of pictures, and of those in a mail.",
        };
        var command = new Command("read", "Says what a document says, and how it would be entered. Touches no ERP.") { files, json, text };
        command.SetAction((parsed, cancel) => parsed.GetValue(text)
            ? new TextReading(terminal, parsed.GetValue(json)).RunAsync(parsed.GetValue(files)!, cancel)
            : RunAsync(parsed.GetValue(files)!, parsed.GetValue(json), terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, bool json, Terminal terminal, CancellationToken cancel)
    {
        var context = new CheckContext(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime));
        using var pages = PageReaders.By(terminal.Variables);
        var all = ExitCode.Done;
        foreach (var path in files)
        {
            var (bytes, problem) = await InputFile.ReadAsync(path, cancel);
            if (problem is not null)
            {
                await terminal.Out.WriteLineAsync(json ? Rejected(problem) : ReadingText.Of(problem));
                all = ExitCode.Refused;
                continue;
            }
            var reading = await DocumentReader.Read(path, bytes, ReadLimits.Default, cancel)
                .WithPagesAsync((file, ending) => pages.ReadAsync(file.Bytes, ending), cancel);
            foreach (var line in json ? DocumentJson.Lines(reading, context, VatRounding.PerLine) : ReadingText.Lines(reading, context))
            {
                await terminal.Out.WriteLineAsync(line);
            }
            all = reading.Outcome is DocumentOutcome.Parsed ? all : ExitCode.Refused;
        }
        return all;
    }

    /// <summary>Why a file was not read, as one line of JSON.</summary>
    public static string Rejected(Problem problem) => Json.Line(writer =>
    {
        writer.WriteString("file", problem.Place);
        writer.WriteString("outcome", "rejected");
        writer.WriteStartObject("reason");
        writer.WriteString("code", problem.Code.Text);
        writer.WriteString("message", problem.Message);
        writer.WriteString("remedy", problem.Remedy);
        writer.WriteEndObject();
    });
}
