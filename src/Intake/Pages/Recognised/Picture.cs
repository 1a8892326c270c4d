using System.Globalization;
using System.Text;

namespace DolibarrAgent.Intake;

/// <summary>A grey picture, a byte for each dot, row by row from the top.</summary>
internal sealed record Picture(int Width, int Height, ReadOnlyMemory<byte> Dots)
{
    private const int LongestHead = 64;

    /// <summary>Of the form in which <c>pdftoppm</c> writes it (PGM, P5); null where it is not of that form.</summary>
    public static Picture? Of(ReadOnlyMemory<byte> pgm)
    {
        var head = Encoding.ASCII.GetString(pgm.Span[..Math.Min(pgm.Length, LongestHead)]).Split('\n', 4);
        if (head is not ["P5", var size, "255", ..] || size.Split(' ') is not [var first, var second]
            || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            || !int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            || width < 1 || height < 1)
        {
            return null;
        }
        var start = "P5\n".Length + size.Length + "\n255\n".Length;
        return pgm.Length - start == (long)width * height ? new(width, height, pgm[start..]) : null;
    }

    /// <summary>Whether there is nothing on it: all dots are nearly the same.</summary>
    public bool IsEmpty
    {
        get
        {
            const int Noise = 24;
            var (darkest, brightest) = (byte.MaxValue, byte.MinValue);
            foreach (var dot in Dots.Span)
            {
                (darkest, brightest) = (Math.Min(darkest, dot), Math.Max(brightest, dot));
            }
            return brightest - darkest < Noise;
        }
    }

    /// <summary>The same form, to be read by <c>tesseract</c>.</summary>
    public ReadOnlyMemory<byte> ToPgm()
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n"));
        var pgm = new byte[head.Length + Dots.Length];
        head.CopyTo(pgm, 0);
        Dots.CopyTo(pgm.AsMemory(head.Length));
        return pgm;
    }

    /// <summary>Turned to the right by a quarter, so many times.</summary>
    public Picture Turned(int quarters) => (quarters % 4) switch
    {
        0 => this,
        1 => TurnedOnce(),
        var more => TurnedOnce().Turned(more - 1),
    };

    private Picture TurnedOnce()
    {
        var from = Dots.Span;
        var to = new byte[Dots.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                to[(x * Height) + (Height - 1 - y)] = from[(y * Width) + x];
            }
        }
        return new(Height, Width, to);
    }
}
