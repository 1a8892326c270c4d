using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// What is in a category. An entry has no number: the id by which it is bound on a target is that of its category, and the
/// object says which of its entries is meant.
/// </summary>
public sealed class CategoryMemberOperations : ResourceOperations
{
    private CategoryMemberOperations() { }

    public static CategoryMemberOperations Instance { get; } = new();

    public override Resource Resource => CategoryMemberFields.Resource;

    public override ImmutableArray<OperationKind> Kinds { get; } = [new CreateCategoryMember(), new DeleteCategoryMember()];

    /// <summary>To look at a category and all that may be in one.</summary>
    internal static ImmutableArray<Right> RightsToRead =>
    [
        Right.ReadCategories, .. RightsNeeded.ReadingThirdParties, Right.ReadContacts, .. RightsNeeded.ReadingProducts,
    ];

    /// <summary>To put it there and take it out: the server asks for the right to change the object, not the category.</summary>
    internal static ImmutableArray<Right> RightsToWrite =>
        [.. RightsToRead, Right.WriteThirdParties, Right.WriteContacts, Right.WriteProducts];

    internal override IEnumerable<string> IdentitiesOf(Operation.Create create) =>
        [string.Join(", ", create.Set.Where(field => field.Value is FieldValue.To)
            .Select(field => $"{field.Key} '{((FieldValue.To)field.Value).Reference}'"))];

    internal override Task<Answer<Reference.Found>> NameAsync(long id, Site site, CancellationToken cancel) =>
        Task.FromResult<Answer<Reference.Found>>(new Answer<Reference.Found>.Refused(new Problem(
            Codes.NotNamed, "", "An entry in a category is named by both, which its id does not tell.",
            $"Look at the category on {site.Name}, and put it right by hand.")));

    internal override async Task<Resolution> FindAsync(Reference.Found reference, Site site, CancellationToken cancel)
    {
        var place = $"{Title} {reference}";
        if (Membership.Of(reference.Keys, site.Changeset) is not { } entry)
        {
            return new Resolution.Not([new Problem(
                Codes.MissingKey, place, "An entry in a category is named by its category and one object that it is for.",
                "Record the changeset again.")]);
        }
        var (blocked, category, member, seen) = await entry.ResolveAsync(site, cancel);
        if (blocked is not null)
        {
            return blocked;
        }
        return await site.Read.CategoryMembers.HasAsync(category, new CategoryMember(entry.Kind, member), cancel) switch
        {
            Answer<bool>.Ok { Value: true } => new Resolution.One(
                category,
                [.. seen, new Observed(place, string.Create(CultureInfo.InvariantCulture, $"{member} in {category} as {entry.Kind}"))]),
            Answer<bool>.Ok => Resolution.Not.Nothing(
                new Absent(this, reference), $"It is not in that category on {site.Name}.",
                "Find out which is right before it is put there or taken out."),
            var unseen => new Resolution.Unseen(unseen.ProblemOf(place)),
        };
    }
}
