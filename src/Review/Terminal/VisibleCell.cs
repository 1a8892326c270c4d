using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.Review;

/// <summary>
/// Visible text in a cell of whatever width. Lines break at blanks; within a word only where it is too long for a whole
/// line, and then with a sign at the end, so that no two texts break into the same lines.
/// </summary>
public sealed class VisibleCell(VisibleText text, Style? style = null) : Renderable
{
    private static readonly Style MarkStyle = new(Color.Grey);
    private readonly Style data = style ?? Style.Plain;

    /// <summary>Read once: a table asks for the width of each cell several times.</summary>
    private List<List<Segment>>? words;
    private Measurement? whole;

    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        whole ??= Whole();
        return new Measurement(Math.Min(whole.Value.Min, maxWidth), Math.Min(whole.Value.Max, maxWidth));
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        ArgumentNullException.ThrowIfNull(options);
        var lines = Lines(Math.Max(maxWidth, 2));
        for (var i = 0; i < lines.Count; i++)
        {
            if (options.Justification == Justify.Right)
            {
                yield return Segment.Padding(Math.Max(0, maxWidth - Width(lines[i])));
            }
            foreach (var segment in lines[i])
            {
                yield return segment;
            }
            if (i < lines.Count - 1)
            {
                yield return Segment.LineBreak;
            }
        }
    }

    private List<List<Segment>> Lines(int width)
    {
        List<List<Segment>> lines = [[]];
        foreach (var word in Words())
        {
            var used = Width(lines[^1]);
            if (used > 0 && used + 1 + Width(word) <= width)
            {
                var before = lines[^1][^1].Style;
                lines[^1].Add(new Segment(" ", before.Equals(word[0].Style) ? before : Style.Plain));
            }
            else if (used > 0)
            {
                lines.Add([]);
            }
            Append(lines, word, width);
        }
        return lines;
    }

    private static void Append(List<List<Segment>> lines, List<Segment> word, int width)
    {
        var used = Width(lines[^1]);
        if (used + Width(word) <= width)
        {
            lines[^1].AddRange(word);
            return;
        }
        foreach (var (rune, style) in word.SelectMany(segment => segment.Text.EnumerateRunes().Select(rune => (rune, segment.Style))))
        {
            var one = new Segment(rune.ToString(), style);
            if (used + Cells(one) > width - 1)
            {
                lines[^1].Add(new Segment(Unseen.Broken.ToString(), MarkStyle));
                lines.Add([]);
                used = 0;
            }
            lines[^1].Add(one);
            used += Cells(one);
        }
    }

    private Measurement Whole()
    {
        var widths = Words().Select(Width).DefaultIfEmpty(0).ToList();
        return new Measurement(widths.Max(), widths.Sum() + widths.Count - 1);
    }

    private List<List<Segment>> Words() => words ??= Split();

    /// <summary>What stands between blanks, each in the styles of its voices.</summary>
    private List<List<Segment>> Split()
    {
        List<List<Segment>> found = [[]];
        foreach (var part in text.Parts)
        {
            var pieces = part.Text.Split(' ');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0)
                {
                    found.Add([]);
                }
                if (pieces[i].Length > 0)
                {
                    found[^1].Add(new Segment(pieces[i], part.By == Voice.Mark ? MarkStyle : data));
                }
            }
        }
        return [.. found.Where(word => word.Count > 0)];
    }

    private static int Width(List<Segment> line)
    {
        var width = 0;
        foreach (var segment in line)
        {
            width += Cells(segment);
        }
        return width;
    }

    /// <summary>A letter of ASCII is a cell; of all others the library knows.</summary>
    private static int Cells(Segment segment) => System.Text.Ascii.IsValid(segment.Text) ? segment.Text.Length : segment.CellCount();
}
