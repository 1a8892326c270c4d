namespace DolibarrAgent.Review.Tests;

/// <summary>A changeset on a face, as text.</summary>
internal static class Faces
{
    /// <summary>Wide enough that no line breaks, of the examples or of what is generated.</summary>
    public const int Wide = 6000;

    /// <summary>Every face, for whatever must hold on each of them.</summary>
    private static readonly Face[] All =
    [
        new("terminal", page => Drawn(page, new ScreenKind(Wide, HasColours: false)), text => text),
        new("narrow terminal", page => Drawn(page, new ScreenKind(60, HasColours: false)), null),
        new("Markdown", page => MarkdownReview.Of(page, int.MaxValue).Text, MarkdownText.Named),
    ];

    public static TheoryData<string> Names => [.. All.Select(face => face.Name)];

    /// <summary>Those on which a text stands in one piece.</summary>
    public static TheoryData<string> Unbroken => [.. All.Where(face => face.Written is not null).Select(face => face.Name)];

    public static Face Named(string name) => All.Single(face => face.Name == name);

    public static string Plain(Changeset changeset, int width = Wide, Language language = Language.English) =>
        Drawn(ReviewPage.Of(changeset, language), new ScreenKind(width, HasColours: false));

    public static string Colours(Changeset changeset, int width = Wide) => Drawn(ReviewPage.Of(changeset), new ScreenKind(width, HasColours: true));

    public static string Markdown(Changeset changeset, Language language = Language.English) => MarkdownReview.Of(ReviewPage.Of(changeset, language), int.MaxValue).Text;

    private static string Drawn(ReviewPage page, ScreenKind kind)
    {
        using var text = new StringWriter();
        new Screen(text, kind).Show(TerminalReview.Of(page));
        return text.ToString();
    }
}

/// <param name="Name">For a test's name.</param>
/// <param name="Draw">A page on it.</param>
/// <param name="Written">How visible text is written on it; null where lines may break within one.</param>
internal sealed record Face(string Name, Func<ReviewPage, string> Draw, Func<string, string>? Written);
