using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// How the objects of one changeset are named. The same object has the same reference throughout: as created by an
/// operation where one made it, else by its keys as they were first seen.
/// </summary>
internal sealed class ObjectNames
{
    private readonly Dictionary<ObjectId, Reference> references = [];
    private readonly Dictionary<string, ObjectId> created = new(StringComparer.Ordinal);

    /// <summary>Remembers what an operation made.</summary>
    public void Made(string resource, long id, string operation)
    {
        references[new ObjectId(resource, id)] = new Reference.Created(operation);
        created[operation] = new ObjectId(resource, id);
    }

    /// <summary>The operation that made this object; null where it was there before.</summary>
    public string? MakerOf(string resource, long id) =>
        references.TryGetValue(new ObjectId(resource, id), out var known) && known is Reference.Created made ? made.Operation : null;

    /// <summary>The handle of an object: the operation that made it, else its id on the target.</summary>
    public string HandleOf(string resource, long id) => MakerOf(resource, id) ?? id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The id that a handle stands for: <c>op1</c>, or the id itself.</summary>
    public Result<long> IdOf(string resource, string handle)
    {
        if (created.TryGetValue(handle, out var made))
        {
            return made.Resource == resource
                ? Result.Ok(made.Id)
                : Result.Refused<long>(new Problem(Codes.OtherKind, handle, $"{handle} made a {Titled(made.Resource)}, not a {Titled(resource)}.", $"Give the handle of a {Titled(resource)}."));
        }
        return long.TryParse(handle, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? Result.Ok(id)
            : Result.Refused<long>(new Problem(Codes.UnknownHandle, Titled(resource), "No object has that handle.", $"Give an id that a find function returned{(created.Count == 0 ? "" : $", or one of {string.Join(", ", created.Keys)}")}."));
    }

    public Reference Of(ThirdParty party) => Kept(ThirdPartyOperations.Instance.Name, party.Id, () => ThirdPartyOperations.Instance.ReferenceTo(party.Found));

    public Reference Of(SupplierInvoice invoice, Reference supplier) =>
        Kept(SupplierInvoiceOperations.Instance.Name, invoice.Id, () => SupplierInvoiceOperations.ReferenceTo(invoice, supplier));

    /// <summary>Any other object: by the keys that are made of it when it is first seen.</summary>
    public Reference Of(Resource resource, long id, Func<Reference> make) => Kept(resource.Name, id, make);

    /// <summary>The next changeset knows nothing of this one's names.</summary>
    public void Forget()
    {
        references.Clear();
        created.Clear();
    }

    private Reference Kept(string resource, long id, Func<Reference> make) =>
        references.TryGetValue(new ObjectId(resource, id), out var known) ? known : references[new ObjectId(resource, id)] = make();

    private static string Titled(string resource) => ResourceOperations.Named(resource)!.Title;

    private readonly record struct ObjectId(string Resource, long Id);
}
