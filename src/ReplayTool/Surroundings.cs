using System.Text;
using DolibarrAgent.Review;

namespace DolibarrAgent.ReplayTool;

/// <summary>What the program finds around it, read once: the environment, and where it may print and ask.</summary>
internal sealed record Surroundings
{
    private const int UsualWidth = 80;

    public required IReadOnlyDictionary<string, string?> Variables { get; init; }

    public required TextWriter Output { get; init; }

    public required TextWriter Errors { get; init; }

    /// <summary>Opened when somebody is asked, not before: it sets up a terminal for typing.</summary>
    public required Func<TextReader> Input { get; init; }

    public required ScreenKind OutputKind { get; init; }

    public required ScreenKind ErrorsKind { get; init; }

    /// <summary>Whether a person sits there who sees everything that is printed and can answer.</summary>
    public required bool HasPerson { get; init; }

    public static Surroundings OfThisProcess(IReadOnlyDictionary<string, string?> variables) => new()
    {
        Variables = variables,
        Output = Stream(Console.OpenStandardOutput()),
        Errors = Stream(Console.OpenStandardError()),
        Input = () => Console.In,
        OutputKind = Console.IsOutputRedirected ? ScreenKind.Plain : ScreenKind.Terminal(Width(), variables),
        ErrorsKind = Console.IsErrorRedirected ? ScreenKind.Plain : ScreenKind.Terminal(Width(), variables),
        HasPerson = !Console.IsInputRedirected && !Console.IsOutputRedirected && !Console.IsErrorRedirected,
    };

    // UTF-8, whatever the locale says: what is shown must be what is there.
    private static StreamWriter Stream(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };

    private static int Width()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        // A terminal on one stream and none on the other has no width to tell.
        catch (IOException)
        {
            return UsualWidth;
        }
    }
}
