using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Review;
using DolibarrAgent.Shell;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.ReplayTool;

/// <summary>For a person: the review, the plan, what happens and what came of it on stdout; progress and errors on stderr.</summary>
internal sealed class HumanView : IView
{
    private readonly Terminal terminal;
    private readonly Typed typed;
    private readonly DateOnly today;
    private readonly Screen output;
    private readonly Screen errors;

    /// <param name="terminal">Where to print and ask.</param>
    /// <param name="typed">What was asked for, as it was typed.</param>
    /// <param name="today">The day that it is here.</param>
    public HumanView(Terminal terminal, Typed typed, DateOnly today)
    {
        this.terminal = terminal;
        this.typed = typed;
        this.today = today;
        output = new Screen(terminal.Out, terminal.Screen);
        errors = new Screen(terminal.Error, terminal.ErrorScreen);
        Progress = new ProgressLines(terminal.Error);
    }

    public IReplayProgress Progress { get; }

    public void Review(ReviewPage page) => output.Show(TerminalReview.Of(page));

    public void Plan(Plan plan) => output.Show(PlanFace.Of(plan));

    public async Task<string?> AskAsync(Plan plan, CancellationToken cancel)
    {
        output.Show(PlanFace.Of(plan));
        return await AskAsync(Sentence.Of(
            $"Type the code of this plan to replay it on {Visible.Of(plan.Target.Instance)}: {Visible.Of(plan.Code)}"), plan.Code, cancel);
    }

    public async Task<string?> AskAsync(BatchPlan plan, CancellationToken cancel)
    {
        output.Show(Batch.Of(plan));
        return await AskAsync(QueueWords.TypeCode(Visible.Of(plan.Members[0].Plan.Target.Instance), Visible.Of(plan.Code), typed.Language),
            plan.Code, cancel);
    }

    /// <summary>Whoever mistypes gets a second try; whether the code is right is not decided here.</summary>
    private async Task<string?> AskAsync(VisibleText question, string code, CancellationToken cancel)
    {
        if (!terminal.HasPerson)
        {
            return null;
        }
        output.Show(new Stacked(Draw.Gap, new VisibleCell(question, Styles.Strong)));
        var answer = await AnswerAsync(cancel);
        if (answer is null || answer == code)
        {
            return answer;
        }
        output.Show(new VisibleCell(QueueWords.NotTheCode(typed.Language), Styles.Alarm));
        return await AnswerAsync(cancel) ?? answer;
    }

    private async Task<string?> AnswerAsync(CancellationToken cancel)
    {
        await terminal.Out.WriteAsync("Code: ".AsMemory(), cancel);
        await terminal.Out.FlushAsync(cancel);
        // A console's ReadLine cannot be cancelled; it is left behind, and ends with the process.
        var line = await Task.Run(() => terminal.In.ReadLine(), CancellationToken.None).WaitAsync(cancel);
        return string.IsNullOrWhiteSpace(line) ? null : line.Trim();
    }

    public void DeskLink(Uri link) => output.Show(new Stacked(
        new VisibleCell(QueueWords.OpenDesk(typed.Language)),
        new UnbrokenLine(Visible.Of(link.AbsoluteUri), Styles.Strong),
        new VisibleCell(QueueWords.AnotherLink(typed.Language), Styles.Quiet)));

    public void End(Report report)
    {
        foreach (var block in Blocks(report))
        {
            output.Show(block);
        }
        if (ProblemsOf(report) is { IsEmpty: false } problems)
        {
            errors.Show(ProblemsFace.Of(problems));
        }
    }

    private IEnumerable<IRenderable> Blocks(Report report) => report switch
    {
        Report.Planned planned => [PlanFace.Of(planned.Plan), PlanFace.Next(planned.Plan, typed.Path)],
        Report.BatchPlanned batch => [Batch.Of(batch.Plan), Draw.Gap, Batch.Next(batch.Plan, typed.ForShell)],
        Report.BatchReplayed { Result: { Problems.IsEmpty: true } result } => result.Ended.IsEmpty
            ? [Batch.Of(result.Plan), Draw.Gap, Batch.Next(result.Plan, typed.ForShell)]
            : [Batch.Of(result)],
        Report.Queued queued => [new QueueFace(typed.Language, today).Of(queued.Queue, queued.All)],
        Report.Rejected { Result: RejectResult.Done done } => [new VisibleCell(Rejected(done), Styles.Strong)],
        Report.Stated stated => [PlanFace.Of(stated.Plan), SigningFace.Of(stated, typed.Path)],
        Report.NothingToDo nothing => [ResultFace.Of(nothing.Plan)],
        Report.Replayed replayed => [ResultFace.Of(replayed.Plan, replayed.Result)],
        Report.Verified verified => [ResultFace.Of(verified.Result)],
        Report.Reverted reverted => reverted.Result is RevertResult.Refused ? [] : [RevertFace.Of(reverted.Loaded, reverted.Result)],
        Report.Enrolled enrolled => [EnrollFace.Of(enrolled.Result)],
        Report.Reviewed { Written: [] } reviewed => [TerminalReview.Of(reviewed.Page)],
        Report.Reviewed reviewed => [new Stacked(reviewed.Written.Select(file => new VisibleCell(Sentence.Of($"Written: {Visible.Of(file)}"), Styles.Good)))],
        Report.Accepted { Result: AcceptResult.Done done } => [new VisibleCell(Accepted(done), Styles.Strong)],
        Report.Told told => [HistoryFace.Of(told.Loaded, told.History)],
        _ => [],
    };

    private BatchFace Batch => new(typed.Language, today);

    private static VisibleText Rejected(RejectResult.Done done) => done.Order.TakesBack
        ? Draw.Own("The rejection is taken back: the changeset can be planned and replayed. The ledger keeps both.")
        : Sentence.Of(
            $"Rejected: it is no longer planned or replayed. To take it out of the sandbox: {Draw.Own("agent discard")} {Path(done)}");

    private static VisibleText Path(RejectResult.Done done) => Visible.Of(PlanFace.Quoted(done.Order.Loaded.Folder));

    private static VisibleText Accepted(AcceptResult.Done done) => done.Order.What == AcceptSubject.Ledger
        ? Draw.Own("The ledger counts as it is. The ledger keeps who said so, and why.")
        : Sentence.Of($"The gate counts as it is, with {Visible.Of(done.Files.IsEmpty ? "no file" : string.Join(", ", done.Files))}. The ledger keeps who said so, and why.");

    private static System.Collections.Immutable.ImmutableArray<Problem> ProblemsOf(Report report) => report switch
    {
        Report.Stopped stopped => stopped.Problems,
        Report.Refused refused => refused.Problems,
        Report.Enrolled { Result: EnrollResult.Refused refused } => refused.Problems,
        Report.Accepted { Result: AcceptResult.Refused refused } => refused.Problems,
        Report.Rejected { Result: RejectResult.Refused refused } => refused.Problems,
        Report.BatchReplayed { Result.Problems: var problems } => problems,
        Report.Reverted { Result: RevertResult.Refused refused } => refused.Problems,
        _ => [],
    };
}
