using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Review;

namespace DolibarrAgent.ReplayTool;

/// <summary>For programs: one JSON document, at the end. All but ASCII is escaped, so nothing in it steers a terminal.</summary>
internal sealed partial class JsonView(TextWriter output) : IView
{
    public IReplayProgress Progress { get; } = new Silence();

    public void Review(ReviewPage page)
    {
        // A program has read the changeset itself.
    }

    public void Plan(Plan plan)
    {
        // It is in the document.
    }

    public Task<string?> AskAsync(Plan plan, CancellationToken cancel) => Task.FromResult<string?>(null);

    public Task<string?> AskAsync(BatchPlan plan, CancellationToken cancel) => Task.FromResult<string?>(null);

    public void DeskLink(Uri link) => throw new InvalidOperationException("A desk is not opened for a program.");

    public void End(Report report) => output.Write(JsonSerializer.Serialize(Of(report), ReportJsonContext.Default.ReportJson) + "\n");

    private static ReportJson Of(Report report) => report switch
    {
        Report.Stopped stopped => new ReportJson { Problems = Problems(stopped.Problems), Exit = (int)report.Exit },
        Report.Planned planned => OfPlan(planned.Plan, report),
        Report.Refused refused => (refused.Plan is { } plan ? OfPlan(plan, report) : new ReportJson { Exit = (int)report.Exit }) with { Operations = [], Problems = Problems(refused.Problems), Differences = [] },
        Report.Stated stated => OfPlan(stated.Plan, report) with { Statement = new StatedJson(stated.Path, stated.Statement.NotAfter) },
        Report.NothingToDo nothing => OfPlan(nothing.Plan, report) with { Operations = Done(nothing.Plan), Problems = [], Differences = [] },
        Report.Replayed replayed => OfPlan(replayed.Plan, report) with
        {
            Operations = Done(replayed.Result.Operations),
            Problems = Problems(replayed.Result.Operations.SelectMany(o => o.Problems)),
            Differences = Problems(replayed.Result.Differences),
        },
        Report.Verified verified => OfPlan(verified.Result.Plan, report) with { Operations = Done(verified.Result.Applied), Differences = Problems(verified.Result.Differences) },
        Report.Enrolled enrolled => new ReportJson
        {
            Targets = [.. enrolled.Result.Instances.Select(one => new EnrolledJson(one.Instance, one.State, [.. one.Facts.Select(fact => new IdentityFactJson(fact.What, fact.Value, fact.Before))], one.Notes))],
            Advice = (enrolled.Result as EnrollResult.Done)?.Advice,
            Problems = enrolled.Result is EnrollResult.Refused refused ? Problems(refused.Problems) : [],
            Exit = (int)report.Exit,
        },
        Report.Accepted accepted => new ReportJson { Problems = accepted.Result is AcceptResult.Refused no ? Problems(no.Problems) : [], Exit = (int)report.Exit },
        Report.Rejected rejected => new ReportJson
        {
            Changeset = Of(rejected.Loaded),
            Problems = rejected.Result is RejectResult.Refused no ? Problems(no.Problems) : [],
            Exit = (int)report.Exit,
        },
        Report.Queued queued => new ReportJson { Queue = Of(queued.Queue, queued.All), Exit = (int)report.Exit },
        Report.BatchPlanned batch => new ReportJson { Batch = Of(batch.Plan, []), Exit = (int)report.Exit },
        Report.BatchReplayed batch => new ReportJson
        {
            Batch = Of(batch.Result.Plan, batch.Result.Ended),
            Problems = Problems(batch.Result.Problems),
            Exit = (int)report.Exit,
        },
        Report.Reverted reverted => Reverted(reverted),
        Report.Reviewed reviewed => new ReportJson { Changeset = Of(reviewed.Loaded), Recorder = reviewed.Page.Recorder is { } recorder ? Of(recorder) : null, Written = reviewed.Written, Exit = (int)report.Exit },
        Report.Told told => new ReportJson
        {
            Changeset = told.Loaded is { } loaded ? Of(loaded) : null,
            Entries = told.Loaded is null ? null : [.. told.History.Entries.Select(Of)],
            Chain = Of(told.History),
            Exit = (int)report.Exit,
        },
        _ => throw new InvalidOperationException("Every kind of report is handled above."),
    };

    private static ReportJson Reverted(Report.Reverted report)
    {
        var document = new ReportJson { Changeset = Of(report.Loaded), Notes = report.Result.Notes, Exit = (int)report.Exit };
        return report.Result switch
        {
            RevertResult.Made made => document with
            {
                Problems = Problems(made.Left),
                Revert = new RevertJson(Of(made.Revert), made.Path, [.. made.Revert.Changeset.Operations.Select(o => new RevertedJson(o.Id, o.Do, o.Resource))], [.. RevertFace.Next(made)]),
            },
            RevertResult.Nothing nothing => document with { Problems = Problems(nothing.Left) },
            RevertResult.Refused refused => document with { Problems = [.. refused.Problems.Select(WithGate)] },
            _ => throw new InvalidOperationException("A revert is made, nothing or refused."),
        };
    }

    private static ReportJson OfPlan(Plan plan, Report report) => new()
    {
        Changeset = Of(plan.Loaded),
        Recorder = Of(plan.Recorder),
        Target = new TargetJson(plan.Target.Instance, plan.Target.Origin, plan.Target.Dolibarr) { Enrolled = plan.Target.Enrolled.Length == 0 ? null : plan.Target.Enrolled },
        Plan = Of(plan),
        Exit = (int)report.Exit,
    };

    private static PlanJson Of(Plan plan) => new PlanJson(
        plan.Code.Length > 0 ? plan.Code : null,
        plan.Digest.Hex,
        [.. plan.Operations.Select(o =>
            new PlannedJson(o.Operation.Id, o.Operation.Do, o.Operation.Resource, o.Outcome) { Link = plan.LinkOf(o)?.AbsoluteUri })],
        [.. plan.Problems.Select(WithGate)])
    {
        Notes = plan.AllNotes,
        Risks = plan.Risks.IsEmpty ? null : [.. plan.Risks.Select(r => new RiskJson(r.Code, r.Operation, r.Text.ToString()))],
        Signatures = plan.Needs.IsEmpty ? null : [.. plan.Needs.Select(n => new SignaturesJson(n.Rule.Signers, n.Rule.Of, n.Because))],
        Only = plan.Selection.IsAll ? null : [.. plan.Selected.Select(o => o.Id)],
    };

    private static ImmutableArray<DoneJson> Done(IEnumerable<ReplayedOperation> operations) =>
        [.. operations.Select(o => new DoneJson(o.Operation.Id, o.Outcome, o.Link?.AbsoluteUri, Problems(o.Problems)) { Assumed = o.Assumed.Length == 0 ? null : o.Assumed })];

    private static ImmutableArray<DoneJson> Done(Plan plan) => [.. plan.Operations.Select(o => new DoneJson(o.Operation.Id, o.Outcome, plan.LinkOf(o)?.AbsoluteUri, []))];

    private static ImmutableArray<ProblemJson> Problems(IEnumerable<Problem> problems) => [.. problems.Select(Of)];

    private static ProblemJson WithGate(Problem problem) => Of(problem) with
    {
        Gate = problem.Code.Kind switch
        {
            ProblemKind.Conflict => "conflict",
            ProblemKind.Refusal => "refused",
            _ => "error",
        },
    };

    private static ProblemJson Of(Problem problem) => new(problem.Code.Text, problem.Place, problem.Message, problem.Remedy);

    private static ChangesetJson Of(LoadedChangeset loaded) => new(loaded.Changeset.Id, loaded.Changeset.Title, loaded.Digest.Hex);

    private static RecorderJson Of(RecorderSignature recorder) => new(recorder.State) { Name = (recorder as RecorderSignature.Known)?.Name, Key = recorder.KeyOf };

    private static ChainJson Of(History history) => new(history.Fault is null)
    {
        FirstBroken = history.FirstBroken,
        Fault = history.Fault?.Kind,
        Message = history.Fault?.ToString(),
        Checked = history.Chain?.Entries,
        LastHash = history.Chain?.Head,
    };

    private static EntryJson Of(LedgerEntry entry) => new(
        entry.Number, Moments.TextToTheMillisecond(entry.At), entry.Content.Target, entry.Content.Operation)
    {
        Kind = entry.Content.Kind,
        Body = Body(entry.Content.Body),
        Hash = entry.Hash,
    };

    private static JsonElement Body(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        // Somebody wrote into the ledger; it is handed on as it is.
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(body, ReportJsonContext.Default.String);
        }
    }

    private sealed class Silence : IReplayProgress
    {
        public void Sending(Operation operation, int attempt) { }

        public void Waiting(Operation operation, DateTimeOffset until) { }

        public void Ended(ReplayedOperation operation) { }
    }
}
