using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.Replay;

/// <summary>What a session is opened for, which decides which keys it needs.</summary>
public enum Purpose
{
    /// <summary>To plan or verify; read-only.</summary>
    Look,

    /// <summary>To replay on prod.</summary>
    Confirm,

    /// <summary>To do the changeset on the sandbox again.</summary>
    Rehearse,
}

/// <param name="Progress">What a person who waits is shown.</param>
/// <param name="Log">Gets every call; never a key.</param>
/// <param name="Clock">The time.</param>
/// <param name="Patience">How long to wait for a server that did not answer.</param>
public sealed record SessionOptions(IReplayProgress Progress, ILogger Log, TimeProvider Clock, Patience Patience)
{
    /// <summary>Whose word it is, for the ledger: the user of this machine who runs the program.</summary>
    public string By { get; init; } = $"{Environment.UserName}@{Environment.MachineName}";

    /// <summary>Reads mails and documents again; null where they are not to be read.</summary>
    public IEvidenceReader? Reader { get; init; }

    /// <summary>What of the changeset is to be replayed.</summary>
    public Selection Selection { get; init; } = Selection.All;

    /// <summary>Whether a person says that prod, or the ledger, was restored from a backup, so that what was applied may be gone and is planned again.</summary>
    public bool AgainAfterRestore { get; init; }

    /// <summary>The fewest operations that are sent before they are read back together, where a changeset has as many.</summary>
    public int FewestInPart { get; init; } = 10;

    /// <summary>Told at every step; for those who want to see what becomes of a replay that is cut off there.</summary>
    public Action<Step> AtStep { get; init; } = _ => { };

    /// <summary>Times, sizes and retries of the calls.</summary>
    public HttpLimits Limits { get; init; } = new();

    /// <summary>The options of a program that a person runs.</summary>
    /// <param name="settling">After this long a server is done with what it did not answer, as a person said; assumed where null.</param>
    public static SessionOptions Of(IReplayProgress progress, ILogger log, TimeSpan? settling = null) =>
        new(progress, log, TimeProvider.System, settling is { } wait ? Patience.Default with { Settling = wait, IsGiven = true } : Patience.Default);
}

/// <summary>What came of opening a session. Closed.</summary>
public abstract record SessionResult
{
    private SessionResult() { }

    public sealed record Open(ReplaySession Session) : SessionResult;

    public sealed record Refused(ImmutableArray<Problem> Problems) : SessionResult;
}

/// <summary>What came of confirming. Closed.</summary>
public abstract record ConfirmedReplay
{
    private ConfirmedReplay() { }

    /// <summary>Everything is applied already; nothing was written.</summary>
    public sealed record NothingToDo(Plan Plan) : ConfirmedReplay;

    /// <summary>The plan has problems; nothing was written.</summary>
    public sealed record Stopped(Plan Plan) : ConfirmedReplay;

    /// <summary>The code or the signatures do not confirm this plan, or another replay is under way; nothing was written.</summary>
    /// <param name="Problems">All that is in the way; never empty.</param>
    public sealed record Refused(Plan? Plan, ImmutableArray<Problem> Problems) : ConfirmedReplay
    {
        public Problem Problem => Problems[0];
    }

    public sealed record Done(Plan Plan, Replayed Replayed) : ConfirmedReplay;
}

/// <summary>The statement that somebody wants of a plan.</summary>
/// <param name="Path">The file to write, which is not there yet.</param>
/// <param name="Hours">How long it is to be good for; as long as the policy allows where null.</param>
public sealed record StatementWish(string Path, Language Language, int? Hours);

/// <summary>What came of making a statement.</summary>
/// <param name="Statement">What was written; null where the plan cannot be confirmed, or <paramref name="Problem"/> tells why not.</param>
public sealed record StatedPlan(Plan Plan, Statement? Statement, Problem? Problem)
{
    /// <summary>The statement of a plan that waits, written to its file.</summary>
    internal static StatedPlan Written(Plan plan, StatementWish wish, DateTimeOffset now)
    {
        var life = wish.Hours is { } hours ? TimeSpan.FromHours(hours) : plan.Policy.StatementLife;
        if (life <= TimeSpan.Zero || life > plan.Policy.StatementLife)
        {
            var most = plan.Policy.StatementLife.TotalHours.ToString("0", CultureInfo.InvariantCulture);
            return new StatedPlan(plan, null, new Problem(Codes.TooLong, "--hours", $"A statement is good for 1 to {most} hours, as the policy allows.", "Ask for fewer hours, or leave --hours away."));
        }
        var statement = Statement.Of(plan, wish.Language, now + life);
        return StatementFile.Write(wish.Path, statement) is { } problem ? new StatedPlan(plan, null, problem) : new StatedPlan(plan, statement, null);
    }
}

/// <summary>What a verification found.</summary>
/// <param name="Applied">What is there, with its links.</param>
/// <param name="Differences">Where it is not as the sandbox was.</param>
public sealed record Verified(Plan Plan, ImmutableArray<ReplayedOperation> Applied, ImmutableArray<Problem> Differences)
{
    public ExitCode ExitCode => Plan.Problems.IsEmpty && Differences.IsEmpty && Plan.HasNothingToDo ? ExitCode.Done
        : Plan.Problems.IsEmpty && Differences.IsEmpty ? ExitCode.Waits
        : Plan.Problems.IsEmpty ? ExitCode.Conflict
        : Plan.ExitCode;
}
