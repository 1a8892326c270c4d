using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.Review;

/// <summary>
/// Where a face is drawn. Plain: text and line feeds, nothing that a terminal obeys, no blanks at the ends of lines.
/// In colour: the terminal's escape sequences, all of them ours.
/// </summary>
public sealed class Screen(TextWriter output, ScreenKind kind)
{
    private const int Narrowest = 40;

    /// <summary>The width of what no terminal shows.</summary>
    public const int PlainWidth = 120;

    private readonly IAnsiConsole console = Make(output, kind);

    public void Show(IRenderable shown)
    {
        if (kind.HasColours)
        {
            console.Write(shown);
            console.WriteLine();
            return;
        }
        var text = string.Concat(shown.GetSegments(console).Where(segment => !segment.IsControlCode).Select(segment => segment.Text));
        output.Write(string.Concat(text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => $"{line.TrimEnd(' ')}\n")));
    }

    private static IAnsiConsole Make(TextWriter output, ScreenKind kind)
    {
        var settings = new AnsiConsoleSettings
        {
            Ansi = kind.HasColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = kind.HasColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new Drawn(output, kind),
        };
        settings.Enrichment.UseDefaultEnrichers = false;
        var console = AnsiConsole.Create(settings);
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>Knows its width by itself: the library would ask the process's console, which may be another one.</summary>
    private sealed class Drawn(TextWriter output, ScreenKind kind) : IAnsiConsoleOutput
    {
        private const int AnyHeight = 100;

        public TextWriter Writer => output;

        public bool IsTerminal => kind.HasColours;

        public int Width => Math.Max(kind.Width, Narrowest);

        public int Height => AnyHeight;

        public void SetEncoding(Encoding encoding)
        {
            // The writer has the encoding that it was made with.
        }
    }
}

/// <summary>How a screen is drawn on.</summary>
/// <param name="Width">In columns.</param>
/// <param name="HasColours">Whether it may be drawn in colour.</param>
public sealed record ScreenKind(int Width, bool HasColours)
{
    /// <summary>What a pipe or a file gets.</summary>
    public static ScreenKind Plain { get; } = new(Screen.PlainWidth, false);

    /// <summary>What a terminal gets; without colours where the environment asks for none (no-color.org) or it has none.</summary>
    public static ScreenKind Terminal(int width, IReadOnlyDictionary<string, string?> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var asksForNone = variables.GetValueOrDefault("NO_COLOR") is { Length: > 0 } || variables.GetValueOrDefault("TERM") is null or "" or "dumb";
        return new ScreenKind(width, !asksForNone);
    }
}
