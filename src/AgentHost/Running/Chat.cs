using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Recording;
using DolibarrAgent.Review;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>A conversation with a person, until they leave or their input ends. Lines that begin with a slash are commands and never reach the model.</summary>
internal sealed class Chat(Work work, Bounds bounds, TurnStop stop, Terminal terminal)
{
    private const string Prompt = "you> ";

    private static readonly ChatCommandWords[] Commands =
    [
        new("/help", "these lines"),
        new("/show", "what the open changeset holds, as it will be reviewed"),
        new("/add FILE", "give one more mail, PDF or XML"),
        new("/finish", "end the changeset, for review and replay"),
        new("/discard", "take all of it out of the sandbox again"),
        new("/quit", "leave; an open changeset stays as it is"),
    ];

    private int exit = ExitCode.Done;

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        while (await ReadAsync(cancel) is { } line)
        {
            if (line is "/quit" or "/exit")
            {
                break;
            }
            if (line.StartsWith('/'))
            {
                await CommandAsync(line, cancel);
            }
            else if (line.Length > 0)
            {
                await TurnAsync(line, cancel);
            }
        }
        return await LeaveAsync();
    }

    private async Task<string?> ReadAsync(CancellationToken cancel)
    {
        await terminal.Out.WriteAsync(Prompt);
        await terminal.Out.FlushAsync(cancel);
        return (await terminal.In.ReadLineAsync(cancel))?.Trim();
    }

    private async Task TurnAsync(string line, CancellationToken cancel)
    {
        var end = await work.DoAsync(line, bounds, toItsEnd: false, stop.Begin(cancel));
        stop.End();
        foreach (var problem in new[] { end.Turn.Failure, end.Reached }.OfType<Problem>())
        {
            await SayAsync($"{Shown.Line(problem.Message)} {Shown.Line(problem.Remedy)} ({problem.Code})");
        }
        exit = end.Turn.Failure is not null ? ExitCode.Failed : end.Reached is { } reached && reached.Code != Codes.Stopped ? ExitCode.Refused : ExitCode.Done;
        await SayAsync(WorkText.Cost(end.Used));
    }

    private Task CommandAsync(string line, CancellationToken cancel)
    {
        var (command, rest) = line.Split(' ', 2, StringSplitOptions.TrimEntries) is [var first, var second] ? (first, second) : (line, "");
        return command switch
        {
            "/help" => SayAsync(string.Join('\n', Commands.Select(c => $"{c.Command,-11} {c.Words}"))),
            "/show" => ShowAsync(),
            "/add" => AddAsync(rest, cancel),
            "/finish" => EndAsync(work.Skill.Changeset.FinishAsync(cancel), ended => $"Recorded: {Shown.Line(ended.Path)}\nNext: replay {Shown.Line(ended.Path)}"),
            "/discard" => EndAsync(work.Skill.Changeset.DiscardAsync(cancel), ended => $"Discarded: {Shown.Line(ended.Path)}"),
            _ => SayAsync($"There is no {Shown.Line(command)}. /help lists what there is."),
        };
    }

    private Task ShowAsync()
    {
        if (work.Skill.Changeset is not { Path: { } path, Current: { } changeset })
        {
            return SayAsync("Nothing was written yet: there is no open changeset.");
        }
        new Screen(terminal.Out, terminal.Screen).Show(TerminalReview.Of(ReviewPage.Of(changeset)));
        return SayAsync($"Open: {Shown.Line(path)}");
    }

    private async Task AddAsync(string path, CancellationToken cancel)
    {
        if (path.Length == 0)
        {
            await SayAsync("Name a file: /add FILE");
            return;
        }
        var (bytes, problem) = await InputFile.ReadAsync(path, cancel);
        await SayAsync(problem is null
            ? $"{work.Skill.Documents.Give(Path.GetFileName(path), bytes, cancel).Handle}: {Shown.Line(Path.GetFileName(path))}"
            : $"{Shown.Line(problem.Message)} {Shown.Line(problem.Remedy)}");
    }

    private async Task EndAsync(Task<Result<EndResult.Ended>> ending, Func<EndResult.Ended, string> words)
    {
        switch (await ending)
        {
            case Result<EndResult.Ended>.Ok { Value: var ended }:
                await SayAsync(words(ended));
                await ProblemLines.ShowAsync(ended.LeftBehind, terminal);
                break;
            case Result<EndResult.Ended>.Refused refused:
                foreach (var problem in refused.Problems)
                {
                    await SayAsync($"{Shown.Line(problem.Message)} {Shown.Line(problem.Remedy)}");
                }
                break;
        }
    }

    /// <summary>What was recorded, and what is left open with what to do about it.</summary>
    private async Task<int> LeaveAsync()
    {
        await terminal.Out.WriteLineAsync();
        foreach (var line in LeavingText.Lines(work.Skill))
        {
            await SayAsync(line);
        }
        return work.Skill.Changeset.Path is null || exit == ExitCode.Failed ? exit : ExitCode.Refused;
    }

    private Task SayAsync(string text) => terminal.Out.WriteLineAsync(text);

    private sealed record ChatCommandWords(string Command, string Words);
}
