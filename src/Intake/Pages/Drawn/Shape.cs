namespace DolibarrAgent.Intake;

/// <summary>An area that a page paints.</summary>
/// <param name="Outlines">Its outlines, each closed; curves are taken as a few straight lines.</param>
/// <param name="EvenOdd">Whether what lies within two outlines is outside.</param>
/// <param name="Paint">What it is painted with.</param>
internal sealed record Shape(IReadOnlyList<IReadOnlyList<Spot>> Outlines, bool EvenOdd, Paint Paint)
{
    private readonly Box box = BoxOf(Outlines);

    /// <summary>What it is clipped to; null where it is not.</summary>
    public Box? Clip { get; init; }

    /// <summary>The area of the smallest box that holds what is seen of it.</summary>
    public double Area => Seen is { Width: > 0, Height: > 0 } seen ? seen.Width * seen.Height : 0;

    private Box Seen => Clip is { } clip ? Boxes.Common(box, clip) : box;

    /// <summary>Whether the place is painted by it.</summary>
    public bool Holds(Spot at)
    {
        if (!Boxes.Hold(box, at) || (Clip is { } clip && !Boxes.Hold(clip, at)))
        {
            return false;
        }

        var (crossings, winding) = (0, 0);
        foreach (var outline in Outlines)
        {
            for (var i = 0; i < outline.Count; i++)
            {
                var (a, b) = (outline[i], outline[(i + 1) % outline.Count]);
                if (a.Y > at.Y != b.Y > at.Y && at.X < a.X + ((at.Y - a.Y) / (b.Y - a.Y) * (b.X - a.X)))
                {
                    crossings++;
                    winding += a.Y < b.Y ? 1 : -1;
                }
            }
        }

        return EvenOdd ? crossings % 2 == 1 : winding != 0;
    }

    private static Box BoxOf(IReadOnlyList<IReadOnlyList<Spot>> outlines) => Boxes.Of(outlines.SelectMany(outline => outline));
}

/// <summary>What an area is painted with.</summary>
/// <param name="Color">Null where it is a picture, a pattern or a shading: anything may be seen there.</param>
/// <param name="IsOpaque">Whether nothing behind it is seen; null where that is not known.</param>
internal readonly record struct Paint(Rgb? Color, bool? IsOpaque);
