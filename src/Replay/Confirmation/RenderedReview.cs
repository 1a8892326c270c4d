using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>
/// The review as a signer sees it, in one language: each of its faces, drawn the same on every machine. Where a page shows
/// what was read from it is for the eye: the programs of another machine may read other words beside it.
/// </summary>
internal static class RenderedReview
{
    /// <summary>A line for each face: its name and the SHA-256 of its bytes. A face that can be looked at before signing is added here.</summary>
    public static ImmutableArray<string> FacesOf(Plan plan, Language language)
    {
        var loaded = plan.Loaded;
        var page = ReviewPage.Checked(loaded.Changeset, language, plan.Checks.WithoutPlaces()) with { Recorder = plan.Recorder };
        return
        [
            Line("text", Text(page)),
            Line("markdown", MarkdownReview.Of(page, int.MaxValue).Text),
            Line("html", HtmlReview.Of(page, loaded)),
        ];
    }

    private static string Text(ReviewPage page)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        new Screen(text, ScreenKind.Plain).Show(TerminalReview.Of(page));
        return text.ToString();
    }

    private static string Line(string face, string drawn) => $"{face} {Digest.Of(Encoding.UTF8.GetBytes(drawn))}";
}
