namespace DolibarrAgent.Benchmarks;

/// <summary>What is said of many measurements.</summary>
internal static class Statistics
{
    public static double Median(this IEnumerable<double> values) => Percentile(values, 0.5);

    /// <summary>By linear interpolation; 0 where there is nothing.</summary>
    /// <param name="share">From 0 to 1.</param>
    public static double Percentile(this IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
        {
            return 0;
        }
        var at = share * (sorted.Length - 1);
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
