namespace DolibarrAgent.Simulator;

/// <summary>
/// Two numbers that look random, drawn from a seed and a request's number alone. The mixing is that of SplitMix64
/// (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014), so that neighbours differ.
/// </summary>
internal readonly record struct SeededChoice(double Share, ulong Kind)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    public static SeededChoice Of(long seed, int number)
    {
        var first = Mixed(Mixed(unchecked((ulong)seed)) + unchecked((ulong)number * Golden));
        return new((first >> 11) * (1.0 / (1UL << 53)), Mixed(first));
    }

    public int Among(int kinds) => (int)(Kind % (ulong)kinds);

    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value += Golden;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
