using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>PostgreSQL's own words for a statement that it refuses, which the API passes on.</summary>
internal sealed record SqlError(string Code, string Message, string Location)
{
    private const int Width = 60;
    private const int RightOfMark = 10;

    /// <summary>What follows the message: <c>LINE 1: …</c>, <c>DETAIL: …</c>.</summary>
    public ImmutableArray<string> More { get; init; } = [];

    public string Text => string.Join('\n', [$"ERROR:  {Code}: {Message}", .. More, $"LOCATION:  {Location}"]);

    public static SqlError NoColumn(string sql, int at, string column) =>
        new("42703", $"column {column} does not exist", "errorMissingColumn, parse_relation.c:3665") { More = Excerpt(sql, at) };

    public static SqlError NoTable(string sql, int at, string table) =>
        new("42P01", $"missing FROM-clause entry for table \"{table}\"", "errorMissingRTE, parse_relation.c:3617") { More = Excerpt(sql, at) };

    public static SqlError NoOperator(string sql, int at, string comparison) =>
        new("42883", $"operator does not exist: {comparison}", "op_error, parse_oper.c:647")
        {
            More =
            [
                .. Excerpt(sql, at),
                "HINT:  No operator matches the given name and argument types. You might need to add explicit type casts.",
            ],
        };

    public static SqlError BadValue(string sql, int at, string type, string value) =>
        new(type is "integer" or "numeric" ? "22P02" : "22007", $"invalid input syntax for type {type}: \"{value}\"", type switch
        {
            "integer" => "pg_strtoint32, numutils.c:320",
            "numeric" => "set_var_from_str, numeric.c:7235",
            _ => "DateTimeParseError, datetime.c:4048",
        })
        { More = Excerpt(sql, at) };

    public static SqlError Syntax(string sql, int at, string near) =>
        new("42601", $"syntax error at or near \"{near}\"", "scanner_yyerror, scan.l:1188") { More = Excerpt(sql, at) };

    public static SqlError TooLong(int limit) =>
        new("22001", $"value too long for type character varying({limit})", "varchar, varchar.c:632");

    /// <summary>The part of the statement around the fault and a mark below it, cut as the server cuts it.</summary>
    private static ImmutableArray<string> Excerpt(string sql, int at)
    {
        var end = Math.Min(sql.Length, at + RightOfMark);
        var start = Math.Max(0, end - Width);
        var before = start > 0 ? "..." : "";
        var after = end < sql.Length ? "..." : "";
        var line = $"LINE 1: {before}{sql[start..end]}{after}";
        return [line, new string(' ', "LINE 1: ".Length + before.Length + at - start) + "^"];
    }
}
