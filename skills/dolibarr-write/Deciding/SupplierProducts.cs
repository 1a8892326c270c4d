using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using LineKind = DolibarrAgent.Intake.LineKind;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The products of ours that a document's lines are, known by how this supplier calls them. A line hangs on its product
/// only where one product alone has that reference, prod has it under the same ref, so that no replay stands still for it,
/// and both still buy it.
/// </summary>
internal sealed class SupplierProducts
{
    private readonly FrozenDictionary<string, Product> bySupplierReference;

    private SupplierProducts(FrozenDictionary<string, Product> bySupplierReference) => this.bySupplierReference = bySupplierReference;

    /// <summary>Those of this supplier; none where a key may not read products, or there is no prod to compare with.</summary>
    public static async Task<SupplierProducts> FindAsync(InvoiceFacts facts, ThirdParty? supplier, ProductReads reads, CancellationToken cancel)
    {
        ImmutableArray<string> references = [.. facts.Lines.Select(line => line.SellerItemId).OfType<string>().Select(References.Fold).Where(reference => reference.Length > 0).Distinct(StringComparer.Ordinal)];
        if (references.IsEmpty || supplier is null || reads.Prod is null
            || await reads.Sandbox.Products.FindBySupplierReferenceAsync(references, supplier.Id, cancel) is not Answer<ImmutableArray<SuppliedProduct>>.Ok { Value: { IsEmpty: false } supplied }
            || await reads.Prod.Products.FindByRefAsync([.. supplied.Select(one => one.Product.Ref).Distinct(StringComparer.Ordinal)], cancel) is not Answer<ImmutableArray<Product>>.Ok { Value: var there })
        {
            return new SupplierProducts(FrozenDictionary<string, Product>.Empty);
        }

        return new SupplierProducts(supplied.GroupBy(one => References.Fold(one.SupplierReference), StringComparer.Ordinal)
            .Where(group => group.Select(one => one.Product.Id).Distinct().Count() == 1)
            .Select(group => (Reference: group.Key, group.First().Product))
            .Where(one => one.Product.IsBought && there.Count(product => product.Ref == one.Product.Ref && product.Kind == one.Product.Kind && product.IsBought) == 1)
            .ToFrozenDictionary(one => one.Reference, one => one.Product, StringComparer.Ordinal));
    }

    /// <summary>The fit with the kind of its product for each line that says none itself.</summary>
    public FittedInvoice Settle(FittedInvoice fit, InvoiceFacts facts) =>
        fit with { Lines = [.. fit.Lines.Select(line => line.Kind is null && Of(line, facts) is { } product ? line with { Kind = KindOf(product) } : line)] };

    /// <summary>The ref of each line's product, by what the line stands for in the document.</summary>
    public ImmutableDictionary<string, string> RefsOf(FittedInvoice fit, InvoiceFacts facts) =>
        fit.Lines.Select(line => (line.Source, Product: Of(line, facts) is { } product && KindOf(product) == line.Kind ? product : null))
            .Where(one => one.Product is not null).DistinctBy(one => one.Source)
            .ToImmutableDictionary(one => one.Source, one => one.Product!.Ref, StringComparer.Ordinal);

    /// <summary>Lines whose product is of the other kind: Dolibarr would book the product's.</summary>
    public IEnumerable<Notice> Notices(FittedInvoice fit, InvoiceFacts facts) =>
        from line in fit.Lines.Index()
        let product = Of(line.Item, facts)
        where product is not null && KindOf(product) != line.Item.Kind
        select new Notice("product-kind-differs", string.Create(CultureInfo.InvariantCulture,
            $"Line {line.Index + 1} is the product {product.Ref} ({product.Label}) by the supplier's reference; by the document it is {Words(line.Item.Kind)}, on file {Words(KindOf(product))}. It was not put on the line."));

    private Product? Of(DolibarrLine line, InvoiceFacts facts) =>
        DocumentLine.Of(line, facts)?.SellerItemId is { } reference ? bySupplierReference.GetValueOrDefault(References.Fold(reference)) : null;

    private static LineKind? KindOf(Product product) => product.Kind switch
    {
        Dolibarr.LineKind.Goods => LineKind.Goods,
        Dolibarr.LineKind.Service => LineKind.Service,
        _ => null,
    };

    private static string Words(LineKind? kind) => kind switch
    {
        LineKind.Goods => "goods",
        LineKind.Service => "a service",
        _ => "neither",
    };
}

/// <summary>Where products are read: in the sandbox, and in prod where it can be reached.</summary>
internal sealed record ProductReads(DolibarrReader Sandbox, DolibarrReader? Prod);
