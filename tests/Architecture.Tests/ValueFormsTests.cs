using System.Text.RegularExpressions;

namespace DolibarrAgent.Architecture.Tests;

/// <summary>
/// Each kind of value has one home for its forms (<c>src/Changesets/Values/</c>), so that two places cannot read or write it
/// by different rules. The simulator, and the demo that drives it, have forms of their own on purpose: shared ones would
/// hide shared mistakes.
/// </summary>
public class ValueFormsTests
{
    private static readonly string[] Apart = ["Simulator", "Demo"];

    private static readonly string[] Written = ["System.Decimal", "System.DateOnly", "System.DateTime", "System.DateTimeOffset"];

    /// <summary>Those that use the forms; <c>Changesets</c> has them.</summary>
    public static TheoryData<string> OfValues => [.. Project.All.Select(project => project.Name).Except([.. Apart, "Changesets"])];

    [Fact]
    public void Days_and_moments_are_read_and_written_in_one_place() =>
        Outside(["Changesets/Values/Days.cs", "Changesets/Values/Moments.cs"],
            @"yyyy|HH:mm|\b(?:DateOnly|DateTime|DateTimeOffset)\.(?:Try)?Parse(?:Exact)?\(").Should().Equal(
            // How a line of the log begins, in the log's own pattern.
            "Shell/Logs/ErrorLines.cs");

    [Fact]
    public void Seconds_are_made_days_and_days_seconds_in_one_place() =>
        Outside(["Dolibarr/Wire/UnixSeconds.cs"], @"\b(?:To|From)UnixTimeSeconds\(|\bFromDayNumber\(").Should().BeEmpty();

    [Fact]
    public void Decimals_are_read_and_written_in_one_place() =>
        Outside(["Changesets/Values/Decimals.cs"],
            @"\bdecimal\.(?:Try)?Parse\(|NumberStyles\.(?:Number|Float|Any|Currency|AllowDecimalPoint|AllowExponent)|[:""]\+?0\.[0#]")
            .Should().BeEmpty();

    [Fact]
    public void Decimals_are_rounded_in_one_place() =>
        Outside(["Changesets/Values/Rounded.cs"], @"\bMidpointRounding\b|\bdecimal\.Round\(").Should().BeEmpty();

    [Fact]
    public void What_a_quantity_keeps_is_in_one_place() =>
        Outside(["Changesets/Values/Quantities.cs"], @"\(float\)|\bfloat\b").Should().BeEmpty();

    [Fact]
    public void An_IBAN_has_its_form_in_one_place() =>
        Outside(["Changesets/Values/IbanForm.cs"],
            @"(?i)% 97\b|\[a-z\]\{2\}(?:\[ \.-\]\?)?\[0-9\]\{2\}|LegalIds\.Bare\([^)]*iban|Accounts\)\.Select\(LegalIds")
            .Should().BeEquivalentTo(
            // The key of a French VAT number, which is another sum.
            "Intake/Checks/CheckDigits.cs",
            // And those of the VAT numbers of other countries.
            "Intake/Checks/VatDigits.cs",
            // Takes numbers that are no days out of the terms of payment, in small letters, and must not take the words behind them.
            "Intake/Terms/TermsCount.cs");

    [Fact]
    public void Tags_are_looked_for_in_one_place() =>
        Outside(["Changesets/Values/HtmlTags.cs"], @"== '<'|'<' =>|""<\[").Should().BeEquivalentTo(
            // The first byte of an XML file, which says what file it is.
            "Changesets/Content/XmlHead.cs");

    [Fact]
    public void A_language_has_its_tag_in_one_place() => Outside(["Review/Words/Languages.cs"], @"""(?:fr|en)""").Should().BeEquivalentTo(
        // The languages of the documents that are read, which are not those in which the product speaks.
        "Intake/Proof/LabelTable.cs");

    [Theory]
    [MemberData(nameof(OfValues))]
    public void No_culture_writes_a_value(string project) =>
        Project.TextsMadeOf(HabitsTests.AssemblyOf(project), Written)
            .Should().BeEmpty();

    /// <summary>The files of the product, but for these, whose code matches. Comments do not count.</summary>
    private static IEnumerable<string> Outside(string[] homes, string pattern)
    {
        homes.Should().OnlyContain(home => File.Exists(Path.Combine(Project.Root, "src", home)));
        var source = Path.Combine(Project.Root, "src");
        return Project.All.Where(project => !Apart.Contains(project.Name)).SelectMany(project => project.Sources)
            .Where(file => File.ReadLines(file).Any(line => Regex.IsMatch(Code(line), pattern)))
            .Select(file => Path.GetRelativePath(source, file).Replace('\\', '/'))
            .Except(homes);
    }

    private static string Code(string line) => line.TrimStart() is var text && text.StartsWith("//", StringComparison.Ordinal) ? "" : text;
}
