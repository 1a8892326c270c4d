using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The currency of the books. Dolibarr books any other as this one without a word: 1000 USD become 1000 EUR.</summary>
internal static class CompanyCurrency
{
    public const string Assumed = "EUR";

    /// <summary>
    /// From the company's profile, which nearly no key may read; else the euro. What is assumed here is proven after
    /// the write: the currency that is read back must be the document's.
    /// </summary>
    public static async Task<string> OfAsync(DolibarrReader read, CancellationToken cancel) =>
        await read.Company.GetAsync(cancel) is Answer<CompanyProfile>.Ok { Value.CurrencyCode: { Length: 3 } code } ? code : Assumed;
}
