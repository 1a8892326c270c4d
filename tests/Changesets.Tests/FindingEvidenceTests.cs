using System.Collections.Immutable;
using System.Globalization;

namespace DolibarrAgent.Changesets.Tests;

/// <summary>Evidence is found by its id, however much there is, and whatever a copy of the changeset has in its place.</summary>
public sealed class FindingEvidenceTests
{
    private static readonly Changeset Many = Example.Changeset with { Evidence = Said(1, 50) };

    [Fact]
    public void Each_is_found_by_its_id() =>
        Many.Evidence.Should().OnlyContain(evidence => ReferenceEquals(Many.EvidenceNamed(evidence.Id), evidence));

    [Fact]
    public void What_is_not_there_is_not_found() => Many.EvidenceNamed("said-51").Should().BeNull();

    [Fact]
    public void A_copy_with_other_evidence_finds_its_own()
    {
        Many.EvidenceNamed("said-1").Should().NotBeNull();

        var copy = Many with { Evidence = Said(51, 100) };

        copy.EvidenceNamed("said-1").Should().BeNull();
        copy.EvidenceNamed("said-51").Should().BeSameAs(copy.Evidence[0]);
        Many.EvidenceNamed("said-1").Should().NotBeNull();
    }

    [Fact]
    public void Of_two_by_one_id_the_first_is_found()
    {
        var twice = Many with { Evidence = [.. Said(1, 50), .. Said(1, 1)] };

        twice.EvidenceNamed("said-1").Should().BeSameAs(twice.Evidence[0]);
    }

    private static ImmutableArray<Evidence> Said(int first, int last) =>
        [.. Enumerable.Range(first, last - first + 1).Select(number => new Evidence.Instruction { Id = string.Create(CultureInfo.InvariantCulture, $"said-{number}"), Text = "Enter it" })];
}
