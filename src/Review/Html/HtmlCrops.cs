using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>
/// The part of a page on which a value was read, with the value marked. Each page is in the file once, and every part is a
/// window on it: no part can show what its page does not.
/// </summary>
internal sealed class HtmlCrops(ReviewPage page)
{
    // What stands before a value and above it says what it is.
    private const double Before = 190;
    private const double Behind = 60;
    private const double Above = 1.9;
    private const double Beneath = 0.6;
    private const double Around = 2;

    private readonly ImmutableArray<PageOfFile> pages = [.. page.PagesReadFrom.Where(page.Pictures.ByPage.ContainsKey)];

    /// <summary>Whether there is anything to see.</summary>
    public bool HoldsPictures => !pages.IsEmpty;

    /// <summary>The pages themselves, unseen; before any part of them.</summary>
    public Html Pages => pages.IsEmpty ? Html.All([]) : Html.Of("svg", Html.Of("defs", [.. pages.Select((one, i) =>
        (Html)Of(one, AnchorOf(i)))]))
        .With("width", "0").With("height", "0").With("aria-hidden", "true").Class("pages");

    /// <summary>The part of its page that shows a value; its words where the page was not drawn, nothing where it was not read from
    /// one.</summary>
    public Html Of(Comparison comparison)
    {
        if (comparison is not { ReadAt: { } words, Part: { } part })
        {
            return Html.All([]);
        }
        var index = pages.IndexOf(new PageOfFile(part.File, part.Page.Number));
        return index < 0 ? Html.Of("span", words).Class("place") : Of(part, words, AnchorOf(index));
    }

    private Html.Element Of(PageOfFile one, string anchor)
    {
        var (width, height, quarters) = PartsOf(one);
        var isTurned = quarters % 2 == 1;
        var image = Html.Of("image").HoldingDrawnPage(page.Pictures.ByPage[one].Span)
            .With("width", Text(isTurned ? height : width)).With("height", Text(isTurned ? width : height))
                .With("preserveAspectRatio", "none");
        return Html.Of("g", quarters == 0 ? image : image.With("transform", Turned(width, height, quarters))).With("id", anchor);
    }

    private ReadPageSize PartsOf(PageOfFile one)
    {
        var found = page.Operations.SelectMany(operation => operation.Comparisons).Select(comparison => comparison.Part).OfType<PagePart>()
            .First(part => part.File == one.File && part.Page.Number == one.Number).Page;
        return new(found.Width, found.Height, found.Quarters % 4);
    }

    private static string Turned(double width, double height, int quarters) => quarters switch
    {
        1 => $"translate({Text(width)} 0) rotate(90)",
        2 => $"translate({Text(width)} {Text(height)}) rotate(180)",
        _ => $"translate(0 {Text(height)}) rotate(270)",
    };

    private static Html.Element Of(PagePart part, VisibleText words, string anchor)
    {
        var (box, high) = (part.Box, part.Box.Bottom - part.Box.Top);
        var (left, right) = (Math.Max(0, box.Left - Before), Math.Min(part.Page.Width, box.Right + Behind));
        var (top, bottom) = (Math.Max(0, box.Top - (Above * high)), Math.Min(part.Page.Height, box.Bottom + (Beneath * high)));
        return Html.Of(
            "svg",
            Html.Of("use").LinkTo(anchor),
            Html.Of("rect").With("x", Text(box.Left - Around)).With("y", Text(box.Top - Around))
                .With("width", Text(box.Right - box.Left + (2 * Around))).With("height", Text(high + (2 * Around))))
            .With("viewBox", $"{Text(left)} {Text(top)} {Text(right - left)} {Text(bottom - top)}")
            .With("role", "img").With("aria-label", words).Class("crop");
    }

    private static string AnchorOf(int index) => $"page-{HtmlParts.Number(index + 1)}";

    private static string Text(double points) => Decimals.Text((decimal)Math.Round(points, 2));

    private sealed record ReadPageSize(double Width, double Height, int Quarters);
}
