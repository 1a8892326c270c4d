using System.Text;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>
/// The filter language of lists: <c>(t.nom:like:'%dupont%') and (t.status:=:1)</c>. Fields are names of database
/// columns; a value can hold no parenthesis.
/// </summary>
internal static partial class Filter
{
    /// <summary>The condition; null, and Dolibarr's message, when the filter is none. <paramref name="before"/> is the statement so far.</summary>
    public static Condition? Read(string filter, string before, out string fault)
    {
        var text = filter.StartsWith('(') && filter.EndsWith(')') ? filter : $"({filter})";
        fault = !IsBalanced(text) ? $"Wrong balance of parenthesis in sqlfilters={text}"
            : LeftOver().IsMatch(Glue().Replace(Leaf().Replace(text, "()"), "")) ? $"Bad syntax of the search string: {text}"
            : "";
        return fault.Length > 0 ? null : new Parser(text, before + " AND (").Parse();
    }

    /// <summary>The statement that the server makes of a filter, for its error messages.</summary>
    public static string Sql(string filter, string before)
    {
        var text = filter.StartsWith('(') && filter.EndsWith(')') ? filter : $"({filter})";
        return $"{before} AND ({Leaf().Replace(text, leaf => Criterion(leaf).Sql)}) ORDER BY t.rowid ASC";
    }

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
        return (new(parts[0], comparison, operand), $"({parts[0]} {comparison} {operand.Sql})");
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
