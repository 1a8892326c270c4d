using System.Collections.Immutable;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using PaymentTerms = DolibarrAgent.Dolibarr.PaymentTerms;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The terms and means of payment that an invoice can be given: those that the sandbox and prod both have, so that no
/// replay stands still for one. Nothing where a key may not read them; what the document says is in the note all the same.
/// </summary>
internal sealed record PaymentChoices(ImmutableArray<PaymentTerms> Terms, ImmutableArray<string> Means)
{
    private const string OnReceipt = "RECEP";

    /// <summary>None are known.</summary>
    public static PaymentChoices None { get; } = new([], []);

    /// <summary>Those of both; null where one of them could not be read.</summary>
    public static async Task<PaymentChoices?> FindAsync(DolibarrReader sandbox, DolibarrReader prod, CancellationToken cancel)
    {
        if (await sandbox.Dictionaries.PaymentTermsAsync(cancel) is not Answer<ImmutableArray<PaymentTerms>>.Ok { Value: var terms }
            || await prod.Dictionaries.PaymentTermsAsync(cancel) is not Answer<ImmutableArray<PaymentTerms>>.Ok { Value: var termsThere }
            || await sandbox.Dictionaries.PaymentMeansAsync(cancel) is not Answer<ImmutableArray<Dolibarr.PaymentMeans>>.Ok { Value: var means }
            || await prod.Dictionaries.PaymentMeansAsync(cancel) is not Answer<ImmutableArray<Dolibarr.PaymentMeans>>.Ok { Value: var meansThere })
        {
            return null;
        }

        return new(
            [.. terms.Where(t => termsThere.Any(there => there.Code == t.Code && there.Days == t.Days && there.Rule == t.Rule && there.Offset == t.Offset))],
            [.. means.Select(m => m.Code).Intersect(meansThere.Select(m => m.Code), StringComparer.Ordinal)]);
    }

    /// <summary>The code of the terms that say the same as the document's; null where none do.</summary>
    public string? TermsOf(InvoiceFacts facts) => Intake.PaymentTerms.Of(facts) is not { Days: { } days } said ? null
        // "On receipt" is called so; Dolibarr counts a day for it.
        : days == 0 ? Terms.Select(t => t.Code).FirstOrDefault(code => code == OnReceipt)
        : Terms.Where(t => t.Code != OnReceipt && t.Days == days && t.Offset == 0 && t.Rule == (said.EndOfMonth ? DueRule.EndOfMonth : DueRule.Net)).Select(t => t.Code).FirstOrDefault();

    /// <summary>The code of the document's means of payment, where it names one.</summary>
    public string? MeansOf(InvoiceFacts facts) =>
        facts.PaymentMeans.Select(m => m.Code is { } code ? PaymentMeansCodes.InDolibarr(code) : null).Distinct().ToList() is [{ } only] && Means.Contains(only) ? only : null;
}
