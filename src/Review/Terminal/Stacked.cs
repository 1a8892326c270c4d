using System.Collections.Immutable;
using Spectre.Console.Rendering;

namespace DolibarrAgent.Review;

/// <summary>
/// Parts of a page, one below the other, a margin before each line. What the parts draw is passed on as it is: the
/// library's own rows and paddings count the width of every line again at every level, most of the time of a long review.
/// </summary>
public sealed class Stacked : Renderable
{
    private readonly ImmutableArray<IRenderable> parts;
    private readonly int margin;

    /// <summary>Parts without a margin.</summary>
    public Stacked(params IEnumerable<IRenderable> parts)
        : this(0, [.. parts])
    {
    }

    private Stacked(int margin, ImmutableArray<IRenderable> parts) => (this.margin, this.parts) = (margin, parts);

    /// <summary>The same part behind a margin.</summary>
    public static Stacked Behind(int margin, IRenderable part) => new(margin, [part]);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var before = new Segment(new string(' ', margin));
        foreach (var part in parts)
        {
            var begins = true;
            foreach (var segment in part.Render(options, maxWidth - margin))
            {
                if (begins && margin > 0 && !segment.IsLineBreak)
                {
                    yield return before;
                }
                yield return segment;
                begins = segment.IsLineBreak;
            }
            if (!begins)
            {
                yield return Segment.LineBreak;
            }
        }
    }
}
