using System.Collections.Immutable;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>A file that is made to bring down whoever reads its pages.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Make">Its bytes.</param>
public sealed record HostileFile(string Name, Func<byte[]> Make)
{
    /// <summary>That its pages are read, instead of a refusal's code.</summary>
    public const string Read = "read";

    /// <summary>Of one that fills its reader's stack: the reader ends, though saying where it was may take it longer than it may.</summary>
    public static ImmutableArray<string> Overflow { get; } = ["pages-unreadable", "pages-too-slow"];

    /// <summary>The codes of which one is the answer; empty where it depends on what is installed and how much the machine has.</summary>
    public ImmutableArray<string> Answers { get; init; } = [];

    /// <summary>Whether its reader is busy for as long as it is let.</summary>
    public bool IsEndless { get; init; }
}

/// <summary>All of them.</summary>
internal static class HostileFiles
{
    public static IReadOnlyDictionary<string, HostileFile> All { get; } =
        new[] { HostileTrees.All, HostileTables.All, HostileStreams.All, HostileContents.All, HostileFonts.All, HostileColors.All,
            HostilePictures.All }
            .SelectMany(files => files).ToDictionary(file => file.Name, StringComparer.Ordinal);
}
