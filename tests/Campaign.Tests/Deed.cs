using CsCheck;

namespace DolibarrAgent.Campaign.Tests;

/// <summary>One thing that happens in a history. Closed.</summary>
internal abstract record Deed
{
    private Deed() { }

    /// <summary>Somebody runs <c>replay --confirm</c>.</summary>
    /// <param name="DiesAt">The step at which its process dies; 0 where it lives.</param>
    /// <param name="Seed">Decides which calls go wrong, and how.</param>
    /// <param name="Percent">How many of a hundred calls go wrong.</param>
    public sealed record Run(int DiesAt, int Seed, int Percent) : Deed;

    /// <summary>Somebody does something on prod by hand.</summary>
    public sealed record ByHand(HandWork Work) : Deed;

    public static Gen<Deed[]> Histories { get; } = Gen.OneOf(
        Gen.Select(Gen.Int[0, 30], Gen.Int[1, 1_000_000], OneOf(0, 0, 4, 15), (step, seed, percent) => (Deed)new Run(step, seed, percent)),
        Gen.Select(Gen.Int[1, 26], Gen.Int[1, 1_000_000], OneOf(0, 8), (step, seed, percent) => (Deed)new Run(step, seed, percent)),
        OneOf(Enum.GetValues<HandWork>()).Select(work => (Deed)new ByHand(work))).Array[1, 3];

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}

/// <summary>What a person may do on prod by hand.</summary>
internal enum HandWork
{
    /// <summary>Another phone number for the known supplier.</summary>
    Phone,

    /// <summary>The very number that the changeset would give it.</summary>
    SamePhone,

    /// <summary>The supplier that the changeset would make.</summary>
    Supplier,

    /// <summary>A new name for the supplier that the changeset made.</summary>
    Rename,

    /// <summary>One more line on the draft that the changeset made.</summary>
    Line,

    /// <summary>Validates the draft that the changeset made.</summary>
    Validate,

    /// <summary>Deletes the draft that the changeset made, once a replay has said that it is there.</summary>
    Delete,
}
