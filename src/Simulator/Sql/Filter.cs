using System.Text;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>
/// The filter language of lists: <c>(t.nom:like:'%dupont%') and (t.status:=:1)</c>. Fields are names of database
/// columns; a value can hold no parenthesis.
/// </summary>
internal static partial class Filter
{
    /// <summary>Reads a filter that follows the statement <paramref name="before"/>.</summary>
    public static FilterReading Read(string filter, string before)
    {
        var text = filter.StartsWith('(') && filter.EndsWith(')') ? filter : $"({filter})";
        if (!IsBalanced(text))
        {
            return new FilterReading.NoFilter($"Wrong balance of parenthesis in sqlfilters={text}");
        }

        if (LeftOver().IsMatch(Glue().Replace(Leaf().Replace(text, "()"), "")))
        {
            return new FilterReading.NoFilter($"Bad syntax of the search string: {text}");
        }

        var sql = Sql(text, before);
        var parser = new Parser(text, before + " AND (");
        return parser.Parse() is { } condition
            ? new FilterReading.Statement(condition, sql)
            : new FilterReading.Broken(SqlError.Syntax(sql, parser.StoppedAt, sql[parser.StoppedAt].ToString()));
    }

    /// <summary>The statement that the server makes of a filter, for its error messages.</summary>
    private static string Sql(string text, string before) =>
        $"{before} AND ({Leaf().Replace(text, leaf => Criterion(leaf).Sql)}) ORDER BY t.rowid ASC LIMIT 101 ";

    private static bool IsBalanced(string text)
    {
        var depth = 0;
        foreach (var letter in text)
        {
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }

    private static (Condition.Criterion Condition, string Sql) Criterion(Match leaf)
    {
        var parts = leaf.Groups[1].Value.Split(':', 3);
        var comparison = NotInOperators().Replace(parts[1], "").ToUpperInvariant() switch
        {
            "NOTLIKE" => "NOT LIKE",
            "ISNOT" => "IS NOT",
            "NOTIN" => "NOT IN",
            "!=" => "<>",
            var other => other,
        };
        var operand = SqlOperand.Read(comparison, parts[2]);
        var spelled = comparison.Replace("LIKE", "ILIKE", StringComparison.Ordinal);
        return (new(parts[0], comparison, operand), $"({parts[0]} {spelled} {operand.Sql})");
    }

    [GeneratedRegex(@"\(([a-zA-Z0-9_.]+:[<>!=insotlke]+:[^()]+)\)", RegexOptions.IgnoreCase)]
    private static partial Regex Leaf();

    [GeneratedRegex("and|or| ", RegexOptions.IgnoreCase)]
    private static partial Regex Glue();

    [GeneratedRegex("[^()]")]
    private static partial Regex LeftOver();

    [GeneratedRegex("[^a-z<>!=]", RegexOptions.IgnoreCase)]
    private static partial Regex NotInOperators();

    private sealed class Parser(string text, string before)
    {
        private readonly StringBuilder sql = new(before);
        private int at;

        /// <summary>Where in the statement the parser could not go on.</summary>
        public int StoppedAt => sql.Length + text.Skip(at).TakeWhile(letter => letter == ' ').Count();

        public Condition? Parse()
        {
            var condition = Alternatives();
            return at == text.Length ? condition : null;
        }

        private Condition? Alternatives()
        {
            var left = Conjunction();
            while (left is not null && Takes("or"))
            {
                left = Conjunction() is { } right ? new Condition.Any(left, right) : null;
            }

            return left;
        }

        private Condition? Conjunction()
        {
            var left = Factor();
            while (left is not null && Takes("and"))
            {
                left = Factor() is { } right ? new Condition.All(left, right) : null;
            }

            return left;
        }

        private Condition? Factor()
        {
            Takes("");
            if (Leaf().Match(text, at) is { Success: true } leaf && leaf.Index == at)
            {
                var (criterion, made) = Criterion(leaf);
                criterion = criterion with { At = sql.Length + 1 };
                sql.Append(made);
                at += leaf.Length;
                return criterion;
            }

            if (!Takes("("))
            {
                return null;
            }

            var inner = Alternatives();
            return inner is not null && Takes(")") ? inner : null;
        }

        private bool Takes(string word)
        {
            var start = at;
            while (start < text.Length && text[start] == ' ')
            {
                start++;
            }

            if (string.Compare(text, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0)
            {
                return false;
            }

            sql.Append(text, at, start + word.Length - at);
            at = start + word.Length;
            return true;
        }
    }
}
