namespace DolibarrAgent.Intake;

/// <summary>A letter as a page draws it. Lengths are in points, from the bottom left corner of the page as a person holds it.</summary>
/// <param name="Text">What it stands for.</param>
/// <param name="Start">The beginning of its baseline.</param>
/// <param name="End">The end of its baseline, where the next letter stands.</param>
/// <param name="Up">From the baseline up, as long as the letters are high: the size of the font.</param>
internal sealed record Glyph(string Text, Spot Start, Spot End, Spot Up)
{
    /// <summary>How plainly a person sees it.</summary>
    public Sight Sight { get; init; }

    /// <summary>Where it stands in the order of drawing.</summary>
    public int Order { get; init; }

    /// <summary>Whether a space was drawn before it.</summary>
    public bool IsAfterSpace { get; init; }

    /// <summary>The size of the font as it is drawn.</summary>
    public double Size => Math.Sqrt((Up.X * Up.X) + (Up.Y * Up.Y));

    /// <summary>About the middle of its ink.</summary>
    public Spot Center => new(((Start.X + End.X) / 2) + (0.3 * Up.X), ((Start.Y + End.Y) / 2) + (0.3 * Up.Y));
}

/// <summary>A place on a page, or a step from one to another.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>How plainly a person sees a letter.</summary>
internal enum Sight
{
    Plain,

    /// <summary>Perhaps, or hardly.</summary>
    Doubtful,

    /// <summary>Not at all.</summary>
    Hidden,
}
