using System;

namespace DolibarrAgent.Fuzzing;

/// <summary>The ways in which any file goes wrong.</summary>
internal static class ByteMutation
{
    public static byte[] Of(byte[] bytes, Random random) => bytes.Length == 0 ? bytes : random.Next(6) switch
    {
        0 => bytes[..random.Next(bytes.Length)],
        1 => Noise(bytes, random),
        2 => Without(bytes, random),
        3 => Doubled(bytes, random),
        4 => OtherWords(bytes, random),
        _ => OtherDigits(bytes, random),
    };

    private static byte[] Noise(byte[] bytes, Random random)
    {
        var changed = bytes.AsSpan().ToArray();
        for (var i = random.Next(1, 20); i > 0; i--)
        {
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        }

        return changed;
    }

    private static byte[] Without(byte[] bytes, Random random)
    {
        var (start, length) = Span(bytes, random);
        return [.. bytes[..start], .. bytes[(start + length)..]];
    }

    private static byte[] Doubled(byte[] bytes, Random random)
    {
        var (start, length) = Span(bytes, random);
        var into = random.Next(bytes.Length);
        return [.. bytes[..into], .. bytes[start..(start + length)], .. bytes[into..]];
    }

    // Lengths and counts of binary formats: four bytes that say nothing, all, or the sign.
    private static byte[] OtherWords(byte[] bytes, Random random)
    {
        var changed = bytes.AsSpan().ToArray();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(changed.Length);
            var word = random.Next(5) switch { 0 => 0, 1 => -1, 2 => int.MaxValue, 3 => int.MinValue, _ => random.Next() };
            for (var b = 0; b < 4 && at + b < changed.Length; b++)
            {
                changed[at + b] = (byte)(word >> (8 * b));
            }
        }

        return changed;
    }

    // Lengths, offsets, amounts and references are what readers trust most.
    private static byte[] OtherDigits(byte[] bytes, Random random)
    {
        var changed = bytes.AsSpan().ToArray();
        for (var i = random.Next(1, 30); i > 0; i--)
        {
            var digit = Array.FindIndex(changed, random.Next(changed.Length), b => b is >= (byte)'0' and <= (byte)'9');
            if (digit >= 0)
            {
                changed[digit] = (byte)('0' + random.Next(10));
            }
        }

        return changed;
    }

    private static (int Start, int Length) Span(byte[] bytes, Random random)
    {
        var start = random.Next(bytes.Length);
        return (start, Math.Min(random.Next(2000), bytes.Length - start));
    }
}
