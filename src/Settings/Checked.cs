using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>What checking a value gave: the value, or everything that is wrong with it, at once.</summary>
/// <typeparam name="T">The checked value.</typeparam>
public abstract record Checked<T>
{
    private Checked()
    {
    }

    /// <summary>Nothing is wrong with it.</summary>
    public sealed record Valid(T Value) : Checked<T>;

    /// <summary>All that is wrong with it, in the order of reading; never empty.</summary>
    public sealed record Invalid(ImmutableArray<Problem> Problems) : Checked<T>
    {
        /// <summary>A line for each problem.</summary>
        public override string ToString() => string.Join(Environment.NewLine, Problems);
    }

    /// <summary>The problems, or none.</summary>
    public ImmutableArray<Problem> AllProblems => this is Invalid invalid ? invalid.Problems : [];

    internal static Checked<T> Wrong(ProblemCode code, string place, string message, string? remedy = null) =>
        new Invalid([new Problem(code, place, message, remedy ?? code.Remedy)]);
}
