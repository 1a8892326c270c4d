using System.CommandLine;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Recording;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary><c>agent discard CHANGESET</c>: what an agent left behind, out of the sandbox again.</summary>
internal static class DiscardCommand
{
    public static Command Make(Terminal terminal)
    {
        var changeset = new Argument<string>("CHANGESET") { Description = "A changeset.json, or the folder that holds one. No agent may be at work on it." };
        changeset.Validators.Add(InputFile.RefuseOptions);
        var reason = new Option<string?>("--reason")
        {
            Description = "Why; the changeset keeps it, and every list shows it.",
            HelpName = "WHY",
        };
        var json = new Option<bool>("--json") { Description = "The result as one line of JSON." };
        var verbose = new Option<bool>("--verbose") { Description = "Log every call to stderr; bodies go to the log file." };
        var command = new Command("discard",
            "Takes what a changeset did out of the sandbox again, and marks it as discarded: one that an agent left open, "
                + "or a finished one of which nothing is on prod.") { changeset, reason, json, verbose };
        command.SetAction(async (parsed, cancel) =>
        {
            var result = await RunAsync(
                new Order(parsed.GetValue(changeset)!, Given(parsed.GetValue(reason)), parsed.GetValue(verbose)), terminal, cancel);
            return await ShowAsync(result, parsed.GetValue(json), terminal);
        });
        return command;
    }

    private static string? Given(string? reason) => reason?.Trim() is { Length: > 0 } why ? why : null;

    private static async Task<EndResult> RunAsync(Order order, Terminal terminal, CancellationToken cancel)
    {
        var (options, problems) = SkillWiring.Writing(terminal.Variables);
        if (options is null)
        {
            return new EndResult.Refused(problems);
        }
        using var log = AgentLog.Open(order.Verbose, terminal);
        var opened = await Recorder.OpenAsync(options.Settings, new RecorderOptions(options.By, null, log.Named("agent"), Patience.Default), cancel);
        if (opened is not OpenResult.Open { Recorder: var recorder })
        {
            return new EndResult.Refused(((OpenResult.Refused)opened).Problems);
        }
        using (recorder)
        {
            return await recorder.DiscardAsync(order.Path, order.Reason, cancel);
        }
    }

    private static async Task<int> ShowAsync(EndResult result, bool json, Terminal terminal)
    {
        if (json)
        {
            await terminal.Out.WriteLineAsync(DiscardJson.Of(result));
        }
        switch (result)
        {
            case EndResult.Ended ended:
                if (!json)
                {
                    await terminal.Out.WriteLineAsync($"Discarded: {Shown.Line(ended.Changeset.Title)}");
                    await terminal.Out.WriteLineAsync(ended.LeftBehind.IsEmpty
                        ? $"Nothing of it is left on {Shown.Line(ended.Changeset.Recorded.On.Instance)}: {Shown.Line(ended.Path)}"
                        : $"Not all of it could be taken out of {Shown.Line(ended.Changeset.Recorded.On.Instance)}. See to what is named here, then run the same command again: {Shown.Line(ended.Path)}");
                }
                await ProblemLines.ShowAsync(ended.LeftBehind, terminal);
                return ended.LeftBehind.IsEmpty ? ExitCode.Done : ExitCode.Failed;
            case EndResult.Refused refused:
                await ProblemLines.ShowAsync(refused.Problems, terminal);
                return ExitCode.Of(refused.Problems);
            default:
                throw new InvalidOperationException("A changeset is ended, or that is refused.");
        }
    }

    /// <summary>What was asked for.</summary>
    /// <param name="Reason">Null where none was given.</param>
    private sealed record Order(string Path, string? Reason, bool Verbose);
}
