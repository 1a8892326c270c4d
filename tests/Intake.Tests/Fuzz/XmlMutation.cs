using System.Text;
using System.Text.RegularExpressions;
using DolibarrAgent.Fuzzing;

namespace DolibarrAgent.Intake.Tests.Fuzz;

/// <summary>XML that is still XML, most of the time, and no longer the invoice that it was.</summary>
internal static partial class XmlMutation
{
    public static byte[] Of(byte[] bytes, Random random)
    {
        if (TextMutation.Of(bytes, random, Text) is not { } text)
        {
            return ByteMutation.Of(bytes, random);
        }

        return random.Next(12) switch
        {
            0 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            1 => Encoding.BigEndianUnicode.GetBytes(text),
            2 => Encoding.UTF32.GetBytes(text),
            3 => Encoding.Latin1.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private static string Text(string text, Random random) => random.Next(13) switch
    {
        0 or 1 => TextMutation.AtOne(Leaf(), text, random, m => $">{Escaped(HostileText.Of(random), random)}<"),
        2 => TextMutation.AtOne(Attribute(), text, random, m => $" {m.Groups[1].Value}=\"{Escaped(HostileText.Of(random), random).Replace("\"", "", StringComparison.Ordinal)}\""),
        3 => Renamed(text, random),
        4 => TextMutation.AtOne(Element(), text, random, _ => ""),
        5 => TextMutation.AtOne(Element(), text, random, m => string.Concat(Enumerable.Repeat(m.Value, random.Next(2, 4)))),
        6 => Swapped(text, random),
        7 => TextMutation.AtOne(Element(), text, random, m => string.Concat(Enumerable.Repeat(m.Value, Math.Min(random.Next(2, 3000), 2_000_000 / m.Length)))),
        8 => Nested(text, random),
        9 => TextMutation.AtOne(Tag(), text, random, m => $"{m.Value} a{random.Next(100)}=\"{new string('x', random.Next(300_000))}\""),
        10 => TextMutation.AtOne(Space(), text, random, m => $"{m.Groups[1].Value}\"{(random.Next(3) switch { 0 => "", 1 => m.Groups[2].Value + "x", _ => "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" })}\""),
        11 => random.Next(3) switch
        {
            0 => $"<!DOCTYPE a [<!ENTITY x \"y\">]>{Body(text)}",
            1 => $"<?xml version=\"1.{random.Next(3)}\" encoding=\"{(random.Next(2) == 0 ? "utf-7" : "utf-16")}\"?>{Body(text)}",
            _ => text + Body(text),
        },
        _ => TextMutation.AtOne(Leaf(), text, random, m => $"><!--x--><![CDATA[{m.Groups[1].Value}]]><?p q?><"),
    };

    // A whole element under the name of another one: both tags, or it would only be broken.
    private static string Renamed(string text, Random random)
    {
        var found = Tag().Matches(text);
        var other = found.Count == 0 ? "a" : found[random.Next(found.Count)].Groups[1].Value;
        return TextMutation.AtOne(Element(), text, random, m => $"<{other}{m.Value[(m.Groups[1].Length + 1)..^(m.Groups[1].Length + 1)]}{other}>");
    }

    private static string Nested(string text, Random random)
    {
        var depth = random.Next(4) == 0 ? random.Next(100_000) : random.Next(1, 120);
        return TextMutation.AtOne(Element(), text, random, m => string.Concat(Enumerable.Repeat("<a>", depth)) + m.Value + string.Concat(Enumerable.Repeat("</a>", depth)));
    }

    private static string Swapped(string text, Random random)
    {
        var found = Element().Matches(text);
        if (found.Count < 2)
        {
            return text;
        }

        var (one, other) = (found[random.Next(found.Count)], found[random.Next(found.Count)]);
        (one, other) = one.Index < other.Index ? (one, other) : (other, one);
        return one.Index + one.Length > other.Index
            ? text
            : string.Concat(text.AsSpan(0, one.Index), other.Value, text.AsSpan(one.Index + one.Length, other.Index - one.Index - one.Length)) + one.Value + text[(other.Index + other.Length)..];
    }

    private static string Body(string text) => Declaration().Replace(text, "", 1);

    private static string Escaped(string text, Random random) => random.Next(8) == 0 ? text : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    [GeneratedRegex(">([^<>]+)<")]
    private static partial Regex Leaf();

    [GeneratedRegex("\\s([A-Za-z:]+)=\"[^\"]*\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("<([A-Za-z:]+)")]
    private static partial Regex Tag();

    [GeneratedRegex("<([A-Za-z:]+)(?:\\s[^<>]*)?>(?:(?!</?\\1[\\s>]).){0,4000}?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Element();

    [GeneratedRegex("(xmlns(?::[a-z]+)?=)\"([^\"]*)\"")]
    private static partial Regex Space();

    [GeneratedRegex("^\\s*<\\?xml[^>]*\\?>")]
    private static partial Regex Declaration();
}
