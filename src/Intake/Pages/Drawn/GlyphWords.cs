using System.Collections.Immutable;
using System.Text;

namespace DolibarrAgent.Intake;

/// <summary>Puts the letters of a page together to words. What cannot be seen is left out.</summary>
internal static class GlyphWords
{
    // In sizes of the font. Spaces are seldom narrower than a fifth, letters that belong together seldom further apart.
    private const double Space = 0.19;
    private const double SameLine = 0.25;
    private const double Backwards = 0.6;
    private const double TwiceDrawn = 0.15;
    private const double Above = 0.74;
    private const double Below = 0.22;

    public static ImmutableArray<PageWord> Of(DrawnPage page)
    {
        var visible = page.Glyphs.Where(glyph => glyph.Sight != Sight.Hidden);
        return
        [
            .. visible.GroupBy(DegreesOf).SelectMany(turned => WordsOf([.. turned.Select(glyph => new Placed(glyph, turned.Key))], page.Height))
                .Where(word => word.Text.Length > 0),
        ];
    }

    // Of letters that are turned alike.
    private static IEnumerable<PageWord> WordsOf(List<Placed> letters, double height)
    {
        letters.Sort((a, b) => b.Y.CompareTo(a.Y));
        for (var first = 0; first < letters.Count;)
        {
            var end = first + 1;
            while (end < letters.Count && letters[first].Y - letters[end].Y <= SameLine * Math.Min(letters[first].Glyph.Size, letters[end].Glyph.Size))
            {
                end++;
            }
            foreach (var word in WordsOfLine(letters[first..end]))
            {
                yield return WordOf(word, height);
            }
            first = end;
        }
    }

    private static IEnumerable<List<Placed>> WordsOfLine(List<Placed> line)
    {
        line.Sort((a, b) => a.Left.CompareTo(b.Left));
        List<Placed> word = [];
        foreach (var letter in line)
        {
            // A letter that is drawn twice looks bold.
            if (word.FindLastIndex(other => IsTwice(other, letter)) is >= 0 and var at)
            {
                word[at] = letter.Glyph.Sight == Sight.Plain ? word[at] with { Glyph = word[at].Glyph with { Sight = Sight.Plain } } : word[at];
                continue;
            }
            if (word.Count > 0 && IsApart(word[^1], letter))
            {
                yield return word;
                word = [];
            }
            word.Add(letter);
        }
        if (word.Count > 0)
        {
            yield return word;
        }
    }

    private static bool IsTwice(Placed one, Placed other) =>
        one.Glyph.Text == other.Glyph.Text && Math.Abs(other.Left - one.Left) <= TwiceDrawn * Math.Min(one.Glyph.Size, other.Glyph.Size);

    private static bool IsApart(Placed before, Placed letter)
    {
        var (gap, size) = (letter.Left - before.Right, Math.Min(before.Glyph.Size, letter.Glyph.Size));
        // A space of another text may lie over these letters; one that was drawn between them counts, however narrow it is.
        return gap > Space * size || gap < -Backwards * size || (letter.Glyph.IsAfterSpace && letter.Glyph.Order == before.Glyph.Order + 1);
    }

    private static PageWord WordOf(List<Placed> letters, double height)
    {
        var text = new StringBuilder();
        foreach (var letter in letters)
        {
            text.Append(GlyphText.Of(letter.Glyph.Text, isLast: letter == letters[^1]));
        }
        var corners = letters.Select(letter => letter.Glyph).SelectMany(glyph => new[]
        {
            Along(glyph.Start, glyph.Up, Above), Along(glyph.End, glyph.Up, Above), Along(glyph.Start, glyph.Up, -Below), Along(glyph.End, glyph.Up, -Below),
        });
        var box = Boxes.Of(corners);
        return new PageWord(text.ToString(), new Box(box.Left, height - box.Bottom, box.Right, height - box.Top))
        {
            IsDoubtful = letters.Exists(letter => letter.Glyph.Sight != Sight.Plain),
        };
    }

    private static Spot Along(Spot from, Spot up, double part) => new(from.X + (part * up.X), from.Y + (part * up.Y));

    // How far it is turned to the left.
    private static int DegreesOf(Glyph glyph) =>
        ((int)Math.Round(Math.Atan2(glyph.Up.Y, glyph.Up.X) * 180 / Math.PI) + 270) % 360;

    /// <summary>A letter, turned back so that it stands upright.</summary>
    private sealed record Placed
    {
        public Placed(Glyph glyph, int degrees)
        {
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            Glyph = glyph;
            (Left, Y) = ((glyph.Start.X * cos) + (glyph.Start.Y * sin), (glyph.Start.Y * cos) - (glyph.Start.X * sin));
            Right = (glyph.End.X * cos) + (glyph.End.Y * sin);
        }

        public Glyph Glyph { get; init; }

        public double Left { get; }

        public double Right { get; }

        public double Y { get; }
    }
}
