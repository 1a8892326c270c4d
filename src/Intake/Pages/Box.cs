namespace DolibarrAgent.Intake;

/// <summary>
/// A rectangle on a page in points (1/72 inch), from the page's top left corner as a person holds it: a page that is
/// turned is turned back first. <see cref="Left"/> is at most <see cref="Right"/>, <see cref="Top"/> at most <see cref="Bottom"/>.
/// </summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>In points.</summary>
    public double Width => Right - Left;

    /// <summary>In points.</summary>
    public double Height => Bottom - Top;

    /// <summary>Half way between top and bottom.</summary>
    public double Middle => (Top + Bottom) / 2;

    /// <summary>The smallest box that holds both.</summary>
    public Box With(Box other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}
