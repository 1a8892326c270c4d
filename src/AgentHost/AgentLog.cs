using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>How much this program logs: with <c>--verbose</c> each call on stderr, and bodies in the file.</summary>
internal static class AgentLog
{
    public static Logs Open(bool verbose, Terminal terminal) =>
        Logs.Open("agent", verbose ? LogDetail.Bodies : LogDetail.Usual, terminal);
}
