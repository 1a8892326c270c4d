using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>The terms and means of payment that an invoice names by code, found in the target's own dictionaries.</summary>
internal static class PaymentCodes
{
    /// <summary>What each code that the fields name points to here; a field that is cleared or not named points to nothing.</summary>
    public static IEnumerable<NamedLook> In(Fields set, Site site, CancellationToken cancel) =>
        from field in new[] { (Field: SupplierInvoiceFields.PaymentTerms, Dictionary: PaymentDictionary.Terms), (Field: SupplierInvoiceFields.PaymentMeans, Dictionary: PaymentDictionary.Means) }
        let code = set.TextOf(field.Field)
        where code is { Length: > 0 }
        select new NamedLook(new Named(field.Field, code), FindAsync(field.Dictionary, code, site, cancel));

    private static async Task<Resolution> FindAsync(PaymentDictionary dictionary, string code, Site site, CancellationToken cancel)
    {
        var (what, menu) = dictionary == PaymentDictionary.Terms ? ("payment terms", "Payment terms") : ("payment means", "Payment modes");
        var place = $"{what} {code}";
        var answer = await site.Read.Dictionaries.EntriesAsync(dictionary, code, cancel);
        if (answer is not Answer<ImmutableArray<DictionaryEntry>>.Ok { Value: var entries })
        {
            return new Resolution.Unseen(answer.ProblemOf(place));
        }
        return entries.Where(entry => entry.Code == code).ToList() switch
        {
            [var entry] => new Resolution.One(entry.Id, [new Observed(place, string.Create(CultureInfo.InvariantCulture, $"{entry.Id} {entry.Label}"))]),
            [] => new Resolution.Not([new Problem(
                Codes.UnknownCode, place, $"{site.Name} has no {what} with the code '{code}'. It has {string.Join(", ", entries.Select(entry => entry.Code))}.",
                $"On {site.Name}, switch on or add the code under Setup, Dictionaries, {menu}. Or record the changeset again with a code that {site.Name} has.")]),
            var several => new Resolution.Not([new Problem(
                Codes.SeveralFound, place, $"{site.Name} has {several.Count} {what} with the code '{code}'.", $"On {site.Name}, switch off all but one under Setup, Dictionaries, {menu}.")]),
        };
    }
}
