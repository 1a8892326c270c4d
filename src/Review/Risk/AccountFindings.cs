using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>Where money goes: bank details that an operation touches, and accounts that documents ask to be paid on.</summary>
internal sealed class AccountFindings(Changeset changeset, Wording wording)
{
    private readonly Sentences say = wording.Words.Say;
    private readonly HashSet<string?> noted = [.. changeset.Warnings.Where(warning => warning.Code is RiskCodes.IbanUnknown or RiskCodes.IbanNotOnFile).Select(warning => warning.On)];

    public IEnumerable<Finding> About(Operation operation)
    {
        if (operation.Resource == "bankAccount" || operation.Asked.Has("iban") || operation.Asked.Has("bic"))
        {
            yield return new(RiskCodes.BankDetails, Touches(operation));
            if (operation is Operation.Update update && update.Asked.Has("iban"))
            {
                yield return new(RiskCodes.IbanChanged, say.ChangesAccount(Iban(update.Before), Iban(update.Set)));
            }
        }
        foreach (var file in UncomparedDocuments(operation))
        {
            yield return new(RiskCodes.IbanUnknown, say.AccountOfNewSupplier(wording.Shown(file.Id), wording.Value(file.Says["ibans"]!)));
        }
    }

    private VisibleText Touches(Operation operation) => operation switch
    {
        Operation.Create => say.EntersAccount(Iban(operation.Asked)),
        Operation.Delete => say.RemovesAccount(wording.Subject(operation)),
        _ => say.TouchesAccount(wording.Subject(operation)),
    };

    /// <summary>
    /// The documents of a new supplier's invoice that name an account, where the recorder did not note so itself: it has
    /// looked at what is on file, which no changeset holds, but for a new supplier there is nothing on file.
    /// </summary>
    private IEnumerable<Evidence.File> UncomparedDocuments(Operation operation) =>
        operation is Operation.Create { Resource: "supplierInvoice" } && operation.Asked.ReferenceOf("supplier") is Reference.Created
            && !noted.Contains(operation.Id)
            ? operation.From.Distinct(StringComparer.Ordinal).Select(changeset.EvidenceNamed).OfType<Evidence.File>().Where(file => file.Says.Has("ibans"))
            : [];

    private VisibleText Iban(Fields fields) => wording.Text(fields.TextOf("iban") ?? "");
}
