namespace DolibarrAgent.Intake;

/// <summary>Whether a person sees a letter: whatever its text says, what cannot be seen proves nothing.</summary>
internal static class Sights
{
    // Letters of a point and a half are a grey line; those below four points are read with a glass.
    private const double Smallest = 1.5;
    private const double Small = 3;
    private const double NoContrast = 1.2;
    private const double LowContrast = 1.5;
    private const double Faint = 0.1;
    private const double Pale = 0.3;
    private const double NearlyWhite = 0.8;

    /// <summary>When it is drawn: by its ink, what it is clipped to, and what lies below it.</summary>
    public static Sight Of(Glyph glyph, Ink ink, Box clip, IReadOnlyList<Shape> below)
    {
        if (ink.Alpha <= Faint || !(glyph.Size >= Smallest) || !Boxes.Hold(clip, glyph.Center))
        {
            return Sight.Hidden;
        }
        var ground = Top(below, below.Count, glyph.Center);
        var contrast = ground is { Color: null }
            ? ink.Color is { Luminance: > NearlyWhite } ? LowContrast - 0.1 : double.MaxValue
            : ink.Color?.ContrastWith(ground?.Color ?? Rgb.White) ?? LowContrast - 0.1;
        return contrast < NoContrast ? Sight.Hidden
            : contrast < LowContrast || !ink.IsKnown || ink.Alpha < Pale || glyph.Size < Small ? Sight.Doubtful
            : Sight.Plain;
    }

    /// <summary>When all is drawn: by the page's edge and by what lies above it.</summary>
    public static Sight Under(Glyph glyph, Box page, IReadOnlyList<Shape> shapes, int below)
    {
        if (glyph.Sight == Sight.Hidden || !Boxes.Hold(page, glyph.Center))
        {
            return Sight.Hidden;
        }
        var sight = glyph.Sight;
        for (var i = shapes.Count - 1; i >= below; i--)
        {
            if (shapes[i].Holds(glyph.Center))
            {
                if (shapes[i].Paint.IsOpaque == true)
                {
                    return Sight.Hidden;
                }
                sight = Sight.Doubtful;
            }
        }
        return sight;
    }

    private static Paint? Top(IReadOnlyList<Shape> shapes, int count, Spot at)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            if (shapes[i].Holds(at))
            {
                // What is seen through something is not known.
                return shapes[i].Paint.IsOpaque == true ? shapes[i].Paint : new Paint(null, IsOpaque: null);
            }
        }
        return null;
    }
}

/// <summary>What letters are drawn with.</summary>
/// <param name="Color">Null where it is a pattern, or not known.</param>
/// <param name="Alpha">How opaque, from 0 to 1.</param>
/// <param name="IsKnown">Whether nothing else decides whether it is seen, as a mask does.</param>
internal readonly record struct Ink(Rgb? Color, double Alpha, bool IsKnown);
