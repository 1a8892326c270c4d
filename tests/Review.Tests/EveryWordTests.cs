using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Intake;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Review.Tests;

/// <summary>The review has words for all that a changeset can hold, in both languages, and for nothing else.</summary>
public sealed class EveryWordTests
{
    /// <summary>What an invoice may be on a server, though no changeset asks for it.</summary>
    private static readonly (string Field, string Value) OnServersOnly = ("type", "other");

    [Fact]
    public void Every_resource_has_a_name_and_no_name_is_for_another() =>
        Labels.Resources.Keys.Should().BeEquivalentTo(Resources.All.Select(r => r.Name));

    [Fact]
    public void Every_field_has_a_label_and_no_label_is_for_another() =>
        Labels.Fields.Keys.Should().BeEquivalentTo(Rules.Select(rule => rule.Name).Distinct());

    [Fact]
    public void Every_value_of_a_choice_has_its_words_and_no_words_are_for_another() =>
        Labels.Values.Keys.Should().BeEquivalentTo(Rules.SelectMany(rule => rule.Choices.Select(choice => (rule.Name, choice))).Append(OnServersOnly).Distinct());

    [Fact]
    public void Every_fact_that_evidence_says_has_a_name_and_no_name_is_for_another() =>
        Labels.Facts.Keys.Should().BeEquivalentTo(DocumentSays.Of(Filled.Of<InvoiceFacts>()).Names);

    [Fact]
    public void A_narrow_column_is_for_a_field_of_rows() =>
        Labels.Columns.Keys.Concat(Labels.Numbers).Should().BeSubsetOf(Rules.Select(rule => rule.Row).OfType<FieldRuleSet>().SelectMany(row => row.Rules).Select(rule => rule.Name));

    [Fact]
    public void All_words_are_there_in_English_and_in_French() =>
        new[] { Labels.Fields.Values, Labels.Columns.Values, Labels.Resources.Values, Labels.Facts.Values, Labels.Values.Values }.SelectMany(terms => terms)
            .Should().OnlyContain(term => term.English.Length > 0 && term.French.Length > 0);

    [Fact]
    public void The_examples_hold_nothing_but_fields_that_there_are()
    {
        var unknown = Words.In(Language.English).Headings.UnknownField;
        var shown = MoreExamples.All.Where(example => example.Key != "attacks").SelectMany(example => ReviewPage.Of(example.Value, Language.English).Operations)
            .SelectMany(o => o.Fields.Select(f => f.Name).Concat(o.Rows.SelectMany(r => r.Columns).Select(c => c.Name)));
        shown.Should().NotContain(name => name.ToString().Contains(unknown, StringComparison.Ordinal));
    }

    private static IEnumerable<FieldRule> Rules =>
        Resources.All.SelectMany(r => new[] { r.Fields, r.Keys }.Concat(r.Kinds.Select(kind => kind.Fields))).SelectMany(set => set.Rules).SelectMany(WithRows);

    private static IEnumerable<FieldRule> WithRows(FieldRule rule) => rule.Row is { } row ? row.Rules.SelectMany(WithRows).Prepend(rule) : [rule];
}
