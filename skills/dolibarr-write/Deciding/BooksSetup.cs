using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using DolibarrAgent.Operations;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What entering an invoice has to know of a server: the currency of its books, and how it rounds VAT.</summary>
/// <param name="ForeignCurrencies">Whether invoices may have another currency there; null where nothing tells.</param>
public sealed record BooksSetup(Finding<string> Currency, Finding<VatRounding> Rounding, Finding<bool?> ForeignCurrencies)
{
    /// <summary>The company whose books these are; null where the key may not read it.</summary>
    public CompanyProfile? Company { get; init; }

    /// <summary>What was asked and not answered: then nothing here is to be relied on, and it is asked again. Null where all was.</summary>
    public Problem? Unanswered { get; init; }

    /// <summary>How many of the latest invoices are looked at where the server itself does not say.</summary>
    private const int MostInvoices = 50;

    /// <summary>
    /// From the server's setup, which nearly no key may read; else from its latest invoices; else assumed. At most
    /// five calls, and three for the usual key. What is assumed or inferred is proven after the write: what is read
    /// back must be the document's.
    /// </summary>
    public static async Task<BooksSetup> FindAsync(DolibarrReader read, CancellationToken cancel)
    {
        var rounding = await read.Constants.GetAsync(Constants.VatRoundingOfSuppliers, cancel);
        var saysAll = rounding is Answer<string>.Ok;
        var company = await read.Company.GetAsync(cancel);
        var currency = saysAll ? await read.Constants.GetAsync(Constants.Currency, cancel) : null;
        var foreign = saysAll ? await read.Constants.GetAsync(Constants.ForeignCurrencies, cancel) : null;
        var books = CurrencyOf(currency) ?? CurrencyOf(company);
        var latest = saysAll && books is not null ? null : await read.SupplierInvoices.LatestAsync(MostInvoices, cancel);
        var invoices = latest is Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: var found } ? found : [];
        return new BooksSetup(
            books ?? CompanyCurrency.Of(invoices),
            rounding is Answer<string>.Ok { Value: var constant } ? Said(constant) : RoundingShown.By(invoices),
            foreign is Answer<string>.Ok { Value: var on }
                ? new Finding<bool?>(on == "1", HowKnown.Said, Constants.ForeignCurrencies)
                : CompanyCurrency.Foreign(invoices))
        {
            Company = company is Answer<CompanyProfile>.Ok { Value: var profile } ? profile : null,
            Unanswered = Silence(rounding) ?? Silence(company) ?? Silence(currency) ?? Silence(foreign) ?? Silence(latest),
        };
    }

    /// <summary>A key that may not read is an answer. A server that fails gives none, and its silence is not a setting.</summary>
    private static Problem? Silence<T>(Answer<T>? answer) => answer is Answer<T>.Unanswered ? answer.ProblemOf("setup") : null;

    private static Finding<VatRounding> Said(string constant) =>
        new(constant == "1" ? VatRounding.OfTotal : VatRounding.PerLine, HowKnown.Said, $"{Constants.VatRoundingOfSuppliers} {(constant.Length == 0 ? "is unset" : $"is {constant}")}");

    private static Finding<string>? CurrencyOf(Answer<string>? constant) =>
        constant is Answer<string>.Ok { Value: { Length: 3 } code } ? new Finding<string>(code, HowKnown.Said, Constants.Currency) : null;

    private static Finding<string>? CurrencyOf(Answer<CompanyProfile> company) =>
        company is Answer<CompanyProfile>.Ok { Value.CurrencyCode: { Length: 3 } code } ? new Finding<string>(code, HowKnown.Said, "the company's profile") : null;
}
