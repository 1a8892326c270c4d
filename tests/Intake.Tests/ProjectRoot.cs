namespace DolibarrAgent.Intake.Tests;

/// <summary>The project's root, found from where the tests run; the corpus lies beside it, if anywhere.</summary>
internal static class ProjectRoot
{
    public static string Path { get; } = Find();

    public static string Corpus => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, "..", "shared", "corpus"));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Agent.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Agent.sln was not found above the tests.");
    }
}
