namespace DolibarrAgent.Changesets;

/// <summary>The header of a file in a tar.</summary>
public static class TarHead
{
    /// <summary>How long a header is, and what the length of each file is rounded up to.</summary>
    public const int Block = 512;

    /// <summary>Whether a file begins with one: its sum is written in it, and hardly anything else has that.</summary>
    public static bool Begins(ReadOnlySpan<byte> file)
    {
        if (file.Length < Block || file[0] == 0 || Number(file.Slice(148, 8)) is not { } stated)
        {
            return false;
        }

        var sum = 8L * ' ';
        for (var i = 0; i < Block; i++)
        {
            sum += i is >= 148 and < 156 ? 0 : file[i];
        }

        return sum == stated;
    }

    /// <summary>A number in it: octal digits between blanks and zeros. Null where it is binary, as a size of more than eight gigabytes is.</summary>
    public static long? Number(ReadOnlySpan<byte> field)
    {
        var digits = field.Trim(" \0"u8);
        var number = 0L;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7')
            {
                return null;
            }

            number = (number * 8) + (digit - '0');
        }

        return digits.IsEmpty ? 0 : number;
    }
}
