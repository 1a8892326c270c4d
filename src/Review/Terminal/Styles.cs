using Spectre.Console;

namespace DolibarrAgent.Review;

/// <summary>The few styles of the terminal's faces. Nothing is said by colour alone.</summary>
public static class Styles
{
    public static Style Plain { get; } = Style.Plain;

    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    public static Style Quiet { get; } = new(Color.Grey);

    public static Style Good { get; } = new(Color.Green);

    public static Style Alarm { get; } = new(Color.Yellow, decoration: Decoration.Bold);

    public static Style Bad { get; } = new(Color.Red, decoration: Decoration.Bold);
}
