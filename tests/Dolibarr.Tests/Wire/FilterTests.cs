using System.Text.RegularExpressions;
using CsCheck;

namespace DolibarrAgent.Dolibarr.Tests;

public partial class FilterTests
{
    private static readonly string[] Attacks =
        ["union", "select", "__NOW__", "user(", "x@@y", "' or '1'='1", "') or (t.rowid:>:0", "</script>", "&#58;", "😀"];

    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.String[Gen.Char["'\"()\\%_:;,&#<>=@/ abcAÉ\u00A0日\u0001\r\n\t|*!?{}[]$`~^"], 1, 12],
        Gen.Int[0, Attacks.Length - 1].Select(index => Attacks[index]))
        .Where(text => !string.IsNullOrWhiteSpace(text));

    [Theory]
    [InlineData("FR40303265045", "(t.ref_ext:=:'FR40303265045')")]
    [InlineData("cs1/op1", "(t.ref_ext:=:'cs1/op1')")]
    [InlineData("Hébergeur Dupont SARL", "(t.ref_ext:=:'Hébergeur Dupont SARL')")]
    [InlineData("factures@dupont.example", "(t.ref_ext:=:'factures@dupont.example')")]
    public void What_a_filter_can_carry_is_asked_for_exactly(string value, string filter) =>
        Filter.Holds(Column.Marker, value).Text.Should().Be(filter);

    [Theory]
    [InlineData("O'Brien (Paris) Ltd", "O_Brien%_Paris_%Ltd")]
    [InlineData("say \"x\"", "say%_x_")]
    [InlineData("50% off_now", "50_%off_now")]
    [InlineData("A\\B", "A_B")]
    [InlineData("A & B", "A%_%B")]
    [InlineData("a:b;c=d", "a_b_c_d")]
    [InlineData("Prénom 😀", "Prénom%_")]
    [InlineData("<b>x</b>", "_b_x_/b_")]
    public void What_it_cannot_carry_becomes_a_pattern_of_the_same_length(string value, string pattern) =>
        Filter.Holds(Column.ThirdPartyName, value).Text.Should().Be($"(t.nom:like:'{pattern}')");

    [Theory]
    [InlineData("Union des Producteurs")]
    [InlineData("Insert Into Ltd")]
    [InlineData("DROP TABLE SARL")]
    [InlineData("information_schema")]
    [InlineData("__NOW__")]
    [InlineData("Mr SEPARATOR")]
    [InlineData("Postscript SA")]
    public void No_word_that_is_hunted_on_the_way_stands_in_a_filter(string value)
    {
        var filter = Filter.Holds(Column.ThirdPartyName, value).Text;
        HuntedWords().IsMatch(filter).Should().BeFalse(filter);
        Matches(filter, value).Should().BeTrue(filter);
    }

    [Fact]
    public void Whatever_the_value_a_filter_keeps_its_form_and_finds_the_value() =>
        Hostile.Sample(value =>
        {
            var filter = Filter.Holds(Column.ThirdPartyName, value).Text;
            return Form().IsMatch(filter) && Matches(filter, value);
        });

    [Fact]
    public void A_search_for_a_part_of_a_name_keeps_its_form_and_finds_the_name() =>
        Gen.Select(Hostile, Hostile, Hostile).Sample((before, part, after) =>
        {
            var filter = Filter.Contains(Column.ThirdPartyName, part).Text;
            return Form().IsMatch(filter) && Matches(filter, before + part + after);
        });

    [Theory]
    [InlineData("303265045", "303 265 045", true)]
    [InlineData("FR40303265045", "fr 40.303-265 045", true)]
    [InlineData("303265045", " 303 265 045 ", true)]
    [InlineData("303265045", "SIREN 303265045", true)]
    [InlineData("303265045", "303265046", false)]
    public void An_identifier_is_asked_for_whatever_stands_between_its_digits(string asked, string onFile, bool found) =>
        Matches(Filter.Spells(Column.Siren, asked).Text, onFile).Should().Be(found);

    [Fact]
    public void Many_values_go_in_few_filters_each_short_enough_for_a_url()
    {
        string[] values = [.. Enumerable.Range(0, 500).Select(n => $"chg{n:000}/op{n}")];
        Filter[] batches = [.. Filter.AnyOf(values.Select(value => Filter.Holds(Column.Marker, value)))];
        batches.Should().HaveCountLessThan(20).And.AllSatisfy(batch => batch.EncodedLength.Should().BeLessThan(4_200));
        values.Should().AllSatisfy(value => batches.Should().ContainSingle(batch => batch.Text.Contains($"'{value}'", StringComparison.Ordinal)));
    }

    [Fact]
    public void Texts_are_never_asked_for_with_in_which_drops_their_slashes() =>
        string.Concat(Filter.AnyOf(new[] { "cs1/op1", "cs1/op2" }.Select(value => Filter.Holds(Column.Marker, value))).Select(filter => filter.Text))
            .Should().Be("((t.ref_ext:=:'cs1/op1') or (t.ref_ext:=:'cs1/op2'))");

    [Fact]
    public void Conditions_are_joined_within_parentheses_of_their_own() =>
        Filter.Is(Column.Supplier, 4).And(Filter.On(Column.InvoiceDate, new DateOnly(2026, 11, 20))).Text
            .Should().Be("((t.fk_soc:=:4) and (t.datef:=:'2026-11-20'))");

    // What the database does with the filter: = compares, like matches with its two wildcards.
    private static bool Matches(string filter, string value)
    {
        var like = Form().Match(filter);
        return like.Groups["op"].Value == "="
            ? like.Groups["value"].Value == value
            : Regex.IsMatch(
                value,
                $"\\A{string.Concat(like.Groups["value"].Value.Select(c => c switch { '%' => "[\\s\\S]*", '_' => "(?:[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[\\s\\S])", _ => Regex.Escape(c.ToString()) }))}\\z",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"\A\(t\.[a-z_]+:(?<op>=|like):'(?<value>[^'""()\\:;&#<>=\r\n]*)'\)\z")]
    private static partial Regex Form();

    [GeneratedRegex("union|select|insert|into|drop|table|information_schema|__NOW__|separator|script", RegexOptions.IgnoreCase)]
    private static partial Regex HuntedWords();
}
