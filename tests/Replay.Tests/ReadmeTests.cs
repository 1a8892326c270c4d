using System.Runtime.CompilerServices;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What the README says can be done is what the descriptions say.</summary>
public class ReadmeTests
{
    [Fact]
    public void Its_table_names_every_resource_with_all_that_may_be_done_to_it() =>
        Rows().Should().Equal(Catalogue.All.Select(resource => $"{resource.Name}: {string.Join(", ", resource.Verbs)}"));

    [Fact]
    public void Its_table_says_what_stays_and_what_is_left_to_a_person()
    {
        foreach (var resource in Catalogue.All)
        {
            var row = Table().Single(cells => cells[1] == $"`{resource.Name}`")[4];
            (row == "by hand").Should().Be(resource.TakenBackByHand is not null, resource.Name);
            row.StartsWith("stays", StringComparison.Ordinal).Should().Be(resource.Stays is not null, resource.Name);
        }
    }

    private static IEnumerable<string> Rows() => Table().Select(cells => $"{cells[1].Trim('`')}: {cells[3]}");

    private static IEnumerable<string[]> Table([CallerFilePath] string test = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(test)!, "..", "..", "README.md"))
            .SkipWhile(line => line != "## What can be done")
            .Where(line => line.StartsWith('|')).TakeWhile(line => !line.StartsWith("| variable", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells[1].StartsWith('`') && Catalogue.Named(cells[1].Trim('`')) is not null);
}
