using DolibarrAgent.Recording;

namespace DolibarrAgent.AgentHost;

/// <summary>What came of discarding, as one line: <c>changeset</c>, <c>discarded</c>, and <c>left</c> with what could not be taken back, or <c>problems</c> where it was refused.</summary>
internal static class DiscardJson
{
    public static string Of(EndResult result) => Json.Line(writer =>
    {
        var ended = result as EndResult.Ended;
        writer.WriteString("changeset", ended?.Path);
        writer.WriteBoolean("discarded", ended is not null);
        if (ended is not null)
        {
            ProblemLines.Write(writer, "left", ended.LeftBehind);
        }
        if (result is EndResult.Refused refused)
        {
            ProblemLines.Write(writer, "problems", refused.Problems);
        }
    });
}
