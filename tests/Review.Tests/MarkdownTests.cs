using CsCheck;
using DolibarrAgent.Resources;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DolibarrAgent.Review.Tests;

/// <summary>What a real parser makes of the review, with every extension that a forge could have.</summary>
public sealed class MarkdownTests
{
    private static readonly MarkdownPipeline Forge = WithAllExtensions();

    private static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private static readonly HashSet<Type> Ours =
    [
        typeof(HeadingBlock), typeof(ParagraphBlock), typeof(ListBlock), typeof(ListItemBlock), typeof(QuoteBlock), typeof(Table), typeof(TableRow), typeof(TableCell),
        typeof(LiteralInline), typeof(CodeInline), typeof(EmphasisInline), typeof(LineBreakInline), typeof(ContainerInline), typeof(PipeTableDelimiterInline),
    ];

    [Fact]
    public void No_data_makes_anything_but_code_in_a_sentence_of_ours() => Gen.Select(Generated.Changeset, Gen.Bool).Sample(
        (changeset, isFrench) => ShouldBeOurs(Faces.Markdown(changeset, isFrench ? Language.French : Language.English)), iter: 200);

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public void No_attack_that_we_know_makes_anything_but_code(Language language) => ShouldBeOurs(Faces.Markdown(MoreExamples.Attacks, language));

    [Fact]
    public void What_a_forge_would_link_stands_in_code_alone() => Generated.Changeset.Sample(changeset =>
    {
        var text = string.Join('\n', Parsed(changeset).Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
        text.Should().NotContainAny("octocat", "#17", "GH-17", "evil.example", "alert", "<", "tada", "Approved", "$");
    }, iter: 200);

    [Fact]
    public void The_sections_are_those_of_the_page_and_no_others() => Generated.Changeset.Sample(changeset =>
        Parsed(changeset).Descendants<HeadingBlock>().Should().HaveCount(
            1 + (ReviewPage.Of(changeset) is var page && page.Warnings.IsEmpty ? 0 : 1) + (page.Final.IsEmpty ? 0 : 1) + 1 + page.Operations.Length + 1 + page.Evidence.Length), iter: 200);

    [Fact]
    public void Every_row_of_a_table_has_as_many_cells_as_its_head() => Generated.Changeset.Sample(changeset =>
    {
        foreach (var table in Parsed(changeset).Descendants<Table>())
        {
            table.OfType<TableRow>().Select(row => row.Count).Distinct().Should().ContainSingle();
        }
    }, iter: 200);

    [Theory]
    [InlineData("a`b", "`a⟨U+0060⟩b`")]
    [InlineData("a|b", "`a⟨U+007C⟩b`")]
    [InlineData("a{.b}", "`a⟨U+007B⟩.b⟨U+007D⟩`")]
    [InlineData("a\\", "`a\\`")]
    [InlineData("@octocat #1 <b>", "`@octocat #1 <b>`")]
    [InlineData(" a ", "`⟨space⟩a⟨space⟩`")]
    [InlineData("", "")]
    public void Data_stands_in_a_span_that_it_cannot_leave(string data, string written) => MarkdownText.Of(Visible.Of(data)).Should().Be(written);

    [Fact]
    public void More_backticks_than_any_fence_may_have_leave_no_span_either() => MarkdownText.Of(Visible.Of(new string('`', 100))).Trim('`').Should().NotContain("`");

    [Fact]
    public void A_review_that_fits_is_whole() => MarkdownReview.Of(ReviewPage.Of(Examples.Invoice)).Should().BeOfType<MarkdownResult.Whole>()
        .Which.Text.Should().Be(Faces.Markdown(Examples.Invoice));

    [Fact]
    public void A_review_that_is_one_character_too_long_is_not_shown_at_all()
    {
        var whole = Faces.Markdown(MoreExamples.ManyLines);
        var result = MarkdownReview.Of(ReviewPage.Of(MoreExamples.ManyLines), whole.Length - 1);

        result.Should().BeOfType<MarkdownResult.TooLong>().Which.Characters.Should().Be(whole.Length);
        result.Text.Should().StartWith("# This is not the review\n").And.NotContain("Article 1").And.Contain("Operations: 1.");
        result.Text.Length.Should().BeLessThan(2000);
    }

    [Fact]
    public void A_review_that_is_exactly_as_long_as_may_be_is_whole() =>
        MarkdownReview.Of(ReviewPage.Of(MoreExamples.ManyLines), Faces.Markdown(MoreExamples.ManyLines).Length).Should().BeOfType<MarkdownResult.Whole>();

    [Fact]
    public void The_notice_fits_the_smallest_limit_in_every_language_whatever_the_changeset_holds() => Gen.Select(Generated.Changeset, Gen.Bool).Sample((changeset, isFrench) =>
        MarkdownReview.Of(ReviewPage.Of(changeset, isFrench ? Language.French : Language.English), 2000).Text.Length <= 2000, iter: 100);

    /// <summary>But for the names that headings are given, which are not nodes of the text.</summary>
    private static MarkdownPipeline WithAllExtensions()
    {
        var builder = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseEmojiAndSmiley();
        builder.Extensions.RemoveAll(extension => extension is AutoIdentifierExtension);
        return builder.Build();
    }

    private static MarkdownDocument Parsed(Changeset changeset) => Markdig.Markdown.Parse(Faces.Markdown(changeset), Forge);

    private static void ShouldBeOurs(string text)
    {
        foreach (var pipeline in new[] { Forge, Plain })
        {
            Markdig.Markdown.Parse(text, pipeline).Descendants().Select(node => node.GetType()).Distinct().Should().BeSubsetOf(Ours);
        }
    }
}
