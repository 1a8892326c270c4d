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

    /// <summary>A line of this program's own.</summary>
    public void Line(string line)
    {
        Pause();
        output.WriteLine(line);
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
