using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// A filter in Dolibarr's own syntax (<c>sqlfilters</c>). Only this type writes one. A filter finds at least what was
/// asked for and sometimes more, so what comes back is compared with what was asked for, here.
/// </summary>
internal sealed record Filter
{
    private Filter(string text) => Text = text;

    /// <summary>The text, not yet encoded for a URL.</summary>
    public string Text { get; }

    /// <summary>Its length in a URL.</summary>
    public int EncodedLength => Uri.EscapeDataString(Text).Length;

    /// <summary>Rows whose column holds this text, by an exact comparison where the text can be carried, else by a pattern.</summary>
    public static Filter Holds(Column column, string value) => FilterText.CanCarry(value)
        ? new($"({column.Name}:=:'{value}')")
        : Like(column, FilterText.Pattern(value));

    /// <summary>The same, where white space in the text may be any other white space on file.</summary>
    public static Filter HoldsSpaced(Column column, string value) =>
        value.Any(char.IsWhiteSpace) ? Like(column, FilterText.Pattern(value)) : Holds(column, value);

    /// <summary>Rows whose column holds these letters and digits in this order, whatever stands before, between and behind them and in whichever case.</summary>
    public static Filter Spells(Column column, string lettersAndDigits) =>
        Like(column, $"%{string.Join('%', FilterText.PatternOfEach(lettersAndDigits))}%");

    /// <summary>Rows whose column contains this text.</summary>
    public static Filter Contains(Column column, string text) => Like(column, $"%{FilterText.Pattern(text)}%");

    /// <summary>Rows with one of these numbers.</summary>
    public static Filter In(Column column, IEnumerable<long> numbers) =>
        new($"({column.Name}:in:{string.Join(',', numbers.Select(Plain))})");

    /// <summary>Rows with this number.</summary>
    public static Filter Is(Column column, long number) => new($"({column.Name}:=:{Plain(number)})");

    /// <summary>Rows where a column holds anything.</summary>
    public static Filter IsSet(Column column) => new($"({column.Name}:isnot:null)");

    /// <summary>Rows with a greater number.</summary>
    public static Filter After(Column column, long number) => new($"({column.Name}:>:{Plain(number)})");

    /// <summary>Rows of this day.</summary>
    public static Filter On(Column column, DateOnly day) =>
        new($"({column.Name}:=:'{Days.Text(day)}')");

    /// <summary>Rows that satisfy this and the other.</summary>
    public Filter And(Filter other) => new($"({Text} and {other.Text})");

    /// <summary>
    /// Filters that together find rows satisfying any of these, each short enough for a URL. Dolibarr's <c>in</c> is not
    /// used for texts: it silently drops slashes and other characters from them, and then finds nothing.
    /// </summary>
    public static IEnumerable<Filter> AnyOf(IEnumerable<Filter> filters)
    {
        const int longest = 4_000;
        List<Filter> batch = [];
        var length = 0;
        foreach (var filter in filters)
        {
            if (batch.Count > 0 && length + filter.EncodedLength > longest)
            {
                yield return Or(batch);
                batch = [];
                length = 0;
            }

            batch.Add(filter);
            length += filter.EncodedLength + Uri.EscapeDataString(" or ").Length;
        }

        if (batch.Count > 0)
        {
            yield return Or(batch);
        }
    }

    private static Filter Or(List<Filter> filters) =>
        filters.Count == 1 ? filters[0] : new($"({string.Join(" or ", filters.Select(filter => filter.Text))})");

    private static Filter Like(Column column, string pattern) => new($"({column.Name}:like:'{pattern}')");

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
