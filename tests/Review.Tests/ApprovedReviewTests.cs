namespace DolibarrAgent.Review.Tests;

public sealed class ApprovedReviewTests
{
    public static TheoryData<string, Language> Ten
    {
        get
        {
            var all = new TheoryData<string, Language>();
            foreach (var name in MoreExamples.All.Keys)
            {
                all.Add(name, Language.English);
                all.Add(name, Language.French);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Ten))]
    public void Ten_changesets_in_a_terminal(string name, Language language) =>
        Approved.Check($"{name}.terminal.{Words.In(language).Tag}", Faces.Plain(MoreExamples.All[name], 100, language));

    [Theory]
    [MemberData(nameof(Ten))]
    public void Ten_changesets_in_Markdown(string name, Language language) =>
        Approved.Check($"{name}.markdown.{Words.In(language).Tag}", Faces.Markdown(MoreExamples.All[name], language));

    [Fact]
    public void An_invoice_of_a_new_supplier_on_80_columns() => Approved.Check("invoice-80", Faces.Plain(Examples.Invoice, 80));

    [Fact]
    public void An_invoice_of_a_new_supplier_on_140_columns() => Approved.Check("invoice-140", Faces.Plain(Examples.Invoice, 140));

    [Fact]
    public void The_colours_of_an_invoice() => Approved.Check("invoice-colours", Faces.Colours(Examples.Disagreeing, 100));

    [Fact]
    public void What_stands_where_the_review_does_not_fit() =>
        Approved.Check("too-long.markdown.fr", MarkdownReview.Of(ReviewPage.Of(MoreExamples.ManyLines, Language.French), 2000).Text);
}
