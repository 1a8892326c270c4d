using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>An entry in a category by its names: the category, the object, and as what it is there.</summary>
/// <param name="Category">The category.</param>
/// <param name="Object">What is in it.</param>
/// <param name="Field">The field that names the object.</param>
/// <param name="Kind">As what: what the category is for.</param>
internal sealed record Membership(Reference Category, Reference Object, string Field, string Kind)
{
    /// <summary>The entry that these fields name; null where they do not name one, or the category is not for such an object.</summary>
    public static Membership? Of(Fields fields, Changeset changeset) =>
        fields.ReferenceOf(CategoryMemberFields.Category) is { } category && KindOf(category, changeset) is { } kind
            && CategoryMemberFields.FieldFor(kind) is { } field && fields.ReferenceOf(field) is { } member
            && CategoryMemberFields.Objects.Count(fields.Has) == 1
            ? new(category, member, field, kind)
            : null;

    /// <summary>
    /// What a category is for, as the changeset names it: it is found with that, or not at all. Null where it does not say so.
    /// </summary>
    public static string? KindOf(Reference category, Changeset changeset) => category switch
    {
        Reference.Found found => found.Keys.TextOf(CategoryFields.Kind),
        Reference.Created created => changeset.Operations.OfType<Operation.Create>()
            .FirstOrDefault(one => one.Id == created.Operation)?.Set.TextOf(CategoryFields.Kind),
        _ => null,
    };

    /// <summary>What is wrong with the fields that name one.</summary>
    public static IEnumerable<Problem> Check(Fields fields, string place, Changeset changeset)
    {
        if (fields.ReferenceOf(CategoryMemberFields.Category) is not { } category)
        {
            yield return new Problem(
                Codes.MissingField, $"{place}.{CategoryMemberFields.Category}", "Nothing says in which category.", "Name the category.");
            yield break;
        }
        if (CategoryMemberFields.Objects.Where(fields.Has).ToList() is not [var given])
        {
            yield return new Problem(
                Codes.MissingField, $"{place}.{CategoryMemberFields.ThirdParty}", "An entry in a category is of one object.",
                $"Name one of {string.Join(", ", CategoryMemberFields.Objects)}, and no more.");
            yield break;
        }
        var kind = KindOf(category, changeset);
        if (CategoryMemberFields.FieldFor(kind) != given)
        {
            yield return new Problem(
                Codes.AnotherKind, $"{place}.{given}",
                kind is null ? "Nothing says what the category is for." : $"The category is for another kind of object ({kind}).",
                "Name a category that is for such an object.");
        }
    }

    /// <summary>Both on this target.</summary>
    public async Task<MembershipHere> ResolveAsync(Site site, CancellationToken cancel)
    {
        var category = await site.ResolveAsync(Category, ResourceOperations.Named(CategoryFields.Name)!, cancel);
        if (category is not Resolution.One there)
        {
            return new MembershipHere(category, 0, 0, []);
        }
        var member = await site.ResolveAsync(
            Object, ResourceOperations.Named(CategoryMemberFields.Resource.Fields[Field]!.Target)!, cancel);
        return member is Resolution.One one
            ? new MembershipHere(null, there.Id, one.Id, [.. there.Seen, .. one.Seen])
            : new MembershipHere(member, 0, 0, []);
    }

    /// <summary>What the images of a changeset hold of it: as what it is there; nothing where it is not.</summary>
    public async Task<Answer<Fields>> HeldAsync(Site site, CancellationToken cancel) => await ResolveAsync(site, cancel) switch
    {
        (null, var category, var member, _) => (await site.Read.CategoryMembers.HasAsync(category, new CategoryMember(Kind, member), cancel))
            .Map(isThere => isThere ? Fields.None.With(CategoryMemberFields.As, Kind) : Fields.None),
        (Resolution.Unseen { Problem: var unseen }, _, _, _) =>
            new Answer<Fields>.Unanswered(unseen, false),
        // What is not there is in no category.
        _ => new Answer<Fields>.Ok(Fields.None),
    };
}

/// <summary>A category and an object on one target, by their numbers.</summary>
/// <param name="Blocked">Why one of them cannot be named yet or at all; null where both can.</param>
/// <param name="Seen">What was seen of them.</param>
internal sealed record MembershipHere(Resolution? Blocked, long Category, long Member, ImmutableArray<Observed> Seen);
