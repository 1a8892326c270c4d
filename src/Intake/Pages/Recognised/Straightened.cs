using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>Puts the rows of a page that was laid on the glass a little askew straight, so that the words of a row stand on one height.</summary>
internal static class Straightened
{
    private const double Furthest = 0.06;
    private const double Step = 0.002;
    private const double Bin = 2;

    // Below that the page is as straight as it can be told.
    private const double Gain = 1.1;

    /// <summary>The same words; each is moved up or down by the slope of the rows.</summary>
    public static ImmutableArray<PageWord> Of(ImmutableArray<PageWord> words)
    {
        var (best, slope) = (Sharpness(words, 0) * Gain, 0.0);
        for (var tried = -Furthest; tried <= Furthest; tried += Step)
        {
            if (Sharpness(words, tried) is var sharpness && sharpness > best)
            {
                (best, slope) = (sharpness, tried);
            }
        }
        return slope == 0 ? words : [.. words.Select(word => word with { Box = Moved(word.Box, slope) })];
    }

    // Rows that are straight fall into few bins.
    private static double Sharpness(ImmutableArray<PageWord> words, double slope) => words
        .GroupBy(word => Math.Floor(Moved(word.Box, slope).Middle / Bin))
        .Sum(bin => Math.Pow(bin.Count(), 2));

    private static Box Moved(Box box, double slope)
    {
        var by = slope * (box.Left + box.Right) / 2;
        return box with { Top = box.Top - by, Bottom = box.Bottom - by };
    }
}
