namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Puts objects in categories and takes them out. Both set a state: what is there already, or is not there, is a yes too.
/// Dolibarr takes any object as any kind, so both are checked before.
/// </summary>
internal sealed class CategoryMemberWriter(Caller caller, IWriteCategoryMembers api)
{
    /// <param name="category">Its number.</param>
    /// <param name="member">The object.</param>
    /// <param name="cancel">Stops waiting, not the server.</param>
    public Task<Answer<Done>> AddAsync(long category, CategoryMember member, CancellationToken cancel) =>
        caller.SendAsync(token => api.AddAsync(category, member.Kind, member.Id, token), Written.Success, cancel);

    /// <param name="category">Its number.</param>
    /// <param name="member">The object.</param>
    /// <param name="cancel">Stops waiting, not the server.</param>
    public Task<Answer<Done>> RemoveAsync(long category, CategoryMember member, CancellationToken cancel) =>
        caller.SendAsync(token => api.RemoveAsync(category, member.Kind, member.Id, token), Written.Success, cancel);
}

/// <summary>An object that is or may be in a category.</summary>
/// <param name="Kind">As what it is there: <c>supplier</c>.</param>
/// <param name="Id">Its number.</param>
internal sealed record CategoryMember(string Kind, long Id);
