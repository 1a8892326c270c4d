using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Desk;

/// <summary>What a person is told of something that they asked for, on a page of its own.</summary>
/// <param name="Title">What came of it, in short.</param>
/// <param name="Next">The page on which they go on.</param>
internal sealed record Notice(Term Title, SitePath Next)
{
    /// <summary>What is in the way, or was left.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>What else there is to know.</summary>
    public ImmutableArray<VisibleText> Lines { get; init; } = [];
}

/// <summary>The notices of the last hour's work.</summary>
internal sealed class Notices
{
    private const int Most = 100;

    private readonly Lock gate = new();
    private ImmutableSortedDictionary<int, Notice> notices = ImmutableSortedDictionary<int, Notice>.Empty;
    private int last;

    /// <summary>Its page.</summary>
    public SitePath Keep(Notice notice)
    {
        lock (gate)
        {
            notices = notices.Add(++last, notice).Remove(last - Most);
            return Routes.Notice(last);
        }
    }

    /// <summary>The notice of this name; null where it was long ago, or never.</summary>
    public Notice? Named(string name)
    {
        lock (gate)
        {
            return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? notices.GetValueOrDefault(number) : null;
        }
    }
}
