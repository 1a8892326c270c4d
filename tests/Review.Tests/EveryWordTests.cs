using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Intake;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review.Tests;

/// <summary>The review has words for all that a changeset can hold, in both languages, and for nothing else.</summary>
public sealed class EveryWordTests
{
    [Fact]
    public void Every_fact_that_evidence_says_has_a_name_and_no_name_is_for_another() =>
        Labels.Facts.Keys.Should().BeEquivalentTo(DocumentSays.Of(Filled.Of<InvoiceFacts>()).Names);

    [Fact]
    public void All_words_are_there_in_English_and_in_French() =>
        Catalogue.All.Select(resource => resource.Title).Concat(Fields.SelectMany(field => new[] { field.Label, field.Narrow }.Concat(field.Choices.Select(choice => choice.Label)))).Concat(Labels.Facts.Values)
            .Should().OnlyContain(term => term.English.Length > 0 && term.French.Length > 0);

    [Fact]
    public void A_resource_is_known_and_found_by_fields_that_it_has() =>
        Catalogue.All.Should().OnlyContain(resource => resource.Keys.Concat(resource.Unique).Concat(resource.KnownBy).All(name => resource.Fields[name] != null));

    [Fact]
    public void A_reference_names_a_resource_that_there_is() =>
        Fields.Where(field => field.Type == FieldType.Reference).Should().OnlyContain(field => Catalogue.Named(field.Target) != null);

    [Fact]
    public void What_may_be_done_to_a_resource_is_what_something_can_do() =>
        ResourceOperations.All.Select(operations => (operations.Name, string.Join(' ', operations.Kinds.Select(kind => kind.Do).Order())))
            .Should().Equal(Catalogue.All.Select(resource => (resource.Name, string.Join(' ', resource.Verbs.Order()))));

    [Fact]
    public void The_examples_hold_nothing_but_fields_that_there_are()
    {
        var unknown = Words.In(Language.English).Headings.UnknownField;
        var shown = MoreExamples.All.Where(example => example.Key != "attacks").SelectMany(example => ReviewPage.Of(example.Value, Language.English).Operations)
            .SelectMany(o => o.Fields.Select(f => f.Name).Concat(o.Rows.SelectMany(r => r.Columns).Select(c => c.Name)));
        shown.Should().NotContain(name => name.ToString().Contains(unknown, StringComparison.Ordinal));
    }

    private static IEnumerable<Field> Fields => Catalogue.All.SelectMany(resource => resource.Fields.All).Concat(CommonFields.All.All).SelectMany(one => one.Row is { } row ? row.All.Prepend(one) : [one]);
}
