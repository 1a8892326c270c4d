namespace DolibarrAgent.Intake;

/// <summary>Files in which one may come twice, under two names.</summary>
internal static class SourceFiles
{
    /// <summary>The first of those with the same bytes.</summary>
    public static List<T> DistinctByBytes<T>(this IEnumerable<T> items, Func<T, SourceFile> file) =>
        items.Aggregate(new List<T>(), (once, item) => once.Exists(other => file(other).HasBytesOf(file(item))) ? once : [.. once, item]);
}
