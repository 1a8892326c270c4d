using System.Collections.Immutable;

namespace DolibarrAgent.Dolibarr;

/// <summary>Reads products and services. What a look-up does not find is trusted only after the key's right was proven; without it the answer is <see cref="ErrorCodes.RightMissing"/>.</summary>
public sealed class Products
{
    private static readonly Listing<ProductWire, Product> List =
        new(Inbound.Default.PageWireProductWire, wire => wire.ToProduct(), product => product.Id, EmptyIs404: false);

    private readonly Caller _caller;
    private readonly IReadProducts _api;
    private readonly Users _users;

    internal Products(Caller caller, IReadProducts api, Users users) => (_caller, _api, _users) = (caller, api, users);

    /// <summary>All with one of these refs, exactly.</summary>
    public Task<Answer<ImmutableArray<Product>>> FindByRefAsync(IReadOnlyCollection<string> refs, CancellationToken cancellationToken)
    {
        HashSet<string> asked = [.. refs.Where(text => text.Length > 0)];
        return FindAsync(
            [.. Filter.AnyOf(asked.Order(StringComparer.Ordinal).Select(text => Filter.Holds(Column.ProductRef, text)))],
            product => asked.Contains(product.Ref),
            cancellationToken);
    }

    private async Task<Answer<ImmutableArray<Product>>> FindAsync(
        ImmutableArray<Filter> filters, Func<Product, bool> matches, CancellationToken cancellationToken)
    {
        var proven = await _users.ProveAsync(RightsNeeded.ReadingProducts, cancellationToken);
        var found = await proven.ThenAsync(_ =>
            List.AllAsync(_caller, (filter, token) => _api.ListAsync(filter, Listing.PageSize, token), filters, cancellationToken));
        return found.Map<ImmutableArray<Product>>(products => [.. products.Where(matches)]);
    }
}
