using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>A table that can be filtered and sorted, known to its statement as <c>t</c>. Columns of another that is joined carry its name: <c>s.ref_fourn</c>.</summary>
internal sealed partial class Table<TRow>(ImmutableArray<Column<TRow>> columns)
{
    private static readonly ImmutableHashSet<string> Operators =
        ["=", "<>", "<", "<=", ">", ">=", "IN", "NOT IN", "LIKE", "NOT LIKE", "IS", "IS NOT"];

    /// <summary>Whether the statement names it: without a name <c>t.rowid</c> is refused, and <c>rowid</c> is not.</summary>
    public bool IsNamed { get; init; } = true;

    private readonly ImmutableDictionary<string, Column<TRow>> byName = columns.ToImmutableDictionary(column => column.Name);

    /// <summary>The first thing that PostgreSQL would refuse in the condition; null when nothing.</summary>
    public SqlError? Refuses(Condition condition, string sql) =>
        condition.Criteria.Select(criterion => Refuses(criterion, sql)).FirstOrDefault(error => error is not null);

    /// <summary>Whether a row satisfies the condition, of which nothing is refused.</summary>
    public Predicate<TRow> Filter(Condition condition) => new RowFilter<TRow>(Find).Of(condition);

    /// <summary>Sorts by <paramref name="fields"/> (comma separated, as <c>t.nom,t.rowid</c>); NULLs come last upwards. Null when a field is not a column.</summary>
    public IEnumerable<TRow>? Sorted(IEnumerable<TRow> rows, string fields, string orders)
    {
        var directions = orders.Split(',').Select(order => order.Trim()).ToArray();
        var down = false;
        IOrderedEnumerable<TRow>? sorted = null;
        foreach (var (field, at) in fields.Split(',').Select((field, at) => (field, at)))
        {
            if (Find(NotInFields().Replace(field, "")) is not { } column)
            {
                return null;
            }

            down = at < directions.Length && directions[at].Length > 0
                ? directions[at].Equals("DESC", StringComparison.OrdinalIgnoreCase)
                : down;
            var order = Comparer<TRow>.Create((left, right) => column.Order(column.Value(left), column.Value(right)));
            sorted = sorted is null
                ? down ? rows.OrderDescending(order) : rows.Order(order)
                : down ? sorted.ThenByDescending(row => row, order) : sorted.ThenBy(row => row, order);
        }

        return sorted;
    }

    private Column<TRow>? Find(string name) => byName.GetValueOrDefault(name.StartsWith("t.", StringComparison.Ordinal) ? name[2..] : name);

    private SqlError? Refuses(Condition.Criterion criterion, string sql)
    {
        var alias = criterion.Column.Contains('.', StringComparison.Ordinal) ? criterion.Column.Split('.')[0] : "t";
        if ((!IsNamed && criterion.Column.Contains('.', StringComparison.Ordinal)) || alias is not ("t" or "ef") && !columns.Any(column =>
            column.Name.StartsWith(alias + ".", StringComparison.Ordinal)))
        {
            return SqlError.NoTable(sql, criterion.At, alias);
        }

        if (Find(criterion.Column) is not { } column)
        {
            var name = criterion.Column.Contains('.', StringComparison.Ordinal) ? criterion.Column : $"\"{criterion.Column}\"";
            return SqlError.NoColumn(sql, criterion.At, name);
        }

        var at = criterion.At + criterion.Column.Length + 1;
        if (!Operators.Contains(criterion.Operator))
        {
            return SqlError.Syntax(sql, at, criterion.Operator);
        }

        if (criterion.Operator.EndsWith("LIKE", StringComparison.Ordinal) && column.Type is not SqlType.Text)
        {
            return SqlError.NoOperator(sql, at, $"{TypeName(column)} {(criterion.Operator == "LIKE" ? "~~*" : "!~~*")} unknown");
        }

        return Mismatch(column, criterion, sql, at);
    }

    private static SqlError? Mismatch(Column<TRow> column, Condition.Criterion criterion, string sql, int at)
    {
        var operands = criterion.Operand is SqlOperand.Many many ? many.Items : [criterion.Operand];
        var operandAt = at + criterion.Operator.Length + (criterion.Operand is SqlOperand.Many ? 2 : 1);
        return operands.Select(operand => operand switch
        {
            SqlOperand.Word word => SqlError.NoColumn(sql, operandAt, $"\"{word.Name}\""),
            SqlOperand.Quoted quoted when !Fits(column, quoted.Value) => SqlError.BadValue(sql, operandAt, TypeName(column).Split(' ')[0], quoted.Value),
            SqlOperand.Number when column.Type is SqlType.Text or SqlType.Date or SqlType.Timestamp
                => SqlError.NoOperator(sql, at, $"{TypeName(column)} {criterion.Operator} integer"),
            _ => null,
        }).FirstOrDefault(error => error is not null);
    }

    private static bool Fits(Column<TRow> column, string value) => column.Type switch
    {
        SqlType.Integer => long.TryParse(value.Trim(), CultureInfo.InvariantCulture, out _),
        SqlType.Numeric => PhpNumber.IsNumeric(value, out _),
        SqlType.Date or SqlType.Timestamp => IsTime(value),
        _ => true,
    };

    private static string TypeName(Column<TRow> column) => column.Type switch
    {
        SqlType.Text => "character varying",
        SqlType.Integer => "integer",
        SqlType.Numeric => "numeric",
        SqlType.Date => "date",
        _ => "timestamp without time zone",
    };

    private static bool IsTime(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, out _)
        || DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex("[^0-9a-zA-Z_.]")]
    private static partial Regex NotInFields();
}
