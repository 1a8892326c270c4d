using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>Words that stand beside each other on one line of a page, from left to right; gaps between columns are kept as gaps.</summary>
/// <param name="Page">The page's number, from 1.</param>
/// <param name="Words">From left to right.</param>
public sealed record PageRow(int Page, ImmutableArray<PageWord> Words)
{
    /// <summary>The smallest box that holds all words.</summary>
    public Box Box => Words.Select(word => word.Box).Aggregate((all, box) => all.With(box));

    /// <summary>The words with one space between them, and three where a column ends.</summary>
    public string Text => string.Concat(Words.Select((word, i) => i == 0 ? word.Text : Gap(Words[i - 1].Box, word.Box) + word.Text));

    /// <summary>Whether a column ends between two boxes that stand beside each other.</summary>
    internal static bool IsGap(Box before, Box after) => after.Left - before.Right > 1.2 * Math.Max(before.Height, after.Height);

    private static string Gap(Box before, Box after) => IsGap(before, after) ? "   " : " ";
}
