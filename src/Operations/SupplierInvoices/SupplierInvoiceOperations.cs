using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Invoices, credit notes and deposits of suppliers (Dolibarr's <c>facture_fourn</c>).</summary>
public sealed class SupplierInvoiceOperations : ResourceOperations
{
    private SupplierInvoiceOperations() { }

    public static SupplierInvoiceOperations Instance { get; } = new();

    public override Resource Resource => SupplierInvoiceFields.Resource;

    public override ImmutableArray<OperationKind> Kinds { get; } =
        [new CreateSupplierInvoice(), new ChangeSupplierInvoice(), new AttachToSupplierInvoice(), new ValidateSupplierInvoice(), DeleteSupplierInvoice.Instance, new DetachFromSupplierInvoice()];

    internal override Problem? Final(string place, Fields held, Site site) => DeleteSupplierInvoice.Final(place, held, site);

    internal override IEnumerable<string> IdentitiesOf(Operation.Create create) =>
        create.Set.TextOf(SupplierInvoiceFields.SupplierReference) is { Length: > 0 } reference && create.Set.ReferenceOf(SupplierInvoiceFields.Supplier) is { } supplier
            ? [$"reference '{Folded.Reference(reference)}' of {supplier}"]
            : [];

    /// <summary>The reference that names this invoice on every target: the supplier's own reference and the supplier.</summary>
    public static Reference.Found ReferenceTo(SupplierInvoice invoice, Reference supplier) => new(Changesets.Fields.None
        .With(SupplierInvoiceFields.SupplierReference, invoice.SupplierReference)
        .With(SupplierInvoiceFields.Supplier, supplier));

    internal override async Task<Answer<Reference.Found>> NameAsync(long id, Site site, CancellationToken cancel) =>
        await (await site.Read.SupplierInvoices.GetAsync(id, cancel)).ThenAsync(async invoice =>
            (await ThirdPartyOperations.Instance.NameAsync(invoice.SupplierId, site, cancel)).Map(supplier => ReferenceTo(invoice, supplier)));

    internal override async Task<Resolution> FindAsync(Reference.Found reference, Site site, CancellationToken cancel)
    {
        var place = $"supplier invoice {reference}";
        if (reference.Keys.ReferenceOf(SupplierInvoiceFields.Supplier) is not { } supplierReference || reference.Keys.TextOf(SupplierInvoiceFields.SupplierReference) is not { Length: > 0 })
        {
            return new Resolution.Not([new Problem(Codes.MissingKey, place, "A supplier invoice is named by its supplier and the supplier's reference.", "Record the changeset again.")]);
        }
        var supplier = await site.ResolveAsync(supplierReference, ThirdPartyOperations.Instance, cancel);
        if (supplier is not Resolution.One { Id: var supplierId, Seen: var seen })
        {
            return supplier;
        }
        var numbers = site.ValuesOf(reference, SupplierInvoiceFields.SupplierReference);
        var answer = await site.Read.SupplierInvoices.FindByReferenceAsync(numbers, supplierId, cancel);
        return answer switch
        {
            Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: [var invoice] } => new Resolution.One(
                invoice.Id, [.. seen, new Observed(place, string.Create(CultureInfo.InvariantCulture, $"{invoice.Id}"))]),
            Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: [] } => Resolution.Not.Nothing(
                new Absent(Instance, reference), $"That supplier has no invoice {string.Join(" or ", numbers.Select(n => $"'{n}'"))} on {site.Name}.", "Look for it there; if it was deleted or renamed, record the changeset again on a fresh sandbox."),
            Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: var several } => new Resolution.Not([new Problem(
                Codes.SeveralFound, place, $"That supplier has {several.Length} such invoices on {site.Name}: {string.Join("; ", several.Select(SupplierInvoiceImage.Describe))}.", "Fix them there, then plan again.")]),
            _ => new Resolution.Unseen(answer.ProblemOf(place)),
        };
    }
}
