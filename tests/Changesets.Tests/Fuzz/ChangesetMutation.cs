using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DolibarrAgent.Fuzzing;

namespace DolibarrAgent.Changesets.Tests.Fuzz;

/// <summary>Changesets that are still JSON, most of the time, and no longer what a recorder writes.</summary>
internal static partial class ChangesetMutation
{
    public static byte[] Of(byte[] bytes, Random random)
    {
        if (TextMutation.Of(bytes, random, Text) is not { } text)
        {
            return ByteMutation.Of(bytes, random);
        }

        return random.Next(10) switch
        {
            0 => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            1 => Encoding.Unicode.GetBytes(text),
            2 => NotUtf8(Encoding.UTF8.GetBytes(text), random),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private static string Text(string text, Random random) => random.Next(12) switch
    {
        0 or 1 => TextMutation.AtOne(Value(), text, random, _ => $": \"{Quoted(HostileText.Of(random))}\""),
        2 => TextMutation.AtOne(Value(), text, random, _ => ": " + Other(random)),
        3 => TextMutation.AtOne(Member(), text, random, m => m.Value + m.Value),
        4 => TextMutation.AtOne(Member(), text, random, _ => ""),
        5 => TextMutation.AtOne(Name(), text, random, m => $"\"{Quoted(HostileText.Of(random))}\":"),
        6 => Swapped(text, random),
        7 => TextMutation.AtOne(Value(), text, random, _ => ": " + Deep(random)),
        8 => TextMutation.AtOne(Digest(), text, random, m => random.Next(4) switch { 0 => m.Value.ToUpperInvariant(), 1 => m.Value[..^1], 2 => "../../../../../../etc/passwd", _ => new string('0', 64) }),
        9 => TextMutation.AtOne(Object(), text, random, m => string.Concat(Enumerable.Repeat(m.Value + ",", Math.Min(random.Next(2, 3000), 2_000_000 / m.Length))) + m.Value),
        10 => text + (random.Next(3) switch { 0 => text, 1 => "// end", _ => "\0" }),
        _ => TextMutation.AtOne(Object(), text, random, _ => Other(random)),
    };

    private static string Other(Random random) => random.Next(9) switch
    {
        0 => "null",
        1 => "1e400",
        2 => "-0",
        3 => "79228162514264337593543950336",
        4 => "\"\\ud800\"",
        5 => "[]",
        6 => "{}",
        7 => "true",
        _ => $"\"{new string('x', random.Next(2_000_000))}\"",
    };

    private static string Deep(Random random)
    {
        var depth = random.Next(3) == 0 ? random.Next(300_000) : random.Next(1, 60);
        var (open, close) = random.Next(2) == 0 ? ("[", "]") : ("{\"a\":", "}");
        return string.Concat(Enumerable.Repeat(open, depth)) + (random.Next(2) == 0 ? "1" + string.Concat(Enumerable.Repeat(close, depth)) : "");
    }

    private static string Swapped(string text, Random random)
    {
        var found = Member().Matches(text);
        if (found.Count < 2)
        {
            return text;
        }

        var at = random.Next(found.Count - 1);
        var (one, other) = (found[at], found[at + 1]);
        return text[..one.Index] + other.Value + text[(one.Index + one.Length)..other.Index] + one.Value + text[(other.Index + other.Length)..];
    }

    private static byte[] NotUtf8(byte[] bytes, Random random)
    {
        for (var i = random.Next(1, 10); i > 0 && bytes.Length > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(0x80, 0x100);
        }

        return bytes;
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder();
        foreach (var c in text)
        {
            quoted.Append(c is '"' or '\\' or < ' ' ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString());
        }

        return quoted.ToString();
    }

    [GeneratedRegex(": (\"[^\"]*\"|true|false|null|[0-9]+)")]
    private static partial Regex Value();

    [GeneratedRegex("^ *\"[A-Za-z0-9]+\": \"[^\"]*\",?\\n", RegexOptions.Multiline)]
    private static partial Regex Member();

    [GeneratedRegex("\"[A-Za-z0-9]+\":")]
    private static partial Regex Name();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();

    [GeneratedRegex("\\{[^{}]{0,2000}\\}")]
    private static partial Regex Object();
}
