using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.ReplayTool;

/// <summary>The queue in a terminal: a line for each changeset in replay order, and below it what a person should know of each.</summary>
/// <param name="today">To say what is overdue.</param>
internal sealed class QueueFace(Language language, DateOnly today)
{
    /// <param name="all">Whether what is done with is listed too.</param>
    public IRenderable Of(QueueFolder queue, bool all)
    {
        var listed = Listed(queue.Changesets.Where(one => all || !one.IsDoneWith));
        var blocks = new List<IRenderable> { Draw.Section(Sentence.Of($"{Own(QueueWords.Queue)} {Visible.Of(queue.Folder)}")) };
        if (listed.IsEmpty)
        {
            blocks.Add(new VisibleCell(Own(QueueWords.NothingWaits)));
        }
        else
        {
            // A folder that somebody copied holds one changeset twice.
            var places = listed.DistinctBy(one => one.Queued.Changeset.Id)
                .ToFrozenDictionary(one => one.Queued.Changeset.Id, one => one.Number, StringComparer.Ordinal);
            blocks.AddRange([Table(listed), Draw.Gap, .. listed.SelectMany(one => Notes(one, places))]);
        }
        if (!all && Counts(queue) is { } counts)
        {
            blocks.AddRange([Draw.Gap, new VisibleCell(QueueWords.NotListed(counts, language), Styles.Quiet)]);
        }
        foreach (var one in queue.Unreadable)
        {
            var heading = Words.In(language).Introducing(QueueWords.Unreadable.In(language));
            blocks.AddRange([
                Draw.Gap, new VisibleCell(Sentence.Of($"{heading} {Visible.Of(one.Path)}"), Styles.Bad), ProblemsFace.Of(one.Problems)]);
        }
        return new Stacked(blocks);
    }

    /// <summary>A table of invoices: its columns behind the first, which is the caller's.</summary>
    public Table Columns(Term state) => Draw.Columns(
        Draw.Column(Draw.Own("#"), Justify.Right), Draw.Column(Own(state)), Draw.Column(Own(QueueWords.Supplier)),
            Draw.Column(Own(QueueWords.Number)),
        Draw.Column(Own(QueueWords.Due)), Draw.Column(Own(QueueWords.Total), Justify.Right));

    /// <summary>The cells of a changeset under these columns.</summary>
    public IRenderable[] Cells(int number, VisibleCell state, Headline headline) =>
    [
        new VisibleCell(Number(number), Styles.Quiet),
        state,
        new VisibleCell(headline.Numbers.IsEmpty ? headline.Title : headline.Supplier),
        new VisibleCell(QueueWords.Numbers(headline)),
        headline.Due is { } due ? Due(due) : new VisibleCell(VisibleText.None),
        new VisibleCell(headline.Total is { } total ? Written.Money(total, headline.Currency, language) : VisibleText.None),
    ];

    private VisibleCell Due(DateOnly due) => due < today
        ? new VisibleCell(Sentence.Of($"{Written.Day(due, language)} {Own(QueueWords.Overdue)}"), Styles.Alarm)
        : new VisibleCell(Written.Day(due, language));

    private ImmutableArray<ListedChangeset> Listed(IEnumerable<QueuedChangeset> changesets)
    {
        var all = changesets.ToImmutableArray();
        return [.. all.Zip(Headline.OfAll(all.Select(one => one.Changeset), language), (one, headline) =>
            new ListedChangeset(one, headline))
            .Select((one, i) => one with { Number = i + 1 })];
    }

    private Table Table(ImmutableArray<ListedChangeset> listed)
    {
        var table = Columns(QueueWords.State);
        foreach (var one in listed)
        {
            var state = new VisibleCell(Own(one.Queued.State.Word), StyleOf(one.Queued.State));
            table.AddRow(Cells(one.Number, state, one.Headline));
        }
        return table;
    }

    private static IEnumerable<IRenderable> Notes(ListedChangeset listed, FrozenDictionary<string, int> places)
    {
        var path = listed.Queued.OnDisk.Path;
        yield return new VisibleCell(Sentence.Of($"{Number(listed.Number)} {Visible.Of(Path.GetDirectoryName(path) ?? path)}"),
            Styles.Quiet);
        foreach (var note in QueueNote.AllOf(listed.Queued, listed.Headline, places))
        {
            yield return Draw.Indented(note.IsWarning ? new VisibleCell(note.Text, Styles.Alarm) : new VisibleCell(note.Text));
        }
    }

    private VisibleText? Counts(QueueFolder queue)
    {
        var counts = queue.Changesets.Where(one => one.IsDoneWith).CountBy(one => one.State).OrderBy(one => one.Key)
            .Select(one => QueueWords.Counted(one.Value, one.Key.Word, language)).ToList();
        return counts.Count == 0 ? null : counts.Aggregate((all, next) => Sentence.Of($"{all}, {next}"));
    }

    private static Style StyleOf(QueueState state) => state switch
    {
        QueueState.Waiting => Styles.Strong,
        QueueState.Conflict => Styles.Bad,
        QueueState.Begun or QueueState.Open => Styles.Alarm,
        _ => Styles.Quiet,
    };

    private VisibleText Own(Term term) => Words.Own(term.In(language));

    private static VisibleText Number(int number) => Words.Own(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A line of the list.</summary>
    private sealed record ListedChangeset(QueuedChangeset Queued, Headline Headline)
    {
        /// <summary>From 1.</summary>
        public int Number { get; init; }
    }
}
