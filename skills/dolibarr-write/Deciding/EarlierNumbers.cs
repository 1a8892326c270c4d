using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using DolibarrAgent.Risks;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The numbers of a supplier's earlier invoices: of several that a page could mean, the one of their form comes first, and the
/// review says whether the one that is entered has it. They decide nothing.
/// </summary>
internal static class EarlierNumbers
{
    private const int MostInvoices = 20;
    private const int MostShown = 3;

    /// <summary>What a person should know of a number that no program read in structured data; nothing where there is nothing to compare
    /// it with.</summary>
    public static async Task<ImmutableArray<Notice>> LookAsync(InvoiceFacts facts, ThirdParty? supplier, DolibarrReader read,
        CancellationToken cancel)
    {
        if (facts is not { Syntax: InvoiceSyntax.Printed or InvoiceSyntax.Unstructured, Number: { } number } || supplier is null
            || await OfAsync(supplier, read, cancel) is not [_, ..] earlier)
        {
            return [];
        }

        var known = string.Join(", ", earlier.Take(MostShown));
        return
        [
            NumberForm.IsLike(number, earlier)
                ? new Notice(FindingCodes.NumberAsBefore, $"The number {number} has the form of this supplier's earlier ones: {known}.")
                : new Notice(FindingCodes.NumberUnlikeBefore,
                    $"The number {number} does not have the form of this supplier's earlier ones: {known}. It may be the number of something else."),
        ];
    }

    /// <summary>What pages say, the likeliest of several numbers first, where the supplier that they prove has invoices on file.</summary>
    public static async Task<Reading> RankedAsync(Reading reading, DolibarrReader read, CancellationToken cancel)
    {
        var documents = ImmutableArray.CreateBuilder<ReadDocument>();
        foreach (var document in reading.Documents)
        {
            documents.Add(document with { Outcome = await RankedAsync(document.Outcome, read, cancel) });
        }

        return reading with { Documents = documents.ToImmutable(), Outcome = await RankedAsync(reading.Outcome, read, cancel) };
    }

    private static async Task<DocumentOutcome> RankedAsync(DocumentOutcome outcome, DolibarrReader read, CancellationToken cancel)
    {
        if (outcome is not DocumentOutcome.NoStructuredData
            {
                Printed:
                {
                    Number: PageField<string>.Several,
                    Seller: PageField<PageParty>.Proven { Value: var seller }
                }
            } none
            || await read.ThirdParties.FindCompanyAsync(new CompanyIds(seller.VatNumber, seller.Siren, seller.Siret),
                cancel) is not Answer<ImmutableArray<ThirdParty>>.Ok { Value: [var supplier] })
        {
            return outcome;
        }

        return none.Ranked(await OfAsync(supplier, read, cancel));
    }

    private static async Task<ImmutableArray<string>> OfAsync(ThirdParty supplier, DolibarrReader read, CancellationToken cancel) =>
        await read.SupplierInvoices.LatestOfAsync(supplier.Id, MostInvoices,
            cancel) is Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: var invoices }
            ? [.. invoices.Select(invoice => invoice.SupplierReference).Where(reference => reference.Length > 0)]
            : [];
}
