using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Desk;

/// <summary>The queue: a line for each changeset in replay order, to be looked at and chosen.</summary>
/// <param name="today">To say what is overdue.</param>
internal sealed class QueuePage(Frame frame, DateOnly today)
{
    /// <summary>Lines of a page.</summary>
    public const int PageLength = 100;

    private Language Language => frame.Language;

    /// <param name="queue">All of it.</param>
    /// <param name="asked">What of it is wanted.</param>
    /// <param name="visitor">Who gets the form.</param>
    public HtmlPage Of(QueueFolder queue, QueueAsked asked, Visitor visitor)
    {
        var listed = Listed(queue, asked);
        var shown = listed.Skip((asked.Page - 1) * PageLength).Take(PageLength).ToImmutableArray();
        return frame.Queue(asked.Search,
            Html.Of("h1", frame.Own(QueueWords.Queue)),
            listed.IsEmpty
                ? Html.Of("p", frame.Own(asked.Search.Length > 0 ? DeskWords.NothingFound : QueueWords.NothingWaits))
                : Table(shown, listed, visitor),
            Pages(listed.Length, asked),
            Unreadable(queue));
    }

    /// <summary>The ids of all that waits, in replay order.</summary>
    public static ImmutableArray<string> ToDo(QueueFolder queue) =>
        [.. queue.Changesets.Where(one => one.IsToDo).Select(one => one.Changeset.Id)];

    private ImmutableArray<ListedChangeset> Listed(QueueFolder queue, QueueAsked asked)
    {
        var all = queue.Changesets.Where(one => asked.All || !one.IsDoneWith).ToImmutableArray();
        return [.. all.Select((one, i) => new ListedChangeset(one, i + 1))
            .Where(one => asked.Search.Length == 0 || Matches(HeadlineOf(one), asked.Search))];
    }

    /// <summary>By supplier, number, title or amount, however it is written.</summary>
    private static bool Matches(Headline headline, string search)
    {
        var wanted = Plain(search);
        return headline.Numbers.Append(headline.Supplier).Append(headline.Title)
            .Any(text => Plain(text.ToString()).Contains(wanted, StringComparison.Ordinal))
            || (headline.Total is { } total && Enum.GetValues<Language>().Any(language =>
                Plain(Written.Money(total, "", language).ToString()).Contains(wanted, StringComparison.Ordinal)));
    }

    private static string Plain(string text) => string.Concat(PlainLetters.Of(text).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    private Html.Element Table(ImmutableArray<ListedChangeset> shown, ImmutableArray<ListedChangeset> listed, Visitor visitor)
    {
        // A folder that somebody copied holds one changeset twice.
        var places = listed.DistinctBy(one => one.Queued.Changeset.Id)
            .ToFrozenDictionary(one => one.Queued.Changeset.Id, one => one.Number, StringComparer.Ordinal);
        var table = HtmlParts.Table(frame.Own(QueueWords.Queue), [
            frame.Column(DeskWords.Invoice), frame.Column(QueueWords.State), frame.Column(QueueWords.Due),
            frame.Column(QueueWords.Total) with { IsNumber = true }, frame.Column(DeskWords.ToSee)],
            shown.Select(one => Row(one, places)));
        return listed.Any(one => one.Queued.IsToDo)
            ? Frame.Form(visitor, Routes.Plans, table, Html.Of(
                "p",
                frame.Button(DeskWords.PlanSelected, "main"), " ",
                Html.Of("button", frame.Own(DeskWords.PlanAll)).With("type", "submit").With("name", "what").With("value", "all"))
                .Class("actions"))
            : table;
    }

    private HtmlRow Row(ListedChangeset one, FrozenDictionary<string, int> places)
    {
        var (queued, headline) = (one.Queued, HeadlineOf(one));
        return new HtmlRow(
            Html.All([
                queued.IsToDo ? Box(one, headline) : Html.None,
                Html.Of("span", $"#{HtmlParts.Number(one.Number)} ").Class("id"),
                Html.Of("a", LinkTextOf(headline)).LinkTo(Routes.Changeset(queued.Changeset.Id)),
            ]),
            [
                Html.Of("span", frame.Own(queued.State.Word)).Class($"state {StyleOf(queued.State)}"),
                frame.Due(headline.Due, today),
                headline.Total is { } total ? Written.Money(total, headline.Currency, Language) : Html.None,
                Html.All(QueueNote.AllOf(queued, headline, places)
                    .Select(note => Html.Of("p", note.Text).Class(note.IsWarning ? "warning" : "note"))),
            ]);
    }

    private Html Box(ListedChangeset one, Headline headline) => Html.Of(
        "label", Html.Of("input").With("type", "checkbox").With("name", "id").With("value", one.Queued.Changeset.Id)
            .With("aria-label", Sentence.Of($"{frame.Own(DeskWords.Select)} {headline.Name}"))).Class("pick");

    /// <summary>What a bookkeeper calls it, with a number that is not broken at the end of a line.</summary>
    public static Html LinkTextOf(Headline headline) => headline.Numbers.IsEmpty
        ? headline.Title
        : Html.All([headline.Supplier, " ", Html.Of("span", QueueWords.Numbers(headline)).Class("whole")]);

    private Html Pages(int listed, QueueAsked asked)
    {
        var last = Math.Max(1, (listed + PageLength - 1) / PageLength);
        return last == 1 ? Html.None : Html.Of("p", [
            asked.Page > 1 ? Link(DeskWords.Previous, asked with { Page = asked.Page - 1 }) : Html.None,
            $" {HtmlParts.Number(asked.Page)}/{HtmlParts.Number(last)} ",
            asked.Page < last ? Link(DeskWords.Next, asked with { Page = asked.Page + 1 }) : Html.None,
        ]).Class("pages-of-queue");
    }

    private Html.Element Link(Term words, QueueAsked asked) => Html.Of("a", frame.Own(words)).LinkTo(asked.Path);

    private Html Unreadable(QueueFolder queue) => queue.Unreadable.IsEmpty ? Html.None : Html.Of("section", [
        Html.Of("h2", frame.Own(QueueWords.Unreadable)),
        .. queue.Unreadable.SelectMany(one => new[] { Html.Of("p", Visible.Of(one.Path)), Frame.Problems(one.Problems) })]).Class("alarm");

    private static string StyleOf(QueueState state) => state switch
    {
        QueueState.Waiting => "strong",
        QueueState.Conflict => "no",
        QueueState.Begun or QueueState.Open => "warning",
        QueueState.Replayed => "yes",
        _ => "quiet",
    };

    private Headline HeadlineOf(ListedChangeset one) => Headline.Of(one.Queued.Changeset, Language);

    /// <summary>A line of the list.</summary>
    /// <param name="Number">From 1.</param>
    private sealed record ListedChangeset(QueuedChangeset Queued, int Number);
}

/// <summary>What of the queue is wanted.</summary>
/// <param name="All">What is done with too.</param>
/// <param name="Search">Supplier, number or amount; empty for all.</param>
/// <param name="Page">From 1.</param>
internal sealed record QueueAsked(bool All, string Search, int Page)
{
    /// <summary>The address of it.</summary>
    public SitePath Path
    {
        get
        {
            var path = All ? Routes.All : SitePath.Root;
            path = Search.Length == 0 ? path : path.With("q", Search);
            return Page == 1 ? path : path.With("page", Page.ToString(CultureInfo.InvariantCulture));
        }
    }
}
