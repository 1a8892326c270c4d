using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>Reads products and services. What a look-up does not find is trusted only after the key's right was proven; without it the answer is <see cref="Codes.RightMissing"/>.</summary>
public sealed class Products
{
    private static readonly Listing<ProductWire, Product> List =
        new(Inbound.Default.PageWireProductWire, wire => wire.ToProduct(), product => product.Id, EmptyIs404: false);

    private readonly Caller caller;
    private readonly IReadProducts api;
    private readonly Users users;

    internal Products(Caller caller, IReadProducts api, Users users) => (this.caller, this.api, this.users) = (caller, api, users);

    /// <summary>All with one of these refs, exactly.</summary>
    public Task<Answer<ImmutableArray<Product>>> FindByRefAsync(IReadOnlyCollection<string> refs, CancellationToken cancel)
    {
        HashSet<string> asked = [.. refs.Where(text => text.Length > 0)];
        return FindAsync(
            [.. Filter.AnyOf(asked.Order(StringComparer.Ordinal).Select(text => Filter.Holds(Column.ProductRef, text)))],
            product => asked.Contains(product.Ref),
            cancel);
    }

    /// <summary>
    /// All products that this supplier sells under one of these references of its own, compared trimmed, with every
    /// white space alike; the case counts. Each reference of a product is one entry.
    /// </summary>
    public async Task<Answer<ImmutableArray<SuppliedProduct>>> FindBySupplierReferenceAsync(
        IReadOnlyCollection<string> references, long supplierId, CancellationToken cancel)
    {
        HashSet<string> asked = [.. references.Select(Folded.Reference).Where(reference => reference.Length > 0)];
        var proven = await this.users.ProveAsync(RightsNeeded.ReadingProducts, cancel);
        var priced = await proven.ThenAsync(_ => PricedAsync(asked, supplierId, cancel));
        return await priced.ThenAsync(async prices =>
        {
            var products = await FindAsync([.. prices.Keys.Chunk(100).Select(some => Filter.In(Column.Id, some))], product => prices.ContainsKey(product.Id), cancel);
            return products.Map<ImmutableArray<SuppliedProduct>>(found =>
                [.. found.SelectMany(product => prices[product.Id].Select(reference => new SuppliedProduct(product, reference)))]);
        });
    }

    /// <summary>By product the references, among those asked for, under which the supplier sells it.</summary>
    private async Task<Answer<ImmutableSortedDictionary<long, ImmutableSortedSet<string>>>> PricedAsync(
        HashSet<string> asked, long supplierId, CancellationToken cancel)
    {
        var found = ImmutableSortedDictionary<long, ImmutableSortedSet<string>>.Empty;
        foreach (var filter in Filter.AnyOf(asked.Order(StringComparer.Ordinal).Select(reference => Filter.HoldsSpaced(Column.ProductReferenceOfSupplier, reference))))
        {
            var answer = await this.caller.SendAsync(
                token => this.api.PurchasePricesAsync(supplierId, filter.Text, token),
                reply => reply.Read(Inbound.Default.JsonElement, prices => new Answer<ImmutableArray<PurchasePriceWire>>.Ok([.. PurchasePriceWire.AllOf(prices)])),
                cancel);
            if (answer is not Answer<ImmutableArray<PurchasePriceWire>>.Ok { Value: var all })
            {
                return answer.Map(_ => found);
            }

            foreach (var price in all.Where(price => price.ProductId is > 0 && price.SupplierId == supplierId && asked.Contains(Folded.Reference(price.SupplierReference))))
            {
                found = found.SetItem(price.ProductId!.Value, found.GetValueOrDefault(price.ProductId.Value, ImmutableSortedSet.Create<string>(StringComparer.Ordinal)).Add(price.SupplierReference));
            }
        }

        return new Answer<ImmutableSortedDictionary<long, ImmutableSortedSet<string>>>.Ok(found);
    }

    private async Task<Answer<ImmutableArray<Product>>> FindAsync(
        ImmutableArray<Filter> filters, Func<Product, bool> matches, CancellationToken cancel)
    {
        var proven = await this.users.ProveAsync(RightsNeeded.ReadingProducts, cancel);
        var found = await proven.ThenAsync(_ =>
            List.AllAsync(this.caller, (filter, token) => this.api.ListAsync(filter, Listing.PageSize, token), filters, cancel));
        return found.Map<ImmutableArray<Product>>(products => [.. products.Where(matches)]);
    }
}
