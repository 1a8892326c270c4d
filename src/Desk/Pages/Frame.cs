using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Desk;

/// <summary>What every page of the desk has around it, and what several are made of.</summary>
internal sealed class Frame(Language language)
{
    private const string FormField = "form";

    private const string Content = "content";

    public Language Language => language;

    /// <summary>A page with the desk's own head.</summary>
    public HtmlPage Page(Term title, string kind, params ImmutableArray<Html> main) => Page(title, kind, "", main);

    /// <summary>The same where something is searched for.</summary>
    public HtmlPage Queue(string searched, params ImmutableArray<Html> main) => Page(QueueWords.Queue, "queue", searched, main);

    /// <summary>A page that has its own parts, with the desk's head before them and what can be done now behind.</summary>
    public HtmlPage Around(HtmlPage page, Html foot) =>
        Served(page with { Body = [Navigation(""), .. page.Body, foot], Kind = "desk review" });

    /// <summary>A page for somebody who is not let in: nothing of the books is in it.</summary>
    public HtmlPage Bare(Term title, params ImmutableArray<Term> lines) => Served(new HtmlPage(language, title.In(language), [
        Html.Of("main", [Html.Of("h1", title.In(language)), .. lines.Select(line => (Html)Html.Of("p", line.In(language)))])])
    {
        Kind = "desk notice",
    });

    public VisibleText Own(Term term) => Words.Own(term.In(language));

    /// <summary>The head of a column.</summary>
    public ReviewColumn Column(Term words) => HtmlParts.Column(words.In(language));

    /// <summary>A due date, and that it is past; nothing where there is none.</summary>
    /// <param name="due">The date.</param>
    /// <param name="today">The day that it is here.</param>
    public Html Due(DateOnly? due, DateOnly today) => due switch
    {
        null => Html.None,
        { } day when day < today => Html.Of("span", Sentence.Of($"{Written.Day(day, language)} {Own(QueueWords.Overdue)}"))
            .Class("warning whole"),
        { } day => Html.Of("span", Written.Day(day, language)).Class("whole"),
    };

    /// <summary>A form that does something, once.</summary>
    public static Html.Element Form(Visitor visitor, SitePath action, params ImmutableArray<Html> children) => Html.Of("form", [
        Html.Of("input").With("type", "hidden").With("name", FormField).With("value", visitor.NewForm(action)), .. children])
            .SentTo(action);

    /// <summary>The word of a form, as it was sent.</summary>
    public static string WordOf(Microsoft.AspNetCore.Http.IFormCollection sent) => sent[FormField].ToString();

    public Html Button(Term words, string kind = "") =>
        Html.Of("button", words.In(language)).With("type", "submit").Class(kind);

    /// <summary>A field to type in, with its name above.</summary>
    public Html.Element Field(string name, Term words, Func<Html.Element, Html.Element> input) => Html.Of(
        "p", Html.Of("label", words.In(language)).With("for", name),
        input(Html.Of("input").With("id", name).With("name", name).With("type", "text").With("autocomplete", "off"))).Class("field");

    /// <summary>Problems: what, where, why, and what to do now. What is the same of several is said once.</summary>
    public static Html Problems(IEnumerable<Problem> problems) => Html.Of("ul", [
        .. problems.GroupBy(problem => (problem.Code, problem.Message, problem.Remedy)).Select(same => (Html)Html.Of(
            "li",
            Html.Of("p", Html.Of("strong", Visible.Of(same.Key.Message)), " ", Html.Of("span", same.Key.Code.Text).Class("id"), " ",
                Html.Of("span", Visible.Of(string.Join(", ", same.Select(problem => problem.Place).Distinct(StringComparer.Ordinal))))
                    .Class("id")),
            Html.Of("p", "→ ", Visible.Of(same.Key.Remedy))))]).Class("problems");

    private static HtmlPage Served(HtmlPage page) => page with
    {
        MoreStyle = DeskStyle.Sheet,
        Policy = page.Policy with { IsServed = true },
        Head = [.. page.Head, Html.Of("script").ScriptAt(Routes.ScriptFile)],
    };

    private HtmlPage Page(Term title, string kind, string searched, ImmutableArray<Html> main) => Served(new HtmlPage(
        language, title.In(language), [Navigation(searched), Html.Of("main", main).With("id", Content).With("tabindex", "-1")
            .With("aria-label", title.In(language))])
    {
        Kind = $"desk {kind}",
        Skip = Html.Of("a", Own(DeskWords.SkipToContent)).LinkTo(Content).Class("skip"),
    });

    private Html Navigation(string searched) => Html.Of(
        "nav",
        Html.Of("a", Own(DeskWords.Waiting)).LinkTo(SitePath.Root),
        Html.Of("a", Own(DeskWords.All)).LinkTo(Routes.All),
        Html.Of(
            "form",
            Html.Of("input").With("type", "search").With("name", "q").With("value", searched)
                .With("aria-label", DeskWords.Search.In(language)).With("placeholder", DeskWords.Search.In(language)),
            Html.Of("input").With("type", "hidden").With("name", "all").With("value", "1"),
            Button(DeskWords.Find, "quiet")).AskedOf(SitePath.Root).With("role", "search"))
        .Class("desk").With("aria-label", DeskWords.Pages.In(language));
}
