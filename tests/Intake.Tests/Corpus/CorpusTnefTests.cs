using System.Text.Json;

namespace DolibarrAgent.Intake.Tests.Corpus;

public sealed class CorpusTnefTests
{
    [Fact]
    public void Every_file_in_a_container_of_Outlooks_is_taken_out()
    {
        var missing = new List<string>();
        foreach (var (path, expected) in CorpusFolder.Load("expectations-mail.json").Where(m => m.Expected.TryGetProperty("kind", out var kind) && kind.GetString() == "tnef"))
        {
            if (expected.GetProperty("mimekit") is { ValueKind: JsonValueKind.Array } files)
            {
                var wanted = files.EnumerateArray().Select(f => f.GetProperty("name").GetString()).OfType<string>();
                missing.AddRange(wanted.Except(CorpusFolder.Read(path).Mail?.AllFiles().Select(f => f.Name) ?? []).Select(name => $"{path}: {name}"));
            }
        }

        missing.Should().BeEmpty();
    }
}
