namespace DolibarrAgent.Intake.Tests.Fuzz;

/// <summary>One of the ways in which files go wrong.</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] bytes, Random random) => random.Next(5) switch
    {
        0 => bytes[..random.Next(bytes.Length)],
        1 => Noise(bytes, random),
        2 => Without(bytes, random),
        3 => Doubled(bytes, random),
        _ => OtherDigits(bytes, random),
    };

    private static byte[] Noise(byte[] bytes, Random random)
    {
        var changed = bytes.ToArray();
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

    // Lengths, offsets, amounts and references are what readers trust most.
    private static byte[] OtherDigits(byte[] bytes, Random random)
    {
        var changed = bytes.ToArray();
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
