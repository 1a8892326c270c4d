using System.Text.Json;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>The real documents next to the project, where there are any.</summary>
internal static class CorpusFolder
{
    /// <summary>The entries of a file of expectations, with the document that each is about; the test is skipped if there is none.</summary>
    public static IReadOnlyList<(string Path, JsonElement Expected)> Load(string expectations)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Agent.sln")))
        {
            root = root.Parent;
        }
        var folder = Path.GetFullPath(Path.Combine(root?.FullName ?? "", "..", "shared", "corpus"));
        Assert.SkipUnless(root is not null && File.Exists(Path.Combine(folder, expectations)), $"../shared/corpus/{expectations} is missing");
        return [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, expectations))).RootElement.EnumerateObject().Select(entry => (Path.Combine(folder, entry.Name), entry.Value))];
    }
}
