using DolibarrAgent.Intake;

namespace DolibarrAgent.AgentHost;

/// <summary>The process of this program that reads pages.</summary>
internal static class PageReaders
{
    /// <summary>Nothing is started before the first page is to be read.</summary>
    public static PageReader By(IReadOnlyDictionary<string, string?> variables) =>
        new(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "agent.exe" : "agent"), variables, PageReader.Usual);
}
