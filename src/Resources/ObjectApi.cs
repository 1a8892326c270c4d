using System.Collections.Immutable;
using System.Globalization;

namespace DolibarrAgent.Resources;

/// <summary>
/// How objects of a resource are read and written where it has no way of its own: a list with filters, one object by its id,
/// and a call each to create, to change and to delete one. Each object keeps our marker (<c>ref_ext</c>), but for those that
/// stand below another.
/// </summary>
/// <param name="Route">The first part of its paths: <c>contacts</c>. With <c>{0}</c> for the object below which each stands.</param>
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

    /// <summary>The member that says when an object was entered.</summary>
    public string Created { get; init; } = "date_creation";

    /// <summary>The member that says when it was last changed.</summary>
    public string Modified { get; init; } = "date_modification";

    /// <summary>
    /// The field that names the object below which each stands, whose number is part of the path; null where there is none.
    /// Such objects are read as the list of that one, keep no marker, and their own numbers name nothing without it.
    /// </summary>
    public string? Below { get; init; }

    /// <summary>
    /// The list that gives its objects by another one below which each stands; null where they stand by themselves. Such
    /// objects keep no marker, and are written below the other.
    /// </summary>
    public GroupedList? Grouped { get; init; }

    /// <summary>The path of those that stand below an object with this number.</summary>
    public string RouteBelow(long owner) => string.Format(CultureInfo.InvariantCulture, Route, owner);
}

/// <summary>A list that gives objects by another one: what suppliers ask for products, by product.</summary>
/// <param name="Route">Its path.</param>
/// <param name="Id">The member that holds an object's number: <c>id</c> is that of the other one.</param>
/// <param name="IdColumn">The column of that number, as filters name it.</param>
/// <param name="Filled">The member that is null, beside an amount of 0, in a row that a refused call left behind: no object.</param>
/// <param name="Amount">The member that holds the amount.</param>
public sealed record GroupedList(string Route, string Id, string IdColumn, string Filled, string Amount);
