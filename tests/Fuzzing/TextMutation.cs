using System;
using System.Text;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Fuzzing;

/// <summary>Changes to what is still a text of its format.</summary>
internal static class TextMutation
{
    /// <summary>The text after one to three changes; now and then the bytes are damaged instead, and there is no text.</summary>
    public static string? Of(byte[] bytes, Random random, Func<string, Random, string> change)
    {
        if (random.Next(3) == 0)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            text = change(text, random);
        }

        return text;
    }

    /// <summary>Changes the first match behind a place that chance names.</summary>
    public static string AtOne(Regex where, string text, Random random, Func<Match, string> change)
    {
        var match = where.Match(text, random.Next(text.Length + 1));
        match = match.Success ? match : where.Match(text);
        return match.Success ? string.Concat(text.AsSpan(0, match.Index), change(match), text.AsSpan(match.Index + match.Length)) : text;
    }
}
