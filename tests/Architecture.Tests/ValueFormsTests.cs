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
            @"\bdecimal\.(?:Try)?Parse\(|NumberStyles\.(?:Number|Float|Any|Currency|AllowDecimalPoint|AllowExponent|AllowThousands)|[:""]\+?0\.[0#]").Should().BeEmpty();

    [Fact]
    public void Decimals_are_rounded_in_one_place() =>
        Outside(["Changesets/Values/Rounded.cs"], @"\bMidpointRounding\b|\bdecimal\.Round\(").Should().BeEmpty();

    [Fact]
    public void What_a_quantity_keeps_is_in_one_place() => Outside(["Changesets/Values/Quantities.cs"], @"\(float\)|\bfloat\b").Should().BeEmpty();

    [Theory]
    [MemberData(nameof(OfValues))]
    public void No_culture_writes_a_value(string project) =>
        Project.TextsMadeOf(HabitsTests.AssemblyOf(project), "System.Decimal", "System.DateOnly", "System.DateTime", "System.DateTimeOffset").Should().BeEmpty();

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
