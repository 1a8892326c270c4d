using System.Collections.Immutable;

namespace DolibarrAgent.Resources;

/// <summary>
/// How objects of a resource are read and written where it has no way of its own: a list with filters, one object by its id,
/// and a call each to create, to change and to delete one. Each object keeps our marker (<c>ref_ext</c>).
/// </summary>
/// <param name="Route">The first part of its paths: <c>contacts</c>.</param>
/// <param name="Reading">The rights without which an answer proves nothing.</param>
/// <param name="Writing">The rights that are needed besides, to create and to change one.</param>
/// <param name="Deleting">The rights that are needed besides, to delete one.</param>
public sealed record ObjectApi(string Route, ImmutableArray<Right> Reading, ImmutableArray<Right> Writing, ImmutableArray<Right> Deleting)
{
    /// <summary>Whether its list says how many rows match. One that does not is asked for whole, not a page at a time.</summary>
    public bool HasTotals { get; init; } = true;

    /// <summary>Whether its list says 404 where it finds none.</summary>
    public bool SaysNotFoundForNone { get; init; }

    /// <summary>The member that says whether an object is open; empty where none is ever closed.</summary>
    public string Open { get; init; } = "";
}
