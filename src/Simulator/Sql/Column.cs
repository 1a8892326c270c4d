using System.Globalization;

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
internal sealed record Column<TRow>(string Name, SqlType Type, Func<TRow, string?> Value)
{
    /// <summary>How two values of it compare; NULLs come last.</summary>
    public int Order(string? left, string? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => Type switch
        {
            SqlType.Text => string.CompareOrdinal(left, right),
            SqlType.Integer when long.TryParse(left, CultureInfo.InvariantCulture, out var one) && long.TryParse(right, CultureInfo.InvariantCulture, out var other)
                => one.CompareTo(other),
            SqlType.Integer or SqlType.Numeric => PhpNumber.Price(left).CompareTo(PhpNumber.Price(right)),
            _ => Time(left).CompareTo(Time(right)),
        },
    };

    private static DateTime Time(string text) =>
        DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var compact)
            ? compact
            : DateTime.Parse(text, CultureInfo.InvariantCulture);
}
