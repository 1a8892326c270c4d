using System.Net;
using System.Text.RegularExpressions;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review.Tests;

/// <summary>A changeset on a face, as text.</summary>
internal static partial class Faces
{
    /// <summary>Wide enough that no line breaks, of the examples or of what is generated.</summary>
    public const int Wide = 6000;

    /// <summary>Every face, for whatever must hold on each of them.</summary>
    private static readonly Face[] All =
    [
        new("terminal", (changeset, language) => Plain(changeset, Wide, language), text => text),
        new("narrow terminal", (changeset, language) => Plain(changeset, 60, language), null),
        new("Markdown", Markdown, MarkdownText.Named),
        new("HTML", (changeset, language) => Read(Html(changeset, language)), text => text),
    ];

    public static TheoryData<string> Names => [.. All.Select(face => face.Name)];

    /// <summary>Those on which a text stands in one piece.</summary>
    public static TheoryData<string> Unbroken => [.. All.Where(face => face.Written is not null).Select(face => face.Name)];

    public static Face Named(string name) => All.Single(face => face.Name == name);

    public static string Plain(Changeset changeset, int width = Wide, Language language = Language.English) =>
        Drawn(ReviewPage.Of(changeset, language), new ScreenKind(width, HasColours: false));

    public static string Plain(ReviewPage page) => Drawn(page, new ScreenKind(Wide, HasColours: false));

    public static string Colours(Changeset changeset, int width = Wide) => Drawn(ReviewPage.Of(changeset), new ScreenKind(width, HasColours: true));

    public static string Markdown(Changeset changeset, Language language = Language.English) => MarkdownReview.Of(ReviewPage.Of(changeset, language), int.MaxValue).Text;

    /// <summary>Without the documents' bytes, and with the same digest for all: what tells two changesets apart is what a person reads.</summary>
    public static string Html(Changeset changeset, Language language = Language.English) =>
        HtmlReview.Of(ReviewPage.Of(changeset, language), new DocumentShelf(Digest.Of([]), changeset.Evidence, _ => default));

    /// <summary>A page as it is read, each block on a line of its own, with nothing of how it looks.</summary>
    public static string Read(string html) => WebUtility.HtmlDecode(Tag().Replace(Style().Replace(html, ""), ""));

    private static string Drawn(ReviewPage page, ScreenKind kind)
    {
        using var text = new StringWriter();
        new Screen(text, kind).Show(TerminalReview.Of(page));
        return text.ToString();
    }

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();
}

/// <param name="Name">For a test's name.</param>
/// <param name="Draw">A changeset's review on it, in a language.</param>
/// <param name="Written">How visible text is written on it; null where lines may break within one.</param>
internal sealed record Face(string Name, Func<Changeset, Language, string> Draw, Func<string, string>? Written);
