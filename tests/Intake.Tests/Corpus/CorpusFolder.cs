using System.Text.Json;

namespace DolibarrAgent.Intake.Tests.Corpus;

/// <summary>Real documents and what they say; not a part of the project, so tests without them are skipped and say so.</summary>
internal static class CorpusFolder
{
    public static IEnumerable<(string Path, JsonElement Expected)> Documents => Load("expectations.json");

    public static IEnumerable<(string Path, JsonElement Expected)> Load(string expectations)
    {
        Assert.SkipUnless(Directory.Exists(ProjectRoot.Corpus), $"There is no corpus at {ProjectRoot.Corpus}.");
        using var file = File.OpenRead(Path.Combine(ProjectRoot.Corpus, expectations));
        return [.. JsonDocument.Parse(file).RootElement.EnumerateObject().Select(p => (p.Name, p.Value))];
    }

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(ProjectRoot.Corpus, path));

    public static Reading Read(string path) =>
        DocumentReader.Read(Path.GetFileName(path), Bytes(path), ReadLimits.Default, TestContext.Current.CancellationToken);
}
