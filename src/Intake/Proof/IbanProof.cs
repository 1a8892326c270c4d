using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// Proves the account to pay to: the one IBAN that is not the buyer's. An account that is debited is the buyer's, and so is any
/// on a page that says that the amount is debited and not whose account it is.
/// </summary>
internal static class IbanProof
{
    /// <summary>Looks for the one account.</summary>
    public static PageField<string> Of(ImmutableArray<ReadRow> rows)
    {
        var headings = new PartyHeadings(rows);
        var isDebited = rows.Any(row => row.Labels.Any(label => label.Kind == LabelKind.DebtorAccount));
        var found = (from row in rows
                     from token in row.Tokens.OfType<PageToken.Iban>()
                     where headings.Of(token.Place) is not LabelKind.Buyer && !IsDebtors(rows, row, token)
                     select token).DistinctBy(token => token.Value).ToImmutableArray();
        return found switch
        {
            [] => new PageField<string>.NotThere(),
            [var only] when only.IsSure && !isDebited => new PageField<string>.Proven(only.Value, [only.Place]),
            _ => new PageField<string>.Several([.. found.Select(token => new PageCandidate<string>(token.Value, token.Place))]),
        };
    }

    // Said in the sentence before it, which may have begun a line higher.
    private static bool IsDebtors(ImmutableArray<ReadRow> rows, ReadRow row, PageToken.Iban token) =>
        row.Labels.Any(label => label.Kind == LabelKind.DebtorAccount)
        || (row.Index > 0 && rows[row.Index - 1] is var above && above.Row.Page == row.Row.Page
            && token.Place.Box.Top - above.Row.Box.Bottom < 1.5 * token.Place.Box.Height
            && above.Labels.Any(label => label.Kind == LabelKind.DebtorAccount));
}
