using DolibarrAgent.DolibarrWrite;
using System.CommandLine;
using System.Runtime.InteropServices;
using DolibarrAgent.Changesets;
using DolibarrAgent.Review;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary><c>agent chat</c>: a person in a terminal and a model with the skill, line by line.</summary>
internal static class ChatCommand
{
    public const string Name = "chat";

    public static Command Make(Terminal terminal)
    {
        var email = RunCommand.EmailOption();
        var bounds = new BoundOptions();
        var verbose = new Option<bool>("--verbose") { Description = "Log every call to stderr; bodies go to the log file." };
        var command = new Command(Name, "Lets you talk with a model that works in the sandbox. Each line that you type is an instruction, and kept as evidence; /help lists what else there is. The bounds are for each line.") { email, verbose };
        bounds.AddTo(command);
        var decisions = new DecisionOptions();
        decisions.AddTo(command);
        command.SetAction(async (parsed, cancel) => await RunAsync(parsed.GetValue(email) ?? [], bounds.Of(parsed), new Manner(parsed.GetValue(verbose), decisions.Of(parsed), terminal), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, Bounds bounds, Manner manner, CancellationToken cancel)
    {
        var terminal = manner.Terminal;
        var (ready, problems) = await WorkWiring.ReadAsync(terminal, files, cancel);
        problems = files.Length > 1 ? [.. problems, .. DecisionOptions.OfSeveral(manner.Decisions)] : problems;
        if (ready is null || !problems.IsEmpty)
        {
            await ProblemLines.ShowAsync(problems, terminal);
            return ExitCode.Of(problems);
        }
        using var log = AgentLog.Open(manner.Verbose, terminal);
        using var work = await (ready with { Options = ready.Options with { Decisions = manner.Decisions } })
            .OpenAsync(log.Named("agent"), new Narration(terminal.Out, terminal.OutWidth), cancel);
        using var turn = new TurnStop();
        // Its own, and not that of the other commands: what is stopped is the turn, not the program.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            turn.Stop();
        });
        var chat = new Chat(work, bounds, turn, terminal);
        await terminal.Out.WriteLineAsync($"{Shown.Line(ready.Model.Name)} works on {Shown.Line(work.Skill.Target)}. What you give it is sent to {Shown.Line(ready.Model.Url.Host)}. /help lists the commands.");
        foreach (var document in work.Skill.Documents.All)
        {
            await terminal.Out.WriteLineAsync($"{document.Handle}: {Shown.Line(document.Reading.File.Name)}");
        }
        return await chat.RunAsync(cancel);
    }

    /// <summary>How a chat was asked for.</summary>
    private sealed record Manner(bool Verbose, PersonDecisions Decisions, Terminal Terminal);
}
