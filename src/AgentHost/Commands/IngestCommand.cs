using System.Collections.Immutable;
using System.CommandLine;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary><c>agent ingest FILE</c>: a structured invoice into the sandbox, without any model.</summary>
internal static class IngestCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "An email (.eml), a PDF or an XML with a structured invoice." };
        file.Validators.Add(InputFile.RefuseOptions);
        var json = new Option<bool>("--json") { Description = "The result as one line of JSON." };
        var verbose = new Option<bool>("--verbose") { Description = "Say every call on stderr; bodies go to the log's file." };
        var command = new Command("ingest", "Enters a structured invoice in the sandbox, without any model, and records it as a changeset.") { file, json, verbose };
        command.SetAction(async (parsed, cancel) =>
        {
            var result = await RunAsync(parsed.GetValue(file)!, parsed.GetValue(verbose), terminal, cancel);
            return await ShowAsync(result, parsed.GetValue(json), terminal);
        });
        return command;
    }

    private static async Task<IngestResult> RunAsync(string path, bool verbose, Terminal terminal, CancellationToken cancel)
    {
        var (options, problems) = SkillWiring.Writing(terminal.Variables);
        if (options is null)
        {
            return new IngestResult.Refused(problems);
        }
        var (bytes, problem) = await InputFile.ReadAsync(path, cancel);
        if (problem is not null)
        {
            return new IngestResult.Refused([problem]);
        }
        using var log = AgentLog.Open(options.Settings.ChangesetsFolder, verbose, terminal);
        using var skill = new Skill(options with { Log = log.Logger });
        return await Ingest.RunAsync(skill, Path.GetFileName(path), bytes, cancel);
    }

    private static async Task<int> ShowAsync(IngestResult result, bool json, Terminal terminal)
    {
        if (json)
        {
            await terminal.Out.WriteLineAsync(IngestJson.Of(result));
        }
        switch (result)
        {
            case IngestResult.Entered entered:
                if (!json)
                {
                    IngestText.Show(entered, terminal);
                }
                return ExitCode.Done;
            case IngestResult.Refused refused:
                await ProblemLines.ShowAsync(refused.Problems, terminal);
                return ExitCodes.Of(refused.Problems);
            default:
                throw new InvalidOperationException("An ingest's result is one of two.");
        }
    }
}
