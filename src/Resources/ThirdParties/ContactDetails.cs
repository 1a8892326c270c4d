using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Resources;

/// <summary>
/// The fields by which a third party is reached, its own and those of its contacts. Whoever has them changed is asked,
/// later, whether its new bank details are right.
/// </summary>
public static class ContactDetails
{
    private static readonly ImmutableArray<string> OfParty = ["email", "phone", "address", "zip", "town", "country", "url"];

    private static readonly ImmutableArray<string> OfContact = ["lastName", "firstName", "email", "phone", "mobile", "address", "zip", "town", "country"];

    /// <summary>Those that an operation changes of a third party that was there before; none where it is made in the same changeset. Another contact is another way to reach it.</summary>
    public static ImmutableArray<string> ChangedBy(Operation operation) => (PartyOf(operation), operation) switch
    {
        (null, _) => [],
        (_, Operation.Update update) => [.. (update.Resource == Contact.Resource.Name ? OfContact : OfParty).Where(field => update.Set[field] is { } set && !set.Equals(update.Before[field]))],
        (_, Operation.Create create) => [.. OfContact.Where(field => create.Set.TextOf(field) is { Length: > 0 })],
        _ => [],
    };

    /// <summary>The third party whose contact details an operation may change, where it was there before; null where it changes none.</summary>
    public static Reference.Found? PartyOf(Operation operation) => operation switch
    {
        Operation.Update { Resource: "thirdparty", On: Reference.Found party } => party,
        Operation.Create { Resource: "contact" } create => create.Set.ReferenceOf(Contact.ThirdParty) as Reference.Found,
        Operation.Update { Resource: "contact", On: Reference.Found contact } => contact.Keys.ReferenceOf(Contact.ThirdParty) as Reference.Found,
        _ => null,
    };
}
