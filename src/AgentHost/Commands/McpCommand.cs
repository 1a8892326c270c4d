using System.Collections.Immutable;
using System.CommandLine;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary><c>agent mcp</c>: serves the skill to a client that brings its own model, over the Model Context Protocol on standard input and output.</summary>
internal static class McpCommand
{
    public const string Name = "mcp";

    /// <summary>What a changeset says of the model: a client does not prove which one it is.</summary>
    private const string Model = "of an MCP client";

    public static Command Make(Terminal terminal)
    {
        var email = RunCommand.EmailOption();
        var documents = new Option<string?>("--documents") { Description = "A folder whose mails, PDFs, XMLs and archives of these the client's model may open by name, and no other file.", HelpName = "FOLDER" };
        var writes = BoundOptions.WritesOption();
        var verbose = new Option<bool>("--verbose") { Description = "Log every call to stderr; bodies go to the log file." };
        var command = new Command(Name, "Serves the skill over the Model Context Protocol, on standard input and output, until the client closes its end. The client brings the model, and what the mail says goes there.") { email, documents, writes, verbose };
        command.SetAction(async (parsed, cancel) =>
        {
            var asked = new Asked(parsed.GetValue(email) ?? [], parsed.GetValue(documents), parsed.GetValue(writes), parsed.GetValue(verbose));
            return await RunAsync(asked, terminal, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(Asked asked, Terminal given, CancellationToken cancel)
    {
        // Calls, the log and the end of the input are told of from several threads.
        var terminal = given with { Error = TextWriter.Synchronized(given.Error) };
        var (options, files, problems) = await ReadAsync(asked, terminal, cancel);
        if (!problems.IsEmpty)
        {
            await ProblemLines.ShowAsync(problems, terminal);
            return ExitCode.Of(problems);
        }
        using var log = AgentLog.Open(asked.Verbose, terminal);
        using var skill = new Skill(options! with { Log = log.Named("agent"), Model = Model, DocumentFolder = asked.Documents });
        skill.AllowWrites(asked.Writes);
        foreach (var (name, bytes) in files)
        {
            skill.Documents.Give(name, bytes, cancel);
        }
        var server = new SkillServer(skill, new Narration(terminal.Error, terminal.ErrorWidth), log.Named("agent"));
        await server.RunAsync(terminal, cancel);
        foreach (var line in LeavingText.Lines(skill))
        {
            await terminal.Error.WriteLineAsync(line);
        }
        return cancel.IsCancellationRequested && skill.Changeset.Path is not null ? ExitCode.Refused : ExitCode.Done;
    }

    /// <summary>What it needs, or everything that is wrong at once. With the target at prod or unset nothing else is looked at.</summary>
    private static async Task<Ready> ReadAsync(Asked asked, Terminal terminal, CancellationToken cancel)
    {
        var (options, problems) = SkillWiring.Writing(terminal.Variables);
        if (problems is [var only] && only.Code == Codes.TargetIsProd)
        {
            return new Ready(null, [], problems);
        }
        var (files, fileProblems) = await InputFile.ReadAllAsync(asked.Files, cancel);
        if (asked.Documents is { } folder && !Directory.Exists(folder))
        {
            fileProblems = fileProblems.Add(new Problem(Codes.FileMissing, folder, "There is no such folder."));
        }
        return new Ready(options, files, [.. problems, .. fileProblems]);
    }

    private sealed record Asked(string[] Files, string? Documents, int Writes, bool Verbose);

    private sealed record Ready(SkillOptions? Options, ImmutableArray<NamedBytes> Files, ImmutableArray<Problem> Problems);
}
