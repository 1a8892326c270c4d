using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Desk;

/// <summary>What came of something that a page asked for. Closed.</summary>
internal abstract record Worked<T>
{
    private Worked() { }

    public sealed record Done(T Value) : Worked<T>;

    /// <param name="Problems">All that is in the way; never empty.</param>
    public sealed record Refused(ImmutableArray<Problem> Problems) : Worked<T>;
}

/// <summary>Makes one without its type being named.</summary>
internal static class Worked
{
    public static Worked<T> Done<T>(T value) => new Worked<T>.Done(value);
}
