using System.Collections.Immutable;
using System.Text;

namespace DolibarrAgent.Review;

/// <summary>
/// A dictionary in the bytes of a PDF (ISO 32000-1, 7.2 and 7.3), as its tokens: names as they are meant, texts as nothing
/// but that there is one.
/// </summary>
/// <param name="Tokens">From <c>&lt;&lt;</c> to the matching <c>&gt;&gt;</c>.</param>
/// <param name="End">Where it ends.</param>
internal sealed record PdfDictionary(ImmutableArray<string> Tokens, int End)
{
    private const string Text = "()";

    public bool Has(string name) => Tokens.Contains(name);

    /// <summary>The dictionary that begins at this place, behind blanks and comments; null if there is none, or it does not end.</summary>
    public static PdfDictionary? At(byte[] pdf, int from)
    {
        var tokens = ImmutableArray.CreateBuilder<string>();
        var depth = 0;
        var at = from;
        do
        {
            at = Behind(pdf, at);
            if (at >= pdf.Length || Token(pdf, at) is not var (token, length) || (tokens.Count == 0 && token != "<<"))
            {
                return null;
            }
            depth += token switch { "<<" => 1, ">>" => -1, _ => 0 };
            tokens.Add(token);
            at += length;
        }
        while (depth > 0);
        return new PdfDictionary(tokens.ToImmutable(), at);
    }

    /// <summary>The place of the first byte that is neither a blank nor in a comment.</summary>
    public static int Behind(byte[] pdf, int at)
    {
        for (; at < pdf.Length; at++)
        {
            if (pdf[at] == '%')
            {
                var line = pdf.AsSpan(at).IndexOfAny((byte)'\r', (byte)'\n');
                at = line < 0 ? pdf.Length - 1 : at + line;
            }
            else if (!IsBlank(pdf[at]))
            {
                return at;
            }
        }
        return at;
    }

    private static bool IsBlank(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static PdfToken? Token(byte[] pdf, int at)
    {
        var rest = pdf.AsSpan(at);
        return rest switch
        {
            [(byte)'<', (byte)'<', ..] => new("<<", 2),
            [(byte)'>', (byte)'>', ..] => new(">>", 2),
            [(byte)'<', ..] => rest.IndexOf((byte)'>') is > 0 and var end ? new(Text, end + 1) : null,
            [(byte)'(', ..] => TextLength(rest) is { } length ? new(Text, length) : null,
            [(byte)'/', ..] => PdfNames.Length(rest[1..]) is var length ? new("/" + PdfNames.Decoded(rest.Slice(1, length)), length + 1) : null,
            [(byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)')' or (byte)'>', ..] => new(((char)rest[0]).ToString(), 1),
            _ => Math.Max(1, PdfNames.Length(rest)) is var length ? new(Encoding.Latin1.GetString(rest[..length]), length) : null,
        };
    }

    /// <summary>To its last bracket: those inside come in pairs, or behind a backslash.</summary>
    private static int? TextLength(ReadOnlySpan<byte> text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
            at += text[at] == '\\' ? 1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }
        return null;
    }

    private sealed record PdfToken(string Token, int Length);
}
