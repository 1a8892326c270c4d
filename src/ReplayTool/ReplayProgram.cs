using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.ReplayTool;

/// <summary>One run of the program: reads the command line, does what was asked, shows what came of it.</summary>
internal static class ReplayProgram
{
    public static async Task<ExitCode> RunAsync(string[] arguments, Surroundings around, CancellationToken cancel)
    {
        if (Start.ProblemsOf(around.Variables) is { IsEmpty: false } foreign)
        {
            return End(View(new Manner { Json = arguments.Contains("--json") }, around, ""), new Report.Stopped(foreign, ExitCode.Refused));
        }
        switch (await ReplayCommandLine.ReadAsync(arguments, around.Output))
        {
            case Parsed.Answered:
                return ExitCode.Done;
            case Parsed.Wrong wrong:
                var problem = new Problem("wrong-arguments", "the command line", wrong.Message, "Run `replay --help` to see how it is called.");
                return End(View(wrong.Manner, around, ""), new Report.Stopped([problem], ExitCode.Error));
            case Parsed.Asked asked:
                return await RunAsync(asked, around, cancel);
            default:
                throw new InvalidOperationException("A command line is asked, answered or wrong.");
        }
    }

    private static async Task<ExitCode> RunAsync(Parsed.Asked asked, Surroundings around, CancellationToken cancel)
    {
        var view = View(asked.Manner, around, asked.What.Path);
        using var logs = Logs.Open(around, asked.Manner);
        var log = logs.Named("DolibarrAgent.ReplayTool");
        log.LogInformation("{Command} of {Path} by {User}", asked.What.Name, asked.What.Path, Environment.UserName);
        using var execution = new Execution(around, view, logs);
        var report = await SafelyAsync(execution, asked.What, log, cancel);
        log.LogInformation("{Command} ended with {ExitCode}", asked.What.Name, (int)report.Exit);
        return End(view, report);
    }

    private static async Task<Report> SafelyAsync(Execution execution, Request request, ILogger log, CancellationToken cancel)
    {
        try
        {
            return await execution.RunAsync(request, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new Report.Stopped([new Problem("stopped", request.Name, "It was stopped before it finished. What was done is in the ledger.", "Run the same command again: it continues from where it was.")], ExitCode.Error);
        }
        catch (LedgerException e)
        {
            return new Report.Stopped([e.Problem], e.IsRefusal ? ExitCode.Refused : ExitCode.Error);
        }
        // The last boundary: a person gets a sentence and an exit code, whatever happened, and only the log the stack trace.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "The command {Command} failed", request.Name);
            return new Report.Stopped([new Problem("unexpected", request.Name, $"This program failed, which is a defect: {e.GetType().Name}: {e.Message}", "What was done is in the ledger; run the same command again. Report the defect with the log.")], ExitCode.Error);
        }
    }

    private static ExitCode End(IView view, Report report)
    {
        view.End(report);
        return report.Exit;
    }

    private static IView View(Manner manner, Surroundings around, string path) => manner.Json ? new JsonView(around.Output) : new HumanView(around, path);
}
