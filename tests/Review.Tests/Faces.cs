namespace DolibarrAgent.Review.Tests;

/// <summary>A changeset on a face, as text.</summary>
internal static class Faces
{
    /// <summary>Wide enough that no line breaks, of the examples or of what is generated.</summary>
    public const int Wide = 4000;

    public static string Plain(Changeset changeset, int width = Wide) => Drawn(changeset, new ScreenKind(width, HasColours: false));

    public static string Colours(Changeset changeset, int width = Wide) => Drawn(changeset, new ScreenKind(width, HasColours: true));

    private static string Drawn(Changeset changeset, ScreenKind kind)
    {
        using var text = new StringWriter();
        new Screen(text, kind).Show(TerminalReview.Of(ReviewPage.Of(changeset)));
        return text.ToString();
    }
}
