using System.Globalization;
using System.Text;

namespace DolibarrAgent.Changesets.Tests;

/// <summary>What a text looks like, held to Unicode's own table.</summary>
public sealed class SkeletonTests
{
    private static readonly List<(string Character, string Skeleton)> Table = [.. Lines()];

    [Fact]
    public void Each_character_of_Unicodes_table_has_the_skeleton_that_stands_there() =>
        Table.Should().HaveCountGreaterThan(7000).And.OnlyContain(line => Skeleton.Of(line.Character) == line.Skeleton);

    [Theory]
    [InlineData("\u0410\u0421\u041c\u0415", "ACME")]
    [InlineData("\u0391\u039c\u0396", "AMZ")]
    [InlineData("\uff21\uff23\uff2d\uff25", "ACME")]
    [InlineData("\U0001d400\U0001d402\U0001d40c\U0001d404", "ACME")]
    [InlineData("\u24b6\u24b8\u24c2\u24ba", "ACME")]
    [InlineData("AC\u200bME", "ACME")]
    [InlineData("AC\u3164ME\U000e0041", "ACME")]
    [InlineData("Mu\u0308ller", "Muller")]
    public void A_name_is_read_as_the_Latin_letters_that_it_looks_like(string name, string latin) => Skeleton.Latin(name).Should().Be(latin);

    [Theory]
    [InlineData("Acme", "Acrne")]
    [InlineData("Nordic", "N0rdic")]
    [InlineData("Illico", "l1lico")]
    public void Latin_letters_that_look_like_each_other_look_the_same(string one, string other) => Skeleton.Look(one).Should().Be(Skeleton.Look(other));

    private static IEnumerable<(string, string)> Lines()
    {
        using var lines = new StreamReader(typeof(Skeleton).Assembly.GetManifestResourceStream("skeletons.txt")!, Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            if (line is not ['#', ..])
            {
                var codes = line.Split(' ').Select(code => char.ConvertFromUtf32(int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))).ToList();
                yield return (codes[0], string.Concat(codes.Skip(1)));
            }
        }
    }
}
