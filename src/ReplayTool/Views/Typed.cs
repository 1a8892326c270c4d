using System.Collections.Immutable;
using DolibarrAgent.Resources;

namespace DolibarrAgent.ReplayTool;

/// <summary>What was asked for, as it was typed, for a view to repeat.</summary>
/// <param name="Paths">The changesets, or their folder; none where the command line was wrong.</param>
/// <param name="Language">The language of the reader.</param>
internal sealed record Typed(ImmutableArray<string> Paths, Language Language)
{
    /// <summary>The first; empty if there is none.</summary>
    public string Path => Paths is [var first, ..] ? first : "";

    /// <summary>All of them as a shell takes them.</summary>
    public string ForShell => string.Join(' ', Paths.Select(PlanFace.Quoted));

    /// <summary>Of a request, in a language where it names none.</summary>
    public static Typed Of(Request request, Language usual) =>
        new(request is Request.Batch { Paths: var paths } ? paths : [request.Path], request.Language ?? usual);
}
