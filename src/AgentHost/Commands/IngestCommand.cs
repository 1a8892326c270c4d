using System.Collections.Immutable;
using System.CommandLine;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Mailboxes;
using DolibarrAgent.Settings;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary><c>agent ingest PATH…</c>: structured invoices into the sandbox, without any model. One file by itself, or many messages.</summary>
internal static class IngestCommand
{
    public static Command Make(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description =
                "An email (.eml), a PDF or an XML with a structured invoice, or an archive or signed file (.zip, .tar, .gz, .p7m) "
                + "of these; or a folder of them, a maildir, a mailbox file (.mbox). Folders inside a folder are left alone. "
                + "Or a folder of a mailbox on a server, imaps://user@server/INBOX, which is only read.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(InputFile.RefuseOptions);
        var split = new Option<bool>("--split") { Description = "Where a message brings several invoices, a changeset for each; without it one for all of them, or none." };
        var watch = new Option<bool>("--watch")
        {
            Description =
                "Wait for more messages in the folders and the mailbox, and enter them as they come. Ctrl-C ends it, with the summary.",
        };
        var json = new Option<bool>("--json") { Description = "The result as one line of JSON; of many messages a line for each, and one with the summary." };
        var verbose = new Option<bool>("--verbose") { Description = "Log every call to stderr; bodies go to the log file." };
        var command =
            new Command("ingest",
            "Enters structured invoices in the sandbox, without any model, and records them as changesets. "
            + "Run again, it knows what was entered before.")
        {
            paths, split, watch, json, verbose,
        };
        var decisions = new DecisionOptions();
        decisions.AddTo(command);
        var mailbox = new MailboxArguments();
        mailbox.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var manner = new IngestManner(parsed.GetValue(json), parsed.GetValue(split), parsed.GetValue(watch));
            var (options, problems) = SkillWiring.Writing(terminal.Variables);
            if (options is null)
            {
                return await ShowAsync(new IngestResult.Refused(problems), manner, terminal);
            }
            using var log = AgentLog.Open(parsed.GetValue(verbose), terminal);
            options = options with { Decisions = decisions.Of(parsed), Log = log.Named("agent") };
            ImmutableArray<string> named = [.. parsed.GetValue(paths)!];
            var found = mailbox.SourceOf(named, parsed, new SourceManner(options, manner.IsWatched, terminal));
            if (found is not Checked<IMessageSource>.Valid { Value: var source })
            {
                return await ShowAsync(new IngestResult.Refused(found.AllProblems), manner, terminal);
            }
            await using (source)
            {
                return await RunAsync(new Asked(named, source, manner), options, terminal, cancel);
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(Asked asked, SkillOptions options, Terminal terminal, CancellationToken cancel)
    {
        var (paths, source, manner) = asked;
        var waiting = await source.WaitingAsync(cancel);
        // Where it watches, a decision would fall on whatever comes.
        if ((waiting.All.Length > 1 || manner.IsWatched) && DecisionOptions.OfSeveral(options.Decisions) is { IsEmpty: false } several)
        {
            return await ShowAsync(new IngestResult.Refused(several), manner, terminal);
        }
        using var skill = new Skill(options);
        if (IsOneFile(paths, waiting) && !manner.Split && !manner.IsWatched)
        {
            return await ShowAsync(await OneAsync(skill, waiting, cancel), manner, terminal);
        }
        using var batch = new IngestBatch(skill, source, manner, terminal);
        return await batch.RunAsync(waiting, cancel);
    }

    private static bool IsOneFile(ImmutableArray<string> paths, Messages waiting) =>
        paths is [var path] && !MailboxUrl.Is(path) && !Directory.Exists(path) && waiting.All.Length <= 1;

    /// <summary>What was asked for.</summary>
    private sealed record Asked(ImmutableArray<string> Paths, IMessageSource Source, IngestManner Manner);

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
/// <param name="Json">The result for a program.</param>
/// <param name="Split">A changeset for each invoice of a message.</param>
/// <param name="IsWatched">More messages are waited for.</param>
internal sealed record IngestManner(bool Json, bool Split, bool IsWatched);
