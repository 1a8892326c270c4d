using System.Collections.Immutable;
using System.CommandLine;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary><c>agent ingest PATH…</c>: structured invoices into the sandbox, without any model. One file by itself, or many messages.</summary>
internal static class IngestCommand
{
    public static Command Make(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "An email (.eml), a PDF or an XML with a structured invoice, or an archive or signed file (.zip, .tar, .gz, .p7m) of these; or a folder of them, a maildir, a mailbox file (.mbox). Folders inside a folder are left alone.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(InputFile.RefuseOptions);
        var split = new Option<bool>("--split") { Description = "Where a message brings several invoices, a changeset for each; without it one for all of them, or none." };
        var json = new Option<bool>("--json") { Description = "The result as one line of JSON; of many messages a line for each, and one with the summary." };
        var verbose = new Option<bool>("--verbose") { Description = "Log every call to stderr; bodies go to the log file." };
        var command = new Command("ingest", "Enters structured invoices in the sandbox, without any model, and records them as changesets. Run again, it knows what was entered before.") { paths, split, json, verbose };
        var decisions = new DecisionOptions();
        decisions.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var manner = new IngestManner(parsed.GetValue(json), parsed.GetValue(split), parsed.GetValue(verbose));
            var (options, problems) = SkillWiring.Writing(terminal.Variables);
            return options is null
                ? await ShowAsync(new IngestResult.Refused(problems), manner, terminal)
                : await RunAsync(parsed.GetValue(paths)!, options with { Decisions = decisions.Of(parsed) }, manner, terminal, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, SkillOptions options, IngestManner manner, Terminal terminal, CancellationToken cancel)
    {
        var named = paths.Select(path => MessageFolder.Of(path, cancel)).Aggregate((all, more) => all.And(more));
        if (named.All.Length > 1 && DecisionOptions.OfSeveral(options.Decisions) is { IsEmpty: false } several)
        {
            return await ShowAsync(new IngestResult.Refused(several), manner, terminal);
        }

        using var log = AgentLog.Open(manner.Verbose, terminal);
        using var skill = new Skill(options with { Log = log.Named("agent") });
        return IsOneFile(paths, named) && !manner.Split
            ? await ShowAsync(await OneAsync(skill, named, cancel), manner, terminal)
            : await IngestBatch.RunAsync(skill, named, manner, terminal, cancel);
    }

    private static bool IsOneFile(string[] paths, Messages named) => paths is [var path] && !Directory.Exists(path) && named.All.Length <= 1;

    private static async Task<IngestResult> OneAsync(Skill skill, Messages named, CancellationToken cancel)
    {
        if (named.All is not [var message])
        {
            return new IngestResult.Refused(named.Problems);
        }
        try
        {
            var (bytes, problem) = await message.ReadAsync(cancel);
            return problem is null ? await Ingest.RunAsync(skill, Path.GetFileName(message.Name), bytes, cancel) : new IngestResult.Refused([problem]);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new IngestResult.Refused([Unfinished.Stopped(message.Name, skill.Changeset.Path is { } path
                ? $"Take back what was begun with `agent discard {path}`, then run this again."
                : "Nothing was started; run this again.")]);
        }
    }

    private static async Task<int> ShowAsync(IngestResult result, IngestManner manner, Terminal terminal)
    {
        if (manner.Json)
        {
            await terminal.Out.WriteLineAsync(IngestJson.Of(result));
        }
        switch (result)
        {
            case IngestResult.Entered entered:
                if (!manner.Json)
                {
                    IngestText.Show(entered, terminal);
                }
                return ExitCode.Done;
            case IngestResult.Refused refused:
                await ProblemLines.ShowAsync(refused.Problems, terminal);
                return ExitCode.Of(refused.Problems);
            default:
                throw new InvalidOperationException("An ingest's result is one of two.");
        }
    }
}

/// <summary>How an ingest was asked for.</summary>
internal sealed record IngestManner(bool Json, bool Split, bool Verbose);
