using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Changesets.Tests;

/// <summary>The register of codes, and the source that gives them. A code that is not in it does not compile.</summary>
public partial class CodesTests
{
    [Fact]
    public void No_two_entries_have_the_same_code() => Codes.All.Select(code => code.Text).Should().OnlyHaveUniqueItems();

    [Fact]
    public void An_entry_is_named_after_its_code() => Entries()
        .Where(entry => !string.Equals(entry.Name, entry.Text.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
        .Should().BeEmpty();

    [Fact]
    public void All_entries_are_in_the_register() =>
        Codes.All.Select(code => code.Text).Should().BeEquivalentTo(Entries().Select(entry => entry.Text)).And.HaveCountGreaterThan(400);

    [Fact]
    public void Every_entry_says_what_to_do() => Codes.All.Where(code => !code.Remedy.EndsWith('.')).Select(code => code.Text).Should().BeEmpty();

    /// <summary>What is found by looking again becomes a problem by its own code, which another list has.</summary>
    [Fact]
    public void Every_entry_is_given_somewhere()
    {
        var given = Given("src", "skills").ToHashSet(StringComparer.Ordinal);
        var found = File.ReadAllText(Path.Combine(Root(), "src", "Risks", "FindingCodes.cs"));

        Entries().Where(entry => !given.Contains(entry.Name) && !found.Contains($"\"{entry.Text}\"", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void What_only_a_model_meets_no_replay_gives()
    {
        var given = Given("src/Replay", "src/ReplayTool", "src/Operations").ToHashSet(StringComparer.Ordinal);
        var model = Codes.All.Where(code => code.Whose == Whose.Model).Select(code => code.Text).ToHashSet(StringComparer.Ordinal);

        Entries().Where(entry => model.Contains(entry.Text) && given.Contains(entry.Name)).Should().BeEmpty();
    }

    [Fact]
    public void What_the_functions_of_a_model_give_is_not_for_a_person_alone()
    {
        var person = Codes.All.Where(code => code.Whose == Whose.Person).Select(code => code.Text).ToHashSet(StringComparer.Ordinal);
        var given = Given("skills/dolibarr-write/Plugin", "skills/dolibarr-write/Session").ToHashSet(StringComparer.Ordinal);

        Entries().Where(entry => person.Contains(entry.Text) && given.Contains(entry.Name)).Should().BeEmpty();
    }

    [Fact]
    public void A_code_is_not_looked_up_by_a_name_that_is_written_out() => Sources("src", "skills")
        .Where(file => WrittenOut().IsMatch(File.ReadAllText(file)))
        .Should().BeEmpty("the entry itself can be named, which is checked when it is compiled");

    private static IEnumerable<string> Given(params string[] folders) => Sources(folders)
        .Where(file => !IsOfRegister(file))
        .SelectMany(file => Used().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

    private static IEnumerable<Entry> Entries() => Sources("src/Changesets").Where(IsOfRegister)
        .SelectMany(file => Declared().Matches(File.ReadAllText(file)).Select(match => new Entry(match.Groups[1].Value, match.Groups[2].Value)));

    private static bool IsOfRegister(string file) => Path.GetFileName(Path.GetDirectoryName(file)) == "Codes";

    private static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories));

    private static string Root([CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, "..", "..");

    [GeneratedRegex(@"public static ProblemCode (\w+) \{ get; \} = \w+\(\s*\w+, ""([a-z0-9-]+)""")]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<![\w.])Codes\.([A-Z]\w*)")]
    private static partial Regex Used();

    [GeneratedRegex(@"Codes\.Of\(\s*\$?""")]
    private static partial Regex WrittenOut();

    private sealed record Entry(string Name, string Text);
}
