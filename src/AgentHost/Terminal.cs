using System.Text;
using DolibarrAgent.Review;

namespace DolibarrAgent.AgentHost;

/// <summary>What a program of ours is started with, besides its arguments.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Errors, warnings and logs.</param>
/// <param name="Variables">The environment's variables, by name.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, IReadOnlyDictionary<string, string?> Variables)
{
    /// <summary>What the results are drawn on: plain where no terminal shows them.</summary>
    public ScreenKind Screen { get; init; } = ScreenKind.Plain;

    /// <summary>Where the lines on <see cref="Error"/> are broken; null where no terminal shows them.</summary>
    public int? ErrorWidth { get; init; }

    /// <summary>What a person types, or what a pipe brings.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>The same input as bytes, for a protocol. Whoever reads here reads nothing from <see cref="In"/>.</summary>
    public Stream InBytes { get; init; } = Stream.Null;

    /// <summary>Where the results go, as bytes, for a protocol. Whoever writes here writes nothing to <see cref="Out"/>.</summary>
    public Stream OutBytes { get; init; } = Stream.Null;

    /// <summary>Text is UTF-8 whatever the console thinks, and without a mark before it.</summary>
    public static TextWriter Utf8(Stream stream) => new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
}
