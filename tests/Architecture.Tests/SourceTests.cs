using System.Text.RegularExpressions;

namespace DolibarrAgent.Architecture.Tests;

/// <summary>How the source is written, in all projects alike: nobody stumbles from one to the next.</summary>
public partial class SourceTests
{
    private const int Longest = 140;

    /// <summary>Lines of code that are longer than they should be. This number may only go down: who shortens some takes it down with them.</summary>
    private const int LongLinesAllowed = 4_753;

    [Fact]
    public void A_private_field_has_no_underscore() => Matching(Underscore()).Should().BeEmpty();

    [Fact]
    public void A_cancellation_token_is_called_cancel() => Matching(LongToken()).Should().BeEmpty();

    [Fact]
    public void Long_lines_become_fewer() => Lines().Count(line => line.Text.Length > Longest).Should().Be(LongLinesAllowed, "where there are fewer now, take the number down; where there are more, break the new ones");

    private static IEnumerable<string> Matching(Regex habit) => Lines().Where(line => habit.IsMatch(line.Text)).Select(line => $"{line.File}: {line.Text.Trim()}");

    private static IEnumerable<(string File, string Text)> Lines() => new[] { "src", "skills", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Project.Root, folder), "*.cs", SearchOption.AllDirectories))
        .SelectMany(file => File.ReadLines(file).Select(text => (Path.GetRelativePath(Project.Root, file), text)));

    [GeneratedRegex(@"^\s*(private|internal|protected)[^=(;]*\s_[a-z]\w*\s*(=|;)")]
    private static partial Regex Underscore();

    [GeneratedRegex("CancellationToken " + "cancellation")]
    private static partial Regex LongToken();
}
