using System.Globalization;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>Something that a person should know of a changeset in a list.</summary>
/// <param name="Text">What it is.</param>
/// <param name="IsWarning">Whether something looks wrong.</param>
public sealed record QueueNote(VisibleText Text, bool IsWarning)
{
    /// <summary>Those of a changeset.</summary>
    /// <param name="one">Where it stands.</param>
    /// <param name="headline">What stands in its line, and the language.</param>
    /// <param name="places">The numbers of those that are listed, by their ids.</param>
    public static IEnumerable<QueueNote> AllOf(QueuedChangeset one, Headline headline, IReadOnlyDictionary<string, int> places)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(headline);
        ArgumentNullException.ThrowIfNull(places);
        var language = headline.Language;
        // In the reader's language what it is about; the words of the recorder stand in the review.
        if (one.IsToDo && headline is { Loudest: { } loudest, OtherWarnings: var others })
        {
            yield return new QueueNote(QueueWords.Loudest(loudest.Meaning ?? loudest.Text, others, language), IsWarning: true);
        }
        foreach (var need in one.WaitsFor)
        {
            var what = places.TryGetValue(need.On, out var place)
                ? Words.Own(string.Create(CultureInfo.InvariantCulture, $"#{place}"))
                : Visible.Of(need.Path);
            yield return Note(QueueWords.WaitsFor(what, Words.Own(need.State.Word.In(language)), language));
        }
        if (one.State is QueueState.Begun or QueueState.Conflict)
        {
            yield return Note(QueueWords.AppliedOf(one.Applied, one.Changeset.Operations.Length, language));
        }
        if (one is { State: QueueState.Discarded, Changeset.Recorded.Reason: { } reason })
        {
            yield return Note(QueueWords.DiscardedBecause(Visible.Of(reason), language));
        }
        if (one is { State: QueueState.Rejected, Past.Rejection: { } no })
        {
            yield return Note(QueueWords.RejectedBy(Visible.Of(no.By), Visible.Of(no.Reason), language));
        }
    }

    private static QueueNote Note(VisibleText text) => new(text, IsWarning: false);
}
