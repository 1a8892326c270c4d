using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>What a model reads of refusals, against the codes that there are.</summary>
public partial class RefusalsTests
{
    /// <summary>
    /// Those that no function of a model gives. People see them: of folders, bank details, discarding, a replay and its revert.
    /// </summary>
    private static readonly string[] OfPeople =
    [
        "by-hand", "created-twice", "deleted", "detached", "details-missing", "drift", "file-missing", "file-too-large", "file-unreadable",
        "has-bank-details", "has-contacts", "has-payments", "has-prices", "missing-before", "missing-marker", "no-folder", "not-as-left",
        "not-named", "not-one-account", "on-prod", "other-marker", "other-sandbox", "paid", "prod-unseen", "replaced-not-on-file",
        "unexpected", "unknown-file", "unknown-operation", "unknown-reference", "validated", "vat-rounding-unknown",
    ];

    [Fact]
    public void Every_code_that_a_model_can_meet_is_explained() =>
        Codes().Except(OfPeople).Except(Explained()).Should().BeEmpty("a refusal that nobody explained leaves a model to guess");

    [Fact]
    public void What_only_people_see_is_there() => OfPeople.Except(Codes()).Should().BeEmpty();

    [Fact]
    public void No_code_is_explained_that_is_not_there()
    {
        var all = string.Concat(Sources("src").Concat(Sources("skills")).Select(File.ReadAllText));
        Explained().Where(code => !all.Contains($"\"{code}\"", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static IEnumerable<string> Codes() => Sources("src/Operations").Concat(Sources("src/Recording")).Concat(Sources("skills"))
        .SelectMany(file => Given().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
        .Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Explained() => File.ReadLines(Path.Combine(Root(), "skills/dolibarr-write/references/refusals.md"))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .SelectMany(line => Quoted().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value));

    private static IEnumerable<string> Sources(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories);

    private static string Root([CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, "..", "..");

    [GeneratedRegex(@"new Problem\(\s*""([a-z-]+)""")]
    private static partial Regex Given();

    [GeneratedRegex("`([a-z-]+)`")]
    private static partial Regex Quoted();
}
