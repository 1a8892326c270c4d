using System.Collections.Immutable;
using System.Globalization;

namespace DolibarrAgent.Simulator;

/// <summary>
/// Makes a test of rows out of a condition, once for a statement: what many rows are asked is prepared here, and values
/// of one column that are alternatives are looked up together.
/// </summary>
internal sealed class RowFilter<TRow>(Func<string, Column<TRow>?> find)
{
    public Predicate<TRow> Of(Condition condition) => condition switch
    {
        Condition.All all => Both(Of(all.Left), Of(all.Right)),
        Condition.Any => AnyOf(Alternatives(condition)),
        Condition.Criterion criterion => Of(criterion),
        _ => _ => false,
    };

    private static Predicate<TRow> Both(Predicate<TRow> one, Predicate<TRow> other) => row => one(row) && other(row);

    private static IEnumerable<Condition> Alternatives(Condition condition) =>
        condition is Condition.Any any ? Alternatives(any.Left).Concat(Alternatives(any.Right)) : [condition];

    private Predicate<TRow> AnyOf(IEnumerable<Condition> alternatives)
    {
        var equals = alternatives.ToLookup(one => one is Condition.Criterion { Operator: "=", Operand: not SqlOperand.Null } equal ? ColumnOf(equal) : null);
        Predicate<TRow>[] tests =
        [
            .. equals.Where(same => same.Key is not null).Select(same => OneOf(same.Key!, [.. same.Cast<Condition.Criterion>().Select(equal => Literal(equal.Operand))])),
            .. equals[null].Select(Of),
        ];
        return row => Array.Exists(tests, test => test(row));
    }

    private Predicate<TRow> Of(Condition.Criterion criterion)
    {
        var column = ColumnOf(criterion);
        return criterion.Operator switch
        {
            "IS" => row => column.Value(row) is null,
            "IS NOT" => row => column.Value(row) is not null,
            _ when criterion.Operand is SqlOperand.Null => _ => false,
            "IN" => OneOf(column, Items(criterion)),
            "NOT IN" => Not(column, OneOf(column, Items(criterion))),
            "LIKE" => Like(column, criterion.Operand),
            "NOT LIKE" => Not(column, Like(column, criterion.Operand)),
            "=" => Compared(order => order == 0),
            "<>" => Compared(order => order != 0),
            "<" => Compared(order => order < 0),
            "<=" => Compared(order => order <= 0),
            ">" => Compared(order => order > 0),
            ">=" => Compared(order => order >= 0),
            _ => _ => false,
        };

        Predicate<TRow> Compared(Func<int, bool> holds)
        {
            var literal = Literal(criterion.Operand);
            return row => column.Value(row) is { } value && holds(column.Order(value, literal));
        }
    }

    private static Predicate<TRow> Not(Column<TRow> column, Predicate<TRow> test) => row => column.Value(row) is not null && !test(row);

    private static Predicate<TRow> Like(Column<TRow> column, SqlOperand operand)
    {
        var pattern = new LikePattern(Literal(operand));
        return row => column.Value(row) is { } value && pattern.Matches(value);
    }

    private static Predicate<TRow> OneOf(Column<TRow> column, ImmutableArray<string> items)
    {
        switch (column.Type)
        {
            case SqlType.Text:
                var texts = items.ToHashSet(StringComparer.Ordinal);
                return row => column.Value(row) is { } value && texts.Contains(value);
            case SqlType.Integer when items.All(item => long.TryParse(item, CultureInfo.InvariantCulture, out _)):
                var numbers = items.Select(item => long.Parse(item, CultureInfo.InvariantCulture)).ToHashSet();
                return row => long.TryParse(column.Value(row), CultureInfo.InvariantCulture, out var number) && numbers.Contains(number);
            default:
                return row => column.Value(row) is { } value && items.Any(item => column.Order(value, item) == 0);
        }
    }

    private Column<TRow> ColumnOf(Condition.Criterion criterion) => find(criterion.Column) ?? throw new InvalidOperationException(criterion.Column);

    private static ImmutableArray<string> Items(Condition.Criterion criterion) =>
        criterion.Operand is SqlOperand.Many many ? [.. many.Items.Select(Literal)] : [];

    private static string Literal(SqlOperand operand) => operand switch
    {
        SqlOperand.Quoted quoted => quoted.Value,
        SqlOperand.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };
}
