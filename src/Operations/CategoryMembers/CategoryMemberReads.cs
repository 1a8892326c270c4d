using System.Collections.Immutable;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>What is in the categories of one target: a call for each category, however many want to know.</summary>
internal sealed class CategoryMemberReads(Dolibarr.CategoryMembers read, Rounds rounds)
{
    private readonly Questions<CategoryList, ImmutableArray<long>> members =
        Questions.OneByOne<CategoryList, ImmutableArray<long>>(
            rounds, (of, cancel) => read.ListAsync(of.Category, of.Kind, cancel));

    /// <summary>Whether an object is in a category as this (<c>supplier</c>).</summary>
    public async Task<Answer<bool>> HasAsync(long category, CategoryMember member, CancellationToken cancel) =>
        (await members.AskAsync(new CategoryList(category, member.Kind), cancel)).Map(ids => ids.Contains(member.Id));

    private sealed record CategoryList(long Category, string Kind);
}
