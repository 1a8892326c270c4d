using System.Collections.Immutable;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>A whole page of HTML, with our style in it, and what a browser may do with it.</summary>
/// <param name="Language">That of every word of ours in it.</param>
/// <param name="Title">What a browser's window is called.</param>
/// <param name="Body">What stands in it.</param>
public sealed record HtmlPage(Language Language, string Title, ImmutableArray<Html> Body)
{
    /// <summary>What a browser may do with it, besides applying its style.</summary>
    public ContentPolicy Policy { get; init; } = ContentPolicy.Still;

    /// <summary>Rules of style behind ours. Only constants.</summary>
    public string MoreStyle { get; init; } = "";

    /// <summary>The policy as a server sends it.</summary>
    public string SentPolicy => Policy.For(Sheet);

    private string Sheet => HtmlStyle.Sheet + MoreStyle;

    /// <summary>The link over what stands before the content, for whoever goes by keyboard; before everything else.</summary>
    public Html Skip { get; init; } = Html.None;

    /// <summary>Elements of its head behind ours.</summary>
    public ImmutableArray<Html> Head { get; init; } = [];

    /// <summary>The kind of page, for the style sheet; empty for a review by itself.</summary>
    public string Kind { get; init; } = "";

    /// <summary>To be written as UTF-8 without a mark.</summary>
    public override string ToString()
    {
        Html head = Html.Of("head", [
            // First, so that nothing comes before it takes effect.
            Html.Of("meta").Policy(SentPolicy),
            Html.Of("meta").With("charset", "utf-8"),
            // With no-referrer a browser hides from our own site too where a form comes from.
            Html.Of("meta").With("name", "referrer").With("content", Policy.IsServed ? "same-origin" : "no-referrer"),
            Html.Of("meta").With("name", "viewport").With("content", "width=device-width, initial-scale=1"),
            Html.Of("meta").With("name", "color-scheme").With("content", "light dark"),
            Html.Of("title", Title),
            Html.Of("style", Html.Sheet(Sheet)),
            .. Head,
        ]);
        var body = Html.Of("body", [Skip, .. Body]);
        return "<!DOCTYPE html>\n"
            + Html.Of("html", head, Kind.Length == 0 ? body : body.Class(Kind)).With("lang", Languages.TagOf(Language)) + "\n";
    }
}
