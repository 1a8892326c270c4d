using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>A word as labels are compared: small letters without accents. One word of a page may hold several:
/// <c>USt.-Id.-Nr.</c></summary>
/// <param name="Text">The letters and digits.</param>
/// <param name="Word">Index of the page's word in its row.</param>
/// <param name="Start">Its first character in the row's text.</param>
/// <param name="End">The first character behind it.</param>
internal sealed record LabelWord(string Text, int Word, int Start, int End);

/// <summary>Takes words apart into what labels are made of.</summary>
internal static class LabelWords
{
    // All the ways in which "number" is written.
    private static readonly ImmutableHashSet<string> Number =
        ["n", "no", "nr", "num", "nro", "number", "numero", "nummer", "numer"];

    /// <summary>The words of a phrase: of the table of labels, which is written as people write.</summary>
    public static ImmutableArray<string> Of(string phrase) => [.. In(phrase, 0, 0).Select(word => word.Text)];

    /// <summary>The words in one word of a page.</summary>
    /// <param name="text">As the page shows it.</param>
    /// <param name="word">Its index in the row.</param>
    /// <param name="start">Its first character in the row's text.</param>
    public static IEnumerable<LabelWord> In(string text, int word, int start)
    {
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isPart = i < text.Length && char.IsLetterOrDigit(text[i]) && text[i] is not ('º' or 'ª');
            if (isPart && from < 0)
            {
                from = i;
            }
            else if (!isPart && from >= 0)
            {
                yield return new(Fold(text[from..i]), word, start + from, start + i);
                from = -1;
            }

            if (i < text.Length && text[i] == '#')
            {
                yield return new("no", word, start + i, start + i + 1);
            }
        }
    }

    private static string Fold(string text)
    {
        var plain = PlainLetters.Of(text).ToLowerInvariant();
        return Number.Contains(plain) ? "no" : plain;
    }
}
