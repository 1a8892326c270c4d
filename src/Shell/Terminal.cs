using System.Text;
using DolibarrAgent.Review;

namespace DolibarrAgent.Shell;

/// <summary>What a program of ours is started with, besides its arguments.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Errors, warnings and logs.</param>
/// <param name="Variables">The environment's variables, by name.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, IReadOnlyDictionary<string, string?> Variables)
{
    private const int UsualWidth = 80;
    private const int Narrowest = 40;

    /// <summary>What the results are drawn on: plain where no terminal shows them.</summary>
    public ScreenKind Screen { get; init; } = ScreenKind.Plain;

    /// <summary>What errors are drawn on: plain where no terminal shows them.</summary>
    public ScreenKind ErrorScreen { get; init; } = ScreenKind.Plain;

    /// <summary>Where the lines on <see cref="Out"/> are broken; null where no terminal shows them.</summary>
    public int? OutWidth { get; init; }

    /// <summary>Where the lines on <see cref="Error"/> are broken; null where no terminal shows them.</summary>
    public int? ErrorWidth { get; init; }

    /// <summary>Whether a person sits there who sees everything that is printed and can answer.</summary>
    public bool HasPerson { get; init; }

    /// <summary>What a person types, or what a pipe brings.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>The same input as bytes, for a protocol, which closes it. Who reads here reads nothing from <see cref="In"/>.</summary>
    public Stream InBytes { get; init; } = Stream.Null;

    /// <summary>Where results go, as bytes, for a protocol, which closes it. Who writes here writes nothing to <see cref="Out"/>.</summary>
    public Stream OutBytes { get; init; } = Stream.Null;

    /// <summary>That of this process.</summary>
    /// <param name="variables">The environment's variables, by name.</param>
    public static Terminal OfThisProcess(IReadOnlyDictionary<string, string?> variables)
    {
        int? outWidth = Console.IsOutputRedirected ? null : Width();
        int? errorWidth = Console.IsErrorRedirected ? null : Width();
        return new(Utf8(Console.OpenStandardOutput()), Utf8(Console.OpenStandardError()), variables)
        {
            Screen = ScreenOf(outWidth, variables),
            ErrorScreen = ScreenOf(errorWidth, variables),
            OutWidth = outWidth,
            ErrorWidth = errorWidth,
            HasPerson = !Console.IsInputRedirected && outWidth is not null && errorWidth is not null,
            In = new StreamReader(Console.OpenStandardInput()),
            InBytes = Console.OpenStandardInput(),
            OutBytes = Console.OpenStandardOutput(),
        };
    }

    private static ScreenKind ScreenOf(int? width, IReadOnlyDictionary<string, string?> variables) =>
        width is { } columns ? ScreenKind.Terminal(columns, variables) : ScreenKind.Plain;

    // UTF-8, whatever the locale says: what is shown must be what is there. Without a mark before it.
    private static StreamWriter Utf8(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };

    private static int Width()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? Math.Max(width, Narrowest) : UsualWidth;
        }
        // A terminal on one stream and none on the other has no width to tell.
        catch (IOException)
        {
            return UsualWidth;
        }
    }
}
