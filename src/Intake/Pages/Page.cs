using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>One page of a document, as words with their places. Lengths are in points.</summary>
public sealed record Page
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The width of the page as a person holds it.</summary>
    public required double Width { get; init; }

    /// <summary>The height of the page as a person holds it.</summary>
    public required double Height { get; init; }

    /// <summary>How the words were come by.</summary>
    public required PageTextSource Source { get; init; }

    /// <summary>By how many quarters the page had to be turned to the right to stand upright; all lengths are those of the turned
    /// page.</summary>
    public int Quarters { get; init; }

    /// <summary>In no order that anybody may rely on: <see cref="PageRows"/> puts them in reading order.</summary>
    public ImmutableArray<PageWord> Words { get; init; } = [];

    /// <summary>The words as they were recognised once more, in another way; empty where they were not. What both read is
    /// confirmed.</summary>
    public ImmutableArray<PageWord> Again { get; init; } = [];
}

/// <summary>How the words of a page were come by.</summary>
public enum PageTextSource
{
    /// <summary>The document holds them as text.</summary>
    Text,

    /// <summary>They were recognised in a picture, and can be misread.</summary>
    Recognised,
}
