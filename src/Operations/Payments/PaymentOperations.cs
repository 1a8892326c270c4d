using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// Payments of supplier invoices. Dolibarr changes and deletes none through its API, so none is ever named by a reference.
/// </summary>
public sealed class PaymentOperations : ResourceOperations
{
    private PaymentOperations() { }

    public static PaymentOperations Instance { get; } = new();

    public override Resource Resource => PaymentFields.Resource;

    public override ImmutableArray<OperationKind> Kinds { get; } = [new CreatePayment()];

    internal override Task<Answer<Reference.Found>> NameAsync(long id, Site site, CancellationToken cancel) =>
        Task.FromResult<Answer<Reference.Found>>(new Answer<Reference.Found>.Refused(new Problem(
            Codes.NotNamed, "", "A payment is not named: nothing is done to one that is there.", $"Look at it on {site.Name}.")));

    internal override Task<Resolution> FindAsync(Reference.Found reference, Site site, CancellationToken cancel) =>
        Task.FromResult<Resolution>(new Resolution.Not([new Problem(
            Codes.NotNamed, $"payment {reference}", "A payment is not named: nothing is done to one that is there.",
            "Record the changeset again.")]));
}
