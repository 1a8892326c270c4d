using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// Marks the words that two recognitions of one page read as the same at the same place, both clearly. Where one takes for two words
/// what the other takes for one, all that stands there is compared.
/// </summary>
internal static class Confirmed
{
    // Words stand at one place where so much of the lower one's height and the narrower one's width is shared.
    private const double SharedHeight = 0.5;
    private const double SharedWidth = 0.3;

    /// <summary>The words of one recognition, with those marked that the other confirms.</summary>
    public static ImmutableArray<PageWord> By(ImmutableArray<PageWord> words, ImmutableArray<PageWord> others)
    {
        var sorted = others.OrderBy(word => word.Box.Left).ToImmutableArray();
        return [.. words.Select(word => word with { IsConfirmed = word.IsClear && IsRead(word, words, sorted) })];
    }

    private static bool IsRead(PageWord word, ImmutableArray<PageWord> own, ImmutableArray<PageWord> others)
    {
        var there = others.Where(other => AreAtOnePlace(word.Box, other.Box)).ToList();
        if (there.Count == 0 || !there.TrueForAll(other => other.IsClear))
        {
            return false;
        }

        var text = Compared(word.Text);
        if (text.Length == 0 || there.Exists(other => Compared(other.Text) == text))
        {
            return true;
        }

        var mine = own.Where(one => there.Exists(other => AreAtOnePlace(one.Box, other.Box))).OrderBy(one => one.Box.Left).ToList();
        var theirs = others.Where(other => mine.Exists(one => AreAtOnePlace(one.Box, other.Box)));
        return Compared(string.Concat(mine.Select(one => one.Text))) == Compared(string.Concat(theirs.Select(other => other.Text)));
    }

    private static bool AreAtOnePlace(Box a, Box b) =>
        Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top) > SharedHeight * Math.Min(a.Height, b.Height)
        && Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > SharedWidth * Math.Min(a.Width, b.Width);

    // Signs within a number count: 1.234 is not 1,234, and -5 not 5. Those around a word are often specks.
    private static string Compared(string text) => string.Concat(text.Select(c => c is '−' or '–' or '—' ? '-' : c)
        .Where(c => char.IsLetterOrDigit(c) || c is '.' or ',' or '-' or '/' or '%' or '€')).Trim('.', ',', '/').TrimEnd('-');
}
