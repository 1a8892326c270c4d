using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>The words for what becomes of an operation, in the ledger, in every output, and nowhere else spelled.</summary>
public static class Outcomes
{
    public const string Applied = "applied";
    public const string AlreadyApplied = "already-applied";
    public const string Conflict = "conflict";
    public const string Unknown = "unknown";
    public const string Failed = "failed";
    public const string NotReached = "not-reached";

    /// <summary>In a plan only: it would be done.</summary>
    public const string ToApply = "to-apply";

    public static string Of(Performed performed) => performed switch
    {
        Performed.Applied { Already: true } => AlreadyApplied,
        Performed.Applied => Applied,
        Performed.Conflict => Conflict,
        Performed.Unknown => Unknown,
        _ => Failed,
    };

    public static bool IsDone(string outcome) => outcome is Applied or AlreadyApplied;
}
