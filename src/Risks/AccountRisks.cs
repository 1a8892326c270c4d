using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Risks;

/// <summary>The accounts that the documents of an invoice ask to be paid on, against those that its supplier has on the target.</summary>
public static class AccountRisks
{
    /// <summary>Whether there is anything to compare for this invoice.</summary>
    public static bool AreAsked(Changeset changeset, Operation.Create invoice, Checks checks) => Documents(changeset, invoice, checks).Any();

    /// <param name="supplier">The supplier's name on the target; null where it is not there yet.</param>
    /// <param name="onFile">Its accounts there.</param>
    public static IEnumerable<Finding> Of(Changeset changeset, Operation.Create invoice, Checks checks, SupplierAccounts supplier)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        foreach (var (document, ibans) in Documents(changeset, invoice, checks))
        {
            ImmutableArray<string> missing = [.. ibans.Where(iban => !supplier.Ibans.Contains(iban))];
            if (!missing.IsEmpty)
            {
                yield return new Finding.AccountNotOnFile(invoice.Id, document, string.Join(", ", missing), supplier.Name, string.Join(", ", supplier.Ibans));
            }
        }
    }

    private static IEnumerable<DocumentIbans> Documents(Changeset changeset, Operation.Create invoice, Checks checks) =>
        EvidenceOf(changeset, invoice).Select(id => new DocumentIbans(id, IbansOf(changeset.EvidenceNamed(id), invoice, checks))).Where(document => !document.Ibans.IsEmpty);

    private sealed record DocumentIbans(string Document, ImmutableArray<string> Ibans);

    /// <summary>What the invoice rests on, and what is attached to it.</summary>
    private static IEnumerable<string> EvidenceOf(Changeset changeset, Operation.Create invoice) => invoice.From
        .Concat(changeset.Operations.OfType<Operation.Attach>().Where(attach => attach.To is Reference.Created created && created.Operation == invoice.Id).Select(attach => attach.File))
        .Distinct(StringComparer.Ordinal);

    /// <summary>As they were read again; where nobody did, as the changeset says.</summary>
    private static ImmutableArray<string> IbansOf(Evidence? evidence, Operation.Create invoice, Checks checks)
    {
        var read = evidence is null ? null : checks.Read?.GetValueOrDefault(evidence.Id) as ReadEvidence.Done;
        var says = (evidence, read) switch
        {
            (Evidence.File file, { } done) => done.Files.Where(found => found.Sha256 == file.Sha256).Select(found => found.Says).Append(file.Says),
            (Evidence.File file, null) => [file.Says],
            // Another invoice in the same mail is not this one's.
            (Evidence.Email, { } done) => done.Files.Select(found => found.Says).Where(found => found.TextOf("number") == invoice.Set.TextOf("supplierReference")),
            _ => [],
        };
        return [.. says.SelectMany(found => (found.TextOf("ibans") ?? "").Split(',')).Select(IbanForm.Bare).Where(iban => iban.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>The accounts of an invoice's supplier on the target.</summary>
/// <param name="Name">The supplier's name there; null where it is not there yet.</param>
/// <param name="Ibans">Without spaces, in capitals.</param>
public sealed record SupplierAccounts(string? Name, ImmutableArray<string> Ibans)
{
    /// <summary>Of a supplier that is not there yet.</summary>
    public static SupplierAccounts None { get; } = new(null, []);
}
