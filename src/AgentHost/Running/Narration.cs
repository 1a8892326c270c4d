using System.Text;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// What a model says and does, as it happens. Its words stand indented, so that no line of them can be taken for one of
/// ours, and pass word by word through the one function that makes the invisible visible.
/// </summary>
/// <param name="width">Where lines are broken; null where no terminal shows them.</param>
internal sealed class Narration(TextWriter output, int? width)
{
    private const string Indent = "  ";
    private const int LongestWord = 400;

    private readonly StringBuilder word = new();
    private int column;

    /// <summary>A piece of the model's words, as it came: a word may end in the next one.</summary>
    public void Say(string piece)
    {
        foreach (var c in piece)
        {
            if (c is '\n' or ' ' or '\t' or '\r' || word.Length >= LongestWord)
            {
                EndWord();
            }
            if (c == '\n')
            {
                EndLine();
            }
            else if (c is not (' ' or '\t' or '\r'))
            {
                word.Append(c);
            }
        }
        output.Flush();
    }

    /// <summary>It has said its piece.</summary>
    public void Pause()
    {
        EndWord();
        EndLine();
    }

    public void Called(ToolCall call) => Line($"> {CallLine.Of(call)}");

    public void Answered(string result) => Line($"< {CallLine.OfResult(result)}");

    /// <summary>A line of this program's own. Where it is longer than the terminal is wide, what follows is indented: it holds words from outside too.</summary>
    public void Line(string line)
    {
        Pause();
        var first = Math.Min(line.Length, width ?? line.Length);
        output.WriteLine(line[..first]);
        for (var at = first; at < line.Length;)
        {
            var next = Math.Min(line.Length - at, width!.Value - (2 * Indent.Length));
            output.WriteLine($"{Indent}{Indent}{line.AsSpan(at, next)}");
            at += next;
        }
    }

    private void EndWord()
    {
        if (word.Length == 0)
        {
            return;
        }
        var shown = Shown.Line(word.ToString());
        word.Clear();
        if (column > 0 && column + 1 + shown.Length >= width)
        {
            EndLine();
        }
        output.Write(column == 0 ? Indent : " ");
        output.Write(shown);
        column += shown.Length + (column == 0 ? Indent.Length : 1);
    }

    private void EndLine()
    {
        if (column > 0)
        {
            output.WriteLine();
        }
        column = 0;
    }
}
