using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The rules of a structured invoice, for one that a model proposes: currency, duplicate, what is to be shown.</summary>
internal sealed class AskedInvoice(DolibarrReader read)
{
    public async Task<Result<ImmutableArray<Notice>>> DecideAsync(ThirdParty supplier, SupplierInvoiceAsked asked, DocumentAsked document, CancellationToken cancel)
    {
        var company = await CompanyCurrency.OfAsync(read, cancel);
        if (!string.Equals(document.Currency, company, StringComparison.Ordinal))
        {
            return Result.Refused<ImmutableArray<Notice>>(new Problem(
                "currency-foreign", "currency", $"The currency is {document.Currency}, the company's is {company}; Dolibarr would book the figures as {company}.", "Tell the person: it is entered by hand."));
        }
        if (!supplier.IsOpen || !supplier.IsSupplier)
        {
            return Result.Refused<ImmutableArray<Notice>>(new Problem(
                "supplier-unfit", "supplier", $"{ThirdPartyWords.Describe(supplier)} is {(supplier.IsOpen ? "no supplier" : "closed")}.", "Find the right third party, or tell the person."));
        }
        return asked.Reference is { } reference && DateOnly.TryParseExact(asked.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? await new Duplicates(read).LookAsync(supplier, KeepableText.Reference(reference), (date, document.Gross), cancel)
            : Result.Ok(ImmutableArray<Notice>.Empty);
    }
}
