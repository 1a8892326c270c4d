using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>
/// All that may look wrong with a plan: the warnings of the review, and what the target shows. By facts alone:
/// a recorder can add a warning, and nothing that anybody says takes one away.
/// </summary>
/// <param name="Warnings">What may look wrong.</param>
/// <param name="Final">What nobody can take back.</param>
internal sealed record PlanRisks(ImmutableArray<PlannedRisk> Warnings, ImmutableArray<PlannedRisk> Final)
{
    // A changeset never changes, and each replay plans it at least twice: its page is drawn once.
    private static readonly ConditionalWeakTable<Changeset, ReviewPage> EnglishPages = [];

    public static PlanRisks Of(Plan plan, Language language)
    {
        var changeset = plan.Loaded.Changeset;
        var page = language == Language.English
            ? EnglishPages.GetValue(changeset, drawn => ReviewPage.Of(drawn, Language.English))
            : ReviewPage.Of(changeset, language);
        var selected = plan.Selected.Select(operation => operation.Id).ToHashSet(StringComparer.Ordinal);
        var leftOut = changeset.Operations.Select(operation => operation.Id).Except(selected).Except(changeset.Evidence.Select(e => e.Id)).ToHashSet(StringComparer.Ordinal);
        return new PlanRisks(
            [
                .. plan.Risks,
                .. page.Warnings.Where(w => w.Source != WarningSource.Review || !leftOut.Contains(w.On.ToString()))
                    .Select(w => new PlannedRisk(w.Code.ToString(), w.On.ToString(), w.Text)),
            ],
            [.. page.Final.Where(f => !leftOut.Contains(f.Operation.ToString())).Select(f => new PlannedRisk(Policy.CannotBeUndone, f.Operation.ToString(), f.Text))]);
    }
}
