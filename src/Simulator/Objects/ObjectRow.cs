using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>A row of a table that is simulated by its description: the values of its columns as PostgreSQL writes them, null for NULL.</summary>
internal sealed record ObjectRow(long Id, ImmutableDictionary<string, string?> Columns)
{
    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Modified { get; init; }

    public required long CreatedBy { get; init; }

    public required long ModifiedBy { get; init; }

    /// <summary>Whether somebody changed it since it was created.</summary>
    public bool IsChanged { get; init; }

    public string? this[string column] => Columns.GetValueOrDefault(column);
}
