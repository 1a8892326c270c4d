using System.Globalization;
using DolibarrAgent.Review;

namespace DolibarrAgent.Desk;

/// <summary>The addresses of the pages.</summary>
internal static class Routes
{
    public const string Enter = "/enter";
    public const string Script = "/desk.js";

    /// <summary>Everything, what is done with too.</summary>
    public static SitePath All { get; } = SitePath.Root.With("all", "1");

    public static SitePath Plans { get; } = SitePath.Of("plans");

    public static SitePath ScriptFile { get; } = SitePath.Of("desk.js");

    public static SitePath Changeset(string id) => SitePath.Of("changesets", id);

    public static SitePath History(string id) => SitePath.Of("changesets", id, "history");

    public static SitePath Evidence(string id, int index) => SitePath.Of("changesets", id, "evidence", Number(index));

    public static SitePath Rejection(string id) => SitePath.Of("changesets", id, "rejection");

    public static SitePath Revert(string id) => SitePath.Of("changesets", id, "revert");

    public static SitePath Plan(ShownPlan plan) => SitePath.Of("plans", plan.Name);

    public static SitePath Statement(ShownPlan plan) => SitePath.Of("plans", plan.Name, "statement");

    public static SitePath Runs(ShownPlan plan) => SitePath.Of("plans", plan.Name, "runs");

    public static SitePath Signatures(ShownPlan plan) => SitePath.Of("plans", plan.Name, "signatures");

    public static SitePath Run(Run run) => SitePath.Of("runs", run.Name);

    public static SitePath Events(Run run) => SitePath.Of("runs", run.Name, "events");

    public static SitePath Notice(int number) => SitePath.Of("notices", Number(number));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
