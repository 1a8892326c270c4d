namespace DolibarrAgent.Intake;

/// <summary>Arithmetic on boxes, whichever way their vertical axis goes.</summary>
internal static class Boxes
{
    /// <summary>Holds every place.</summary>
    public static Box Everywhere { get; } = new(double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity);

    public static Box Of(IEnumerable<Spot> spots)
    {
        var (left, top, right, bottom) = (double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        foreach (var spot in spots)
        {
            (left, top, right, bottom) = (Math.Min(left, spot.X), Math.Min(top, spot.Y), Math.Max(right, spot.X), Math.Max(bottom, spot.Y));
        }

        return new(left, top, right, bottom);
    }

    public static bool Hold(Box box, Spot at) => at.X >= box.Left && at.X <= box.Right && at.Y >= box.Top && at.Y <= box.Bottom;

    /// <summary>What is in both; of a negative width or height where nothing is.</summary>
    public static Box Common(Box a, Box b) =>
        new(Math.Max(a.Left, b.Left), Math.Max(a.Top, b.Top), Math.Min(a.Right, b.Right), Math.Min(a.Bottom, b.Bottom));
}
