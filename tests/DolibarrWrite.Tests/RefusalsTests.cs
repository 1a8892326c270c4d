using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>What a model reads of refusals, against the register of codes.</summary>
public partial class RefusalsTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Root(), "skills/dolibarr-write/references/refusals.md"));

    private static IEnumerable<string> OfModel => Codes.All.Where(code => code.Whose != Whose.Person).Select(code => code.Text);

    [Fact]
    public void Every_code_that_a_model_can_meet_is_explained() =>
        OfModel.Except(Explained()).Should().BeEmpty("a refusal that nobody explained leaves a model to guess");

    [Fact]
    public void No_code_is_explained_that_a_model_cannot_meet() => Explained().Except(OfModel).Should().BeEmpty();

    [Fact]
    public void No_code_is_explained_twice() => Explained().Should().OnlyHaveUniqueItems();

    private static IEnumerable<string> Explained() => Text.Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|')[1])
        .Append(Text.Split("## Reading errors")[1])
        .SelectMany(part => Quoted().Matches(part).Select(match => match.Groups[1].Value));

    private static string Root([CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, "..", "..");

    [GeneratedRegex("`([a-z0-9-]+)`")]
    private static partial Regex Quoted();
}
