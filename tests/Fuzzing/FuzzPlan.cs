using System;
using System.Collections.Generic;

namespace DolibarrAgent.Fuzzing;

/// <summary>What is tried on one reader.</summary>
/// <param name="Name">The reader's, in plain letters: failing inputs are written under it.</param>
/// <param name="Seeds">Sound inputs by name, from which the others are made.</param>
/// <param name="Mutate">Makes one from a seed. The same random numbers must give the same bytes.</param>
/// <param name="Try">Reads one. Any exception is a finding.</param>
internal sealed record FuzzPlan(
    string Name,
    IReadOnlyList<(string Name, byte[] Bytes)> Seeds,
    Func<byte[], Random, byte[]> Mutate,
    Action<string, byte[]> Try)
{
    /// <summary>Bytes that a reading may hold; more is a finding.</summary>
    public long MostBytes { get; init; } = 200_000_000;
}
