using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>How objects of one resource are found, named and worked on, beyond what its description says.</summary>
public abstract class ResourceOperations
{
    /// <summary>Those that have a way of their own, and those that are done by their description alone.</summary>
    public static ImmutableArray<ResourceOperations> All { get; } =
    [
        ThirdPartyOperations.Instance, SupplierInvoiceOperations.Instance, BankAccountOperations.Instance, PaymentOperations.Instance,
        CategoryMemberOperations.Instance,
        .. Catalogue.All.Where(resource => resource.Api is { Grouped: null, Below: null } && resource != ThirdPartyFields.Resource)
            .Select(resource => new ObjectOperations(resource)),
        SupplierPriceOperations.Instance,
    ];

    /// <summary>Its description.</summary>
    public abstract Resource Resource { get; }

    /// <summary>Its name in a changeset: <c>thirdparty</c>.</summary>
    public string Name => Resource.Name;

    /// <summary>What a person calls it in a message: <c>third party</c>.</summary>
    public string Title => Resource.Title.English;

    public abstract ImmutableArray<OperationKind> Kinds { get; }

    /// <summary>Those of the resource by this name; null if there is none.</summary>
    public static ResourceOperations? Named(string name) => All.FirstOrDefault(operations => operations.Name == name);

    /// <summary>Why what was done to an object in this state can no longer be taken back; null where it can.</summary>
    /// <param name="place">The operations that did it.</param>
    internal virtual Problem? Final(string place, Fields held, Site site) => null;

    /// <summary>What no two objects of this kind share, for a person, as far as a creation says it; none where nothing is known.</summary>
    internal virtual IEnumerable<string> IdentitiesOf(Operation.Create create) => [];

    /// <summary>The reference that names an object of this target on every target.</summary>
    internal abstract Task<Answer<Reference.Found>> NameAsync(long id, Site site, CancellationToken cancel);

    /// <summary>The object to which every key points, or why there is not exactly one.</summary>
    internal abstract Task<Resolution> FindAsync(Reference.Found reference, Site site, CancellationToken cancel);
}
