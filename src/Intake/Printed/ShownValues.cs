using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Whether a known value stands on pages, whatever it is there: numbers and accounts however they are spaced and pointed, also where
/// they go on in the line beneath, and amounts however they are written.
/// </summary>
public sealed partial class ShownValues
{
    // A wider gap than this, in heights, is between columns, not between thousands.
    private const double WideGap = 0.7;

    // What of the line's height may be between a line and the next of the same paragraph.
    private const double LineGap = 1.2;

    // Stand right before a number, as one word with it: No118.
    private static readonly ImmutableHashSet<string> Before = ["N", "NO", "NR", "NUM", "NUMERO", "NUMÉRO", "NUMBER", "NUMMER", "IBAN"];

    private readonly ImmutableArray<ReadRow> rows;

    private ShownValues(ImmutableArray<ReadRow> rows) => this.rows = rows;

    /// <summary>Those of pages.</summary>
    public static ShownValues Of(ImmutableArray<Page> pages) => new(ReadRow.Of(pages));

    /// <summary>Those of a text of lines, as if it stood on a page.</summary>
    public static ShownValues Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of([new Page
        {
            Number = 1,
            Width = 0,
            Height = 0,
            Source = PageTextSource.Text,
            Words = [.. text.Split('\n').SelectMany(Words)],
        }]);
    }

    /// <summary>Whether whole words make the text when they are put together.</summary>
    public bool Show(string text)
    {
        var wanted = LegalIds.Bare(text);
        return wanted.Length == 0 || rows.Any(row => Enumerable.Range(0, row.Row.Words.Length)
            .Any(first => Begin(row.Row.Words[first].Text, wanted) is { } rest && Ends(row, first, rest)));
    }

    /// <summary>Whether the amount stands there, with either sign.</summary>
    public bool Show(decimal amount) => rows.Any(row =>
        row.Tokens.OfType<PageToken.Number>().SelectMany(token => Readings(row, token)).Any(value => Math.Abs(value) == Math.Abs(amount))
        || Glued().Matches(row.Text).SelectMany(match => Digits.Readings(match.Groups["number"].Value, null))
            .Any(value => value == Math.Abs(amount)));

    /// <summary>Whether the day stands there, as it is written anywhere.</summary>
    public bool Show(DateOnly day) => rows.SelectMany(row => row.Tokens).OfType<PageToken.Day>().Any(token => token.Readings.Contains(day));

    // A letter is a point wide, a line two points high.
    private static IEnumerable<PageWord> Words(string line, int at)
    {
        var left = 0.0;
        foreach (var word in line.Split(' ', '\t', '\r'))
        {
            if (word.Length > 0)
            {
                yield return new(word, new(left, 3 * at, left + word.Length, (3 * at) + 2));
            }

            left += word.Length + 1;
        }
    }

    // Two numbers only where a column may end between them.
    private static IEnumerable<decimal> Readings(ReadRow row, PageToken.Number token)
    {
        var first = row.WordAt(token.Start);
        var last = row.WordAt(token.End - 1);
        var isWide = Enumerable.Range(first, last - first).Any(word =>
            row.Row.Words[word + 1].Box.Left - row.Row.Words[word].Box.Right > WideGap * row.Row.Words[word].Box.Height);
        return token.Of(!isWide);
    }

    // What is still wanted behind a word; null where the word does not begin it.
    private static string? Begin(string word, string wanted)
    {
        var bare = LegalIds.Bare(word);
        if (bare.Length > 0 && wanted.StartsWith(bare, StringComparison.Ordinal))
        {
            return wanted[bare.Length..];
        }

        // Its name stands right before it: n°562044387, Facture:F-1.
        var signed = word.LastIndexOfAny([':', '°', 'º', '#', '=']) + 1;
        var named = Before.Where(name => bare.StartsWith(name, StringComparison.Ordinal)).Select(name => bare[name.Length..]);
        return (signed == 0 ? named : named.Append(LegalIds.Bare(word[signed..])))
            .Where(value => value.Length > 0 && wanted.StartsWith(value, StringComparison.Ordinal))
            .Select(value => wanted[value.Length..]).FirstOrDefault();
    }

    // Whether the words behind one make the rest: in its row, or from the end of its column on in the line beneath.
    private bool Ends(ReadRow row, int word, string rest)
    {
        for (var at = word; rest.Length > 0; at++)
        {
            if (row.EndsCell(at) && Beneath(row, word) is { } next && Begin(next.Row.Row.Words[next.Word].Text, rest) is { } further
                && Ends(next.Row, next.Word, further))
            {
                return true;
            }

            if (at + 1 >= row.Row.Words.Length)
            {
                return false;
            }

            var bare = LegalIds.Bare(row.Row.Words[at + 1].Text);
            if (!rest.StartsWith(bare, StringComparison.Ordinal))
            {
                return false;
            }

            rest = rest[bare.Length..];
        }

        return true;
    }

    // Where the paragraph of a word goes on.
    private Place? Beneath(ReadRow row, int word)
    {
        var start = word;
        while (start > 0 && !row.EndsCell(start - 1))
        {
            start--;
        }

        var above = row.Row.Words[start].Box;
        foreach (var next in rows.Skip(row.Index + 1).TakeWhile(next => next.Row.Page == row.Row.Page
            && next.Row.Box.Top - above.Bottom < LineGap * above.Height))
        {
            for (var at = 0; at < next.Row.Words.Length; at++)
            {
                if ((at == 0 || next.EndsCell(at - 1)) && Math.Abs(next.Row.Words[at].Box.Left - above.Left) < above.Height)
                {
                    return new(next, at);
                }
            }
        }

        return null;
    }

    private sealed record Place(ReadRow Row, int Word);

    // An amount with cents right behind a word or a colon, or before one: TTC:72,00EUR.
    [GeneratedRegex(@"(?<=[\p{L}:=])(?<!\d[.,]?\d*)(?<number>\d{1,3}(?:[ .,']\d{3})+[.,]\d{2}|\d{1,12}[.,]\d{2})(?![.,/']?\d)")]
    private static partial Regex Glued();
}
