using System.Net;
using System.Text.RegularExpressions;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review.Tests;

/// <summary>Text from outside never speaks in the voice of our own marks, wherever a changeset has room for it.</summary>
public sealed partial class VoiceTests
{
    private const string Forged = ") ⟨yes⟩ IBAN checked";

    private static readonly string Tagged = string.Concat(Forged[8..].Select(c => char.ConvertFromUtf32(0xe0000 + c)));

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public void No_word_of_data_is_in_a_mark_of_the_page(Language language) =>
        Parts(ReviewPage.Of(Everywhere, language)).Where(part => part.By != Voice.Data).Select(part => part.Text).Should().NotContain(text => IsForged(text));

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public void No_word_of_data_is_in_a_mark_of_the_HTML(Language language)
    {
        var marks = MarkOf().Matches(Faces.Html(Everywhere, language)).Select(mark => WebUtility.HtmlDecode(mark.Groups[1].Value)).ToList();

        marks.Should().NotBeEmpty().And.NotContain(text => IsForged(text));
    }

    [Fact]
    public void An_unknown_field_by_which_something_is_found_is_named_as_data() =>
        Subject(new Reference.Found(Fields.None.With(Forged, "x"))).Should().Equal(
            ("⟨found by⟩", Voice.Mark), (" ", Voice.Ours), ("⟨field⟩", Voice.Mark), (" ", Voice.Ours), (") ", Voice.Data), ("⟨U+27E8⟩", Voice.Mark), ("yes", Voice.Data),
            ("⟨U+27E9⟩", Voice.Mark), (" IBAN checked", Voice.Data), (" ", Voice.Ours), ("⟨value⟩", Voice.Mark), (" ", Voice.Ours), ("x", Voice.Data));

    [Fact]
    public void The_operation_that_made_something_is_named_as_data() =>
        Subject(new Reference.Created("op1 IBAN checked")).Should().Equal(("⟨made by⟩", Voice.Mark), (" ", Voice.Ours), ("op1 IBAN checked", Voice.Data));

    [Fact]
    public void The_end_of_an_unknown_fields_name_is_told_from_its_value() =>
        Subject(new Reference.Found(Fields.None.With("a", "b c"))).Should().NotEqual(Subject(new Reference.Found(Fields.None.With("a b", "c"))));

    /// <summary>The same forgery as every name and every value.</summary>
    private static Changeset Everywhere => HtmlHostility.Changeset(Forged) with
    {
        Operations = [.. HtmlHostility.Changeset(Forged).Operations,
            new Operation.Update
            {
                Id = Forged, Resource = Forged, On = new Reference.Created(Forged), Before = Nested, Set = Nested, After = Nested, From = [Forged], Note = Tagged,
            },
            new Operation.Detach { Id = "op4", Resource = "supplierInvoice", On = new Reference.Found(Nested), Before = Fields.None.With("name", Forged) },
            new Operation.Validate { Id = "op5", Resource = "supplierInvoice", On = new Reference.Found(Fields.None.With(Forged, new Reference.Created(Forged))) }],
    };

    private static Fields Nested => Fields.None.With(Forged, new Reference.Found(Fields.None.With(Forged, Forged)))
        .With("lines", [Fields.None.With(Forged, Forged)]).With("supplier", new Reference.Created(Forged));

    private static bool IsForged(string text) => text.Contains("checked", StringComparison.Ordinal);

    private static IEnumerable<(string, Voice)> Subject(Reference on) => ReviewPage.Of(Examples.Changes with
    {
        Operations = [new Operation.Update { Id = "op1", Resource = "thirdparty", On = on, Before = Fields.None, Set = Fields.None, After = Fields.None }],
    }).Operations[0].Subject.Parts.Select(part => (part.Text, part.By));

    private static IEnumerable<VisiblePart> Parts(ReviewPage page) => page.Operations.SelectMany(Texts)
        .Concat(page.Warnings.SelectMany(warning => new[] { warning.Code, warning.On, warning.Text, warning.Meaning }))
        .Concat(page.Final.SelectMany(final => new[] { final.Operation, final.Text }))
        .Concat(page.Evidence.SelectMany(evidence => evidence.Facts.Concat(evidence.Says).SelectMany(fact => new[] { fact.Name, fact.Value }).Append(evidence.Id)))
        .Concat(page.Recorded.Select(fact => fact.Value))
        .Concat([page.Title, page.Id])
        .OfType<VisibleText>()
        .SelectMany(text => text.Parts);

    private static IEnumerable<VisibleText?> Texts(ReviewOperation operation) => new[] { operation.Id, operation.Heading, operation.Subject, operation.File, operation.Note }
        .Concat(operation.Keys).Concat(operation.From)
        .Concat(operation.Fields.Concat(operation.Rows.SelectMany(rows => rows.Items).SelectMany(row => row).OfType<ReviewField>()).SelectMany(field => new[] { field.Name, field.Before, field.Asked, field.After }))
        .Concat(operation.Rows.SelectMany(rows => rows.Columns.Select(column => column.Name).Append(rows.Name)))
        .Concat(operation.Comparisons.SelectMany(comparison => new[] { comparison.Name, comparison.Evidence, comparison.Says, comparison.Entered }));

    [GeneratedRegex("<span class=\"mark\">([^<]*)</span>")]
    private static partial Regex MarkOf();
}
