namespace DolibarrAgent.Simulator;

/// <summary>How PostgreSQL compares a column.</summary>
internal enum SqlType
{
    Text,
    Integer,
    Numeric,
    Date,
    Timestamp,
}

/// <summary>A column of a table, and its value in a row as PostgreSQL writes it; null is SQL's NULL.</summary>
internal sealed record Column<TRow>(string Name, SqlType Type, Func<TRow, string?> Value);
