namespace DolibarrAgent.Intake;

/// <summary>The path that a page is about to paint or to clip to.</summary>
internal sealed class Outline
{
    private const int Steps = 8;

    private List<IReadOnlyList<Spot>> outlines = [];
    private List<Spot>? current;

    /// <summary>The smallest box that holds it; null where there is none.</summary>
    public Box? Box => outlines.Count == 0 ? null : Boxes.Of(outlines.SelectMany(outline => outline));

    public void Begin() => current = null;

    public void Move(Spot at)
    {
        current = [at];
        outlines.Add(current);
    }

    public void Line(Spot to) => current?.Add(to);

    /// <summary>A curve to a place by two others; where the first is null it is the place where the path stands.</summary>
    public void Curve(Spot? first, Spot second, Spot to)
    {
        if (current is not [.., var from])
        {
            return;
        }
        var start = first ?? from;
        for (var i = 1; i <= Steps; i++)
        {
            var t = (double)i / Steps;
            var (a, b, c, d) = ((1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t);
            current.Add(new(
                (a * from.X) + (b * start.X) + (c * second.X) + (d * to.X),
                (a * from.Y) + (b * start.Y) + (c * second.Y) + (d * to.Y)));
        }
    }

    public void Whole(IReadOnlyList<Spot> outline)
    {
        outlines.Add(outline);
        current = null;
    }

    /// <summary>Where the outline that is closed began.</summary>
    public Spot? Close()
    {
        if (current is not [var start, ..])
        {
            return null;
        }
        // What follows without a move begins there.
        current = [start];
        outlines.Add(current);
        return start;
    }

    /// <summary>The path; there is none afterwards.</summary>
    public IReadOnlyList<IReadOnlyList<Spot>> Take()
    {
        var taken = outlines;
        (outlines, current) = ([], null);
        return taken;
    }
}
