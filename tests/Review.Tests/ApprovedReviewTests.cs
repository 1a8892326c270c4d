using System.Text.RegularExpressions;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review.Tests;

public sealed partial class ApprovedReviewTests
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

    /// <summary>HTML has the words of the others: two of it in French are enough.</summary>
    public static TheoryData<string, Language> Twelve
    {
        get
        {
            var all = new TheoryData<string, Language> { { "main-job", Language.French }, { "bank-account", Language.French } };
            foreach (var name in MoreExamples.All.Keys)
            {
                all.Add(name, Language.English);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Ten))]
    public void Each_example_in_a_terminal(string name, Language language) =>
        Approved.Check($"{name}.terminal.{Languages.TagOf(language)}", Faces.Plain(MoreExamples.All[name], 100, language));

    [Theory]
    [MemberData(nameof(Ten))]
    public void Each_example_in_Markdown(string name, Language language) =>
        Approved.Check($"{name}.markdown.{Languages.TagOf(language)}", Faces.Markdown(MoreExamples.All[name], language));

    [Theory]
    [MemberData(nameof(Twelve))]
    public void Each_example_in_HTML(string name, Language language) => Approved.Check($"{name}.html.{Languages.TagOf(language)}", Facts(HtmlExample.With(MoreExamples.All[name]).In(language)));

    [Fact]
    public void An_invoice_of_a_new_supplier_on_80_columns() => Approved.Check("invoice-80", Faces.Plain(Examples.Invoice, 80));

    [Fact]
    public void An_invoice_of_a_new_supplier_on_140_columns() => Approved.Check("invoice-140", Faces.Plain(Examples.Invoice, 140));

    [Fact]
    public void The_colours_of_an_invoice() => Approved.Check("invoice-colours", Faces.Colours(Examples.Disagreeing, 100));

    [Fact]
    public void What_stands_where_the_review_does_not_fit() =>
        Approved.Check("too-long.markdown.fr", MarkdownReview.Of(ReviewPage.Of(MoreExamples.ManyLines, Language.French), 2000).Text);

    /// <summary>Without how it looks, and without the bytes of the documents.</summary>
    private static string Facts(string html) => Bytes().Replace(Looks().Replace(html, "…"), "…");

    [GeneratedRegex("(?<=<style>).*?(?=</style>)|(?<=sha256-)[A-Za-z0-9+/=]+", RegexOptions.Singleline)]
    private static partial Regex Looks();

    [GeneratedRegex("(?<=;base64,)[A-Za-z0-9+/=]+")]
    private static partial Regex Bytes();
}
