namespace DolibarrAgent.Dolibarr;

/// <summary>A product that a supplier sells under a reference of its own.</summary>
/// <param name="Product">The product on file.</param>
/// <param name="SupplierReference">The supplier's reference of it, as it is on file (<c>ref_fourn</c>).</param>
public sealed record SuppliedProduct(Product Product, string SupplierReference);
