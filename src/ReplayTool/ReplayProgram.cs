using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Review;
using DolibarrAgent.Settings;
using DolibarrAgent.Shell;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.ReplayTool;

/// <summary>One run of the program: reads the command line, does what was asked, shows what came of it.</summary>
internal static class ReplayProgram
{
    private const string InTheLedger = "What was done is in the ledger.";

    public static async Task<ExitCode> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancel)
    {
        if (Start.ProblemsOf(terminal.Variables) is { IsEmpty: false } foreign)
        {
            var manner = new Manner { Json = arguments.Contains("--json") };
            return End(View(manner, terminal, null), new Report.Stopped(foreign));
        }
        switch (await ReplayCommandLine.ReadAsync(arguments, terminal))
        {
            case Parsed.Answered:
                return ExitCode.Done;
            case Parsed.Wrong wrong:
                var problem = new Problem(Codes.WrongArguments, "the command line", wrong.Message, "Run `replay --help` to see how it is called.");
                return End(View(wrong.Manner, terminal, null), Stopped(problem));
            case Parsed.Asked asked:
                return await RunAsync(asked, terminal, cancel);
            default:
                throw new InvalidOperationException("A command line is asked, answered or wrong.");
        }
    }

    private static async Task<ExitCode> RunAsync(Parsed.Asked asked, Terminal environment, CancellationToken cancel)
    {
        var configured = ConfigurationFile.Read(environment.Variables);
        if (configured is not Checked<Configuration>.Valid { Value: var configuration })
        {
            return End(View(asked.Manner, environment, asked.What), new Report.Stopped(configured.AllProblems));
        }
        var terminal = environment with { Variables = configuration.Variables };
        var view = View(asked.Manner, terminal, asked.What);
        using var logs = Logs.Open("replay", asked.Manner.Verbose ? LogDetail.Calls : LogDetail.Usual, terminal);
        var log = logs.Named("DolibarrAgent.ReplayTool");
        log.LogInformation("{Command} of {Path} by {User}", asked.What.Name, asked.What.Path, Environment.UserName);
        using var execution = new Execution(terminal, view, logs);
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
            return Stopped(Unfinished.Stopped(request.Name, $"{InTheLedger} Run the same command again: it continues from where it was."));
        }
        catch (LedgerException e)
        {
            return Stopped(e.Problem);
        }
        // The last boundary: a person gets a sentence and an exit code, whatever happened, and only the log the stack trace.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "The command {Command} failed", request.Name);
            return Stopped(Unfinished.Defect(
                request.Name, e, $"{InTheLedger} Run the same command again. Report the defect with the log."));
        }
    }

    private static Report.Stopped Stopped(Problem problem) => new([problem]);

    private static ExitCode End(IView view, Report report)
    {
        view.End(report);
        return report.Exit;
    }

    private static IView View(Manner manner, Terminal terminal, Request? request)
    {
        if (manner.Json)
        {
            return new JsonView(terminal.Out);
        }
        var usual = Languages.Of(terminal.Variables);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        return new HumanView(terminal, request is null ? new Typed([], usual) : Typed.Of(request, usual), today);
    }
}
