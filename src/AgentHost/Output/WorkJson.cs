using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Review;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// What came of a run, as one line, always with all members: <c>changeset</c> and <c>state</c> of the last one,
/// <c>operations</c> and <c>warnings</c> of all that were not discarded, <c>changesets</c>, <c>notDone</c>, <c>said</c>, <c>used</c>, <c>problems</c>.
/// </summary>
internal static class WorkJson
{
    /// <summary>A run that did not begin: the configuration, a file.</summary>
    public static string Of(ImmutableArray<Problem> problems) => Json.Line(writer => Write(writer, [], [], problems, null));

    public static string Of(WorkReport report, WorkEnd end) => Json.Line(writer => Write(writer, report.Changesets, report.NotDone, [], end));

    private static void Write(Utf8JsonWriter writer, ImmutableArray<ReportedChangeset> changesets, ImmutableArray<Problem> notDone, ImmutableArray<Problem> problems, WorkEnd? end)
    {
        var last = changesets.LastOrDefault();
        ImmutableArray<ReportedChangeset> kept = [.. changesets.Where(c => c.Changeset.State != ChangesetState.Discarded)];
        writer.WriteString("changeset", last?.Path);
        writer.WriteString("state", last is null ? "none" : Word(last.Changeset.State));
        writer.WriteNumber("operations", kept.Sum(c => c.Changeset.Operations.Length));
        IngestJson.Write(writer, [.. kept.SelectMany(c => c.Changeset.Warnings)]);
        writer.WriteStartArray("changesets");
        foreach (var (changeset, path) in changesets)
        {
            writer.WriteStartObject();
            writer.WriteString("changeset", path);
            writer.WriteString("state", Word(changeset.State));
            writer.WriteNumber("operations", changeset.Operations.Length);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        ProblemLines.Write(writer, "notDone", notDone);
        writer.WriteString("said", end is null ? null : string.Join('\n', end.Turn.Said.Split('\n').Select(Shown.Line)));
        if (end is { Used: var used })
        {
            writer.WriteStartObject("used");
            writer.WriteNumber("steps", used.Steps);
            writer.WriteNumber("seconds", Math.Round(used.Time.TotalSeconds, 1));
            writer.WriteNumber("tokens", used.Tokens);
            writer.WriteBoolean("tokensEstimated", used.Estimated);
            writer.WriteNumber("writes", used.Writes);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("used");
        }
        ProblemLines.Write(writer, "problems", problems);
    }

    private static string Word(ChangesetState state) => state.ToString().ToLowerInvariant();
}
