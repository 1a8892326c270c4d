using System.Buffers;
using System.Globalization;
using System.Text;

namespace DolibarrAgent.Changesets;

/// <summary>
/// JSON in the spacing of a format: two spaces, line feeds. Our own, as <see cref="JsonText"/> is: the platform's writer
/// promises no bytes, and one that indents otherwise would make every changeset unreadable.
/// </summary>
internal sealed class SpacedJson(IBufferWriter<byte> bytes, ChangesetFormat format)
{
    private int depth;
    private bool isFirst = true;

    /// <summary>Begins an object or an array, as the value of the name before it or as an item of its own.</summary>
    public void Open(char bracket)
    {
        Append([bracket]);
        depth++;
        isFirst = true;
    }

    public void Close(char bracket)
    {
        depth--;
        if (!isFirst)
        {
            Line();
        }
        Append([bracket]);
        isFirst = false;
    }

    /// <summary>The place of the next item of an array, or of the next name of an object.</summary>
    public void Next()
    {
        if (!isFirst)
        {
            Append(",");
        }
        Line();
        isFirst = false;
    }

    public void Name(string name)
    {
        Next();
        Append(format == ChangesetFormat.First ? JsonText.QuoteAsAscii(name) : JsonText.Quote(name));
        Append(": ");
    }

    public void Text(string value) => Append(JsonText.Quote(value));

    public void Number(long value) => Append(value.ToString(CultureInfo.InvariantCulture));

    public void Flag(bool value) => Append(value ? "true" : "false");

    /// <summary>A whole array of texts.</summary>
    public void Texts(IEnumerable<string> values)
    {
        var quoted = values.Select(JsonText.Quote).ToList();
        Append("[");
        Append(string.Join(format == ChangesetFormat.First ? "," : ", ", quoted));
        if (format == ChangesetFormat.First && quoted.Count > 0)
        {
            Line();
        }
        Append("]");
    }

    private void Line()
    {
        Append("\n");
        for (var i = 0; i < depth; i++)
        {
            Append("  ");
        }
    }

    private void Append(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, bytes);
}
