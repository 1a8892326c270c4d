using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.Review;

/// <summary>A line for copying, such as a link or a command: however narrow the terminal is, nothing is put into it.</summary>
public sealed class UnbrokenLine(VisibleText text, Style? style = null) : Renderable
{
    private const string Indent = "   ";

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [new Segment(Indent), new Segment(text.ToString(), style ?? Style.Plain), Segment.LineBreak];
}
