using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>A row of <c>llx_societe</c>: the values of its columns as PostgreSQL writes them, null for NULL.</summary>
internal sealed record ThirdParty(long Id, ImmutableDictionary<string, string?> Columns)
{
    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Modified { get; init; }

    public required long CreatedBy { get; init; }

    public required long ModifiedBy { get; init; }

    /// <summary>The users who see it although they may not see all third parties.</summary>
    public ImmutableHashSet<long> Representatives { get; init; } = [];

    public string? this[string column] => Columns.GetValueOrDefault(column);

    public bool IsSeenBy(SimulatedUser user) => user.May(Rights.SeeAllThirdParties) || Representatives.Contains(user.Id);
}
