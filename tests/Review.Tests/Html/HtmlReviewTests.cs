using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review.Tests;

public sealed partial class HtmlReviewTests
{
    [Fact]
    public void The_policy_comes_first_and_allows_nothing_that_the_page_does_not_hold()
    {
        var html = HtmlExample.Named("changes").Html;
        var style = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style().Match(html).Groups[1].Value)));

        Policy(html).Should().Be($"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'");
        html.Should().MatchRegex("^<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta http-equiv=\"Content-Security-Policy\"").And.Contain("<meta name=\"referrer\" content=\"no-referrer\">");
        Policy(HtmlExample.Named("picture").Html).Should().EndWith("; img-src data:");
        Policy(HtmlExample.Named("invoice").Html).Should().EndWith("; object-src data:; frame-src data:");
    }

    [Fact]
    public void The_digest_of_a_document_is_shown_with_all_its_digits() => Text(HtmlExample.Named("invoice").Html).Should().Contain(Examples.Pdf.Hex).And.Contain(Examples.Mail.Hex);

    [Fact]
    public void A_warning_says_what_it_means_first_and_its_code_beside_it()
    {
        Text(HtmlExample.Named("invoice").Html).Should().Contain("\nA supplier is new. new-supplier → op1\n");
        Text(HtmlExample.Named("invoice").French).Should().Contain("\nUn fournisseur est nouveau. new-supplier → op1\n");
    }

    [Fact]
    public void A_page_in_French_has_no_English_word_of_ours()
    {
        var (english, french) = (MoreExamples.All.Values.SelectMany(changeset => OursIn(changeset, Language.English)), MoreExamples.All.Values.SelectMany(changeset => OursIn(changeset, Language.French)));
        // The same word in both languages, a name, or no word.
        french.Intersect(english).Where(text => text.Any(char.IsLetter) && !text.StartsWith("⟨U+", StringComparison.Ordinal))
            .Except(["Type", "SIREN", "SHA-256", "IBAN", "BIC", "Instruction", "Date", "Document", "⟨Dolibarr⟩", "⟨code⟩", "⟨IBAN⟩", "⟨SIREN⟩"]).Should().BeEmpty();
    }

    [Fact]
    public void No_data_reaches_the_HTML_as_markup() => Generated.Changeset.Sample(changeset =>
    {
        var plain = Regex.Replace(HtmlExample.With(changeset with { Title = "<script>alert(1)</script>" }).Html, "(?s)<style>.*?</style>", "");
        return !plain.Contains("<script", StringComparison.Ordinal) && Tag().Replace(plain, "").AsSpan().IndexOfAny('<', '>') < 0;
    }, iter: 100);

    [Fact]
    public void A_PDF_that_no_browser_would_show_is_named_with_its_size_and_place()
    {
        var html = HtmlExample.Named("too-large").Html;

        html.Should().NotContain("data:application/pdf");
        Text(html).Should().MatchRegex($"larger than what a browser shows in one: F-2026-1\\.pdf, {DocumentShelf.PdfLimit + new TestPdf("Facture F-2026-1").ToBytes().Length} bytes, in the changeset's folder as blobs/{Examples.Pdf.Hex}");
    }

    [Fact]
    public void A_page_holds_no_more_than_it_can()
    {
        var picture = Enumerable.Repeat((byte)7, 7_900_000).ToArray();
        new byte[] { 0x89, 0x50, 0x4e, 0x47 }.CopyTo(picture, 0);
        var ids = Enumerable.Range(1, 4).Select(i => $"p{i.ToString(CultureInfo.InvariantCulture)}").ToList();
        var changeset = Examples.Changes with { Evidence = [.. ids.Select(id => new Evidence.File { Id = id, Name = $"{id}.png", Sha256 = Examples.Pdf, Size = 7_900_000 })] };
        var html = new HtmlExample(changeset, ids.ToDictionary(id => id, _ => picture)).Html;

        Regex.Count(html, "<img ").Should().Be(3);
        Text(html).Should().Contain("holds as many documents as it can: p4.png, 7900000 bytes");
    }

    [Fact]
    public void A_long_text_says_how_much_of_it_is_not_shown()
    {
        var text = Encoding.UTF8.GetBytes(new string('a', DocumentShelf.TextLimit) + "secret\u202e");

        Text(HtmlExample.With(Examples.Invoice, text).Html).Should().NotContain("secret").And.Contain($"⟨cut: 7 more characters; SHA-256 of all {DocumentShelf.TextLimit + 7}: {Digest.Of(text).Hex}⟩");
    }

    [Fact]
    public void A_file_is_shown_by_what_it_is_and_never_by_its_name()
    {
        var html = HtmlExample.With(Examples.Invoice, "<svg onload='x'>"u8.ToArray()).Html;

        html.Should().NotContain("<object").And.NotContain("<img").And.Contain("&lt;svg onload=&#39;x&#39;&gt;");
        Text(HtmlExample.With(Examples.Invoice, [1, 0, 2]).Html).Should().Contain("neither a PDF, a picture nor text");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_text_is_shown_in_the_encoding_that_its_first_bytes_name(string encoding)
    {
        var named = Encoding.GetEncoding(encoding);

        Text(HtmlExample.With(Examples.Invoice, [.. named.GetPreamble(), .. named.GetBytes("<Hébergeur>")]).Html).Should().Contain("\n<Hébergeur>");
    }

    [Fact]
    public void Letters_that_are_read_from_right_to_left_turn_nothing_of_ours_around() =>
        HtmlExample.Named("nasty").Html.Should().Contain("<bdi>קניית ספרים 123 (שלום) abc</bdi>").And.Contain("unicode-bidi: isolate");

    [Fact]
    public void No_attribute_of_ours_can_be_made_to_do_something() =>
        new[] { "href", "src", "data", "onclick", "style" }.Should().AllSatisfy(name => FluentActions.Invoking(() => Html.Of("p").With(name, "x")).Should().Throw<ArgumentException>());

    [Fact]
    public void What_an_agent_says_stands_apart_as_its_words() => Text(HtmlExample.Named("invoice").Html).Should().Contain("The agent's own words, which are not facts\nI found two lines");

    private static string Policy(string html) => WebUtility.HtmlDecode(Regex.Match(html, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value);

    private static string Text(string html) => Lines().Replace(Faces.Read(html), "\n");

    /// <summary>What is left of each line without data.</summary>
    private static IEnumerable<string> OursIn(Changeset changeset, Language language) =>
        Faces.Read(Data().Replace(Faces.Html(changeset, language), "\n")).Split('\n').Select(line => line.Trim());

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\n+")]
    private static partial Regex Lines();

    [GeneratedRegex("<bdi>[^<]*</bdi>|<code>[^<]*</code>|<title>[^<]*</title>")]
    private static partial Regex Data();
}
