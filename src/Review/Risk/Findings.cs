using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>What looks wrong with an operation, by the facts of the changeset alone; the agent's words have no part in it.</summary>
internal sealed class Findings(Changeset changeset, Wording wording)
{
    private readonly Sentences say = wording.Words.Say;
    private readonly PartyFindings parties = new(changeset, wording);
    private readonly InvoiceFindings invoices = new(changeset, wording);
    private readonly AccountFindings accounts = new(changeset, wording);

    /// <summary>All findings about one operation.</summary>
    /// <param name="operation">One of the changeset's.</param>
    /// <param name="comparisons">What it enters beside what its documents say.</param>
    public IEnumerable<ReviewWarning> About(Operation operation, ImmutableArray<Comparison> comparisons) =>
        comparisons.Where(comparison => !comparison.Agrees).Select(Differs)
            .Concat(accounts.About(operation))
            .Concat(Pays(operation))
            .Concat(parties.About(operation))
            .Concat(invoices.About(operation))
            .Select(finding => new ReviewWarning(Visible.Of(finding.Code), Visible.Of(operation.Id), finding.Text, WarningSource.Review));

    private IEnumerable<Finding> Pays(Operation operation)
    {
        if (operation.Resource == PaymentFields.Resource.Name)
        {
            yield return new(RiskCodes.Payment, say.EntersPayment(
                Asked(operation, PaymentFields.Amount), Asked(operation, PaymentFields.Date), Asked(operation, PaymentFields.Account)));
        }
    }

    private VisibleText Asked(Operation operation, string field) =>
        wording.Value(operation.Resource, field, operation.Asked[field] ?? new FieldValue.Text(""));

    private Finding Differs(Comparison comparison) => comparison.Field switch
    {
        "iban" when comparison.Entered is { } entered => new(RiskCodes.IbanChanged, say.AccountIsNotTheDocuments(entered, comparison.Evidence, comparison.Says)),
        "totalExclTax" or "totalVat" or "totalInclTax" => new(RiskCodes.TotalsDiffer, say.Differs(comparison)),
        _ => new(RiskCodes.DocumentDiffers, say.Differs(comparison)),
    };
}

/// <summary>Something that looks wrong with an operation.</summary>
internal sealed record Finding(string Code, VisibleText Text);
