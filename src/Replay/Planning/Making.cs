using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Replay;

/// <summary>What a changeset makes, and gives the keys by which it is found: told from the changeset alone.</summary>
internal sealed class Making(Changeset changeset)
{
    /// <summary>The operation behind which an object has the keys that this reference names; null if there is none.</summary>
    public Operation? Of(Absent absent) => changeset.Operations.FirstOrDefault(operation => operation.Resource == absent.Resource.Name && operation switch
    {
        Operation.Create create => HasAll(absent.Resource.Resource, absent.Reference, AtItsEnd(create)),
        // It was there before, by other keys.
        Operation.Update { On: Reference.Found on } update => absent.Reference.Keys.Names.Any(update.Set.Has) && Agrees(absent.Resource.Resource, absent.Reference, on.Keys.With(update.Set)),
        _ => false,
    });

    /// <summary>All that an object holds that is made here, once every operation was done to it.</summary>
    private Fields AtItsEnd(Operation.Create create) => changeset.Operations.OfType<Operation.Update>()
        .Where(update => update.On is Reference.Created of && of.Operation == create.Id)
        .Aggregate(create.Set.With(create.After), (held, update) => held.With(update.Set).With(update.After));

    private bool HasAll(Resource resource, Reference.Found reference, Fields held) =>
        reference.Keys.Names.All(held.Has) && Agrees(resource, reference, held);

    /// <summary>Whether each key that both have says the same, and there is one.</summary>
    private bool Agrees(Resource resource, Reference.Found reference, Fields held)
    {
        var shared = reference.Keys.Where(key => held.Has(key.Key)).ToList();
        return shared.Count > 0 && shared.All(key => (key.Value, held[key.Key]) is (FieldValue.To one, FieldValue.To other)
            ? IsSame(one.Reference, other.Reference)
            : resource.KeyFields.Differences(Fields.None.With(key.Key, key.Value), held).IsEmpty);
    }

    /// <summary>Whether a reference of the planned changeset and one of this name the same third party.</summary>
    private bool IsSame(Reference named, Reference here) => (named, here) switch
    {
        (Reference.Found found, Reference.Created created) => changeset.OperationNamed(created.Operation) is Operation.Create maker && HasAll(ThirdPartyFields.Resource, found, AtItsEnd(maker)),
        (Reference.Found found, Reference.Found other) => Agrees(ThirdPartyFields.Resource, found, other.Keys),
        _ => false,
    };
}
