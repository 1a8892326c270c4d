using System.Buffers;
using System.Globalization;
using System.Text;

namespace DolibarrAgent.Review;

/// <summary>JSON for people's eyes, such as a log that somebody prints to a terminal.</summary>
public static class VisibleJson
{
    /// <summary>
    /// The same JSON with every character that is not seen, or that a terminal obeys, as its escape (<c>\u202e</c>). A
    /// writer of JSON escapes those below U+0020 by itself and leaves the others. What is read from it is what was written.
    /// </summary>
    /// <param name="json">One line of it, without the line's end.</param>
    public static string Of(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var written = new StringBuilder(json.Length);
        for (var at = 0; at < json.Length;)
        {
            var isWhole = Rune.DecodeFromUtf16(json.AsSpan(at), out var rune, out var length) == OperationStatus.Done;
            if (isWhole && !Unseen.IsUnseen(rune))
            {
                written.Append(json, at, length);
            }
            else
            {
                foreach (var unit in json.AsSpan(at, length))
                {
                    written.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
                }
            }
            at += length;
        }
        return written.ToString();
    }
}
