using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>The products that lines name by ref, found on the target.</summary>
internal static class LineProducts
{
    /// <summary>What each ref that the lines name points to here.</summary>
    public static IEnumerable<NamedLook> In(Fields set, Site site, CancellationToken cancel) =>
        from line in set.RowsOf(SupplierInvoiceFields.Lines)
            .Select(row => (Ref: row.TextOf(SupplierInvoiceLineFields.Product), Kind: row.TextOf(SupplierInvoiceLineFields.Kind)))
            .Where(line => line.Ref is { Length: > 0 })
            .Distinct()
        select new NamedLook(new Named(SupplierInvoiceLineFields.Product, line.Ref!), FindAsync(line.Ref!, line.Kind ?? "", site, cancel));

    private static async Task<Resolution> FindAsync(string reference, string kind, Site site, CancellationToken cancel)
    {
        var place = $"product {reference}";
        var answer = await site.Read.Products.ByRefAsync(reference, cancel);
        return answer switch
        {
            Answer<ImmutableArray<Product>>.Ok { Value: [var product] } when SupplierInvoiceLineImage.WordOf(product.Kind) != kind => new Resolution.Not([new Problem(
                Codes.ProductKindDiffers, place, $"'{reference}' ({product.Label}) is {Words(product.Kind)} on {site.Name}, and its line says {kind}: Dolibarr would book the product's own kind.",
                $"Find out which is right: VAT may be deducted at another time. Then correct the product on {site.Name}, or record the changeset again.")]),
            Answer<ImmutableArray<Product>>.Ok { Value: [var product] } => new Resolution.One(
                product.Id, [new Observed(place, string.Create(CultureInfo.InvariantCulture, $"{product.Id} {Words(product.Kind)}"))]),
            Answer<ImmutableArray<Product>>.Ok { Value: [] } => new Resolution.Not([new Problem(
                Codes.UnknownProduct, place, $"{site.Name} has no product with the ref '{reference}'.", $"Enter the product on {site.Name} under that ref, or record the changeset again without it.")]),
            Answer<ImmutableArray<Product>>.Ok { Value: var several } => new Resolution.Not([new Problem(
                Codes.SeveralFound, place, $"{site.Name} has {several.Length} products with the ref '{reference}'.", $"Give all but one of them another ref on {site.Name}.")]),
            _ => new Resolution.Unseen(answer.ProblemOf(place)),
        };
    }

    private static string Words(LineKind kind) => kind == LineKind.Goods ? "goods" : "a service";
}
