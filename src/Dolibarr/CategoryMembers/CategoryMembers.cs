using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Reads what is in categories. The categories of an object are not asked for: of a contact the server tells them to
/// nobody.
/// </summary>
public sealed class CategoryMembers
{
    private readonly Caller caller;
    private readonly IReadCategoryMembers api;

    internal CategoryMembers(Caller caller, IReadCategoryMembers api) => (this.caller, this.api) = (caller, api);

    /// <summary>
    /// The numbers of all objects in a category that are there as this (<c>supplier</c>); refused with
    /// <see cref="Codes.NotFound"/> where there is no such category.
    /// </summary>
    public Task<Answer<ImmutableArray<long>>> ListAsync(long category, string kind, CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.ListAsync(category, kind, token),
        reply => reply.Read(Inbound.Default.NullableInt64Array, ids => ids.Contains(null)
            ? Unhappy.NotUnderstood<ImmutableArray<long>>(reply, "a list with what is not a number")
            : new Answer<ImmutableArray<long>>.Ok([.. ids.OfType<long>()])),
        cancel);
}
