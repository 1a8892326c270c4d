using System.Collections.Immutable;

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
    public sealed record Invalid(ImmutableArray<Fault> Faults) : Checked<T>
    {
        /// <summary>A line for each fault.</summary>
        public override string ToString() => string.Join(Environment.NewLine, Faults);
    }

    /// <summary>The faults, or none.</summary>
    public ImmutableArray<Fault> AllFaults => this is Invalid invalid ? invalid.Faults : [];

    internal static Checked<T> Wrong(string code, string place, string message, string remedy) =>
        new Invalid([new Fault(code, place, message, remedy)]);
}
