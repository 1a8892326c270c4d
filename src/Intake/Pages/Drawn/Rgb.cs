using UglyToad.PdfPig.Graphics.Colors;

namespace DolibarrAgent.Intake;

/// <summary>A colour, each part from 0 to 1.</summary>
internal readonly record struct Rgb(double Red, double Green, double Blue)
{
    public static Rgb White { get; } = new(1, 1, 1);

    /// <summary>How bright it is to the eye, from 0 to 1 (WCAG 2.2, relative luminance).</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>The contrast of two colours, from 1 (none) to 21 (WCAG 2.2, contrast ratio).</summary>
    public double ContrastWith(Rgb other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    public static Rgb Black { get; }

    /// <summary>Of the PDF library's, which has none before a page names one; null where it is a pattern, or not known.</summary>
    // Whatever the library throws on a hostile colour says only that it is bad. It has no one exception for it.
#pragma warning disable CA1031
    public static Rgb? Of(IColor? color)
    {
        try
        {
            return color is null ? Black : color is PatternColor ? null : OfParts(color);
        }
        catch (Exception)
        {
            return null;
        }
    }
#pragma warning restore CA1031

    private static Rgb OfParts(IColor color)
    {
        var (red, green, blue) = color.ToRGBValues();
        return new(Part(red), Part(green), Part(blue));
    }

    private static double Part(double value) => double.IsNaN(value) ? 0 : Math.Clamp(value, 0, 1);

    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
}
