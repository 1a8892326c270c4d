using DolibarrAgent.Resources;

namespace DolibarrAgent.Review.Tests;

public sealed class CellTests
{
    [Fact]
    public void A_line_that_breaks_within_a_word_says_so() => Drawn(new string('a', 50)).Should().Be(new string('a', 39) + "↩\n" + new string('a', 11) + "\n");

    [Fact]
    public void A_line_that_breaks_at_a_blank_does_not() => Drawn(new string('a', 39) + " " + new string('a', 11)).Should().Be(new string('a', 39) + "\n" + new string('a', 11) + "\n");

    [Fact]
    public void Wide_letters_take_two_columns() => Drawn(new string('日', 21)).Should().Be(new string('日', 19) + "↩\n日日\n");

    [Fact]
    public void A_field_that_nobody_knows_is_not_taken_for_one_that_is_known() =>
        Words.In(Language.English).Labels.Field("thirdparty", "VAT number").ToString().Should().Be("⟨field⟩ VAT number").And.NotBe(Words.In(Language.English).Labels.Field("thirdparty", "vatNumber").ToString());

    [Fact]
    public void A_line_for_copying_is_never_broken()
    {
        using var text = new StringWriter();
        new Screen(text, new ScreenKind(40, HasColours: false)).Show(new UnbrokenLine(Visible.Of(new string('a', 90))));
        text.ToString().Should().Be("   " + new string('a', 90) + "\n");
    }

    [Fact]
    public void Rows_of_more_fields_than_fit_are_still_all_shown()
    {
        var row = Enumerable.Range(1, 30).Aggregate(Fields.None, (all, i) => all.With($"field{i}", $"value{i}x"));
        var create = (Operation.Create)Examples.Invoice.Operations[1] with { Set = Fields.None.With("lines", [row]), After = Fields.None };
        var face = Faces.Plain(Examples.Invoice with { Operations = [Examples.Invoice.Operations[0], create], Warnings = [] }, 80);

        face.Should().ContainAll(Enumerable.Range(1, 30).Select(i => $"value{i}x"));
    }

    [Fact]
    public void A_column_of_rows_that_nobody_asked_for_and_in_which_nothing_stands_is_not_shown()
    {
        var row = Fields.None.With("description", "VPS");
        var create = (Operation.Create)Examples.Invoice.Operations[1] with { Set = Fields.None.With("lines", [row.With("periodTo", "")]), After = Fields.None.With("lines", [row.With("periodTo", "").With("product", "").With("periodFrom", "2026-10-01")]) };
        var face = Faces.Plain(Examples.Invoice with { Operations = [Examples.Invoice.Operations[0], create], Warnings = [] }, 120);

        face.Should().Contain("From").And.Contain("To").And.Contain("2026-10-01").And.NotContain("Product");
    }

    private static string Drawn(string data)
    {
        using var text = new StringWriter();
        new Screen(text, new ScreenKind(40, HasColours: false)).Show(new VisibleCell(Visible.Of(data)));
        return text.ToString();
    }
}
