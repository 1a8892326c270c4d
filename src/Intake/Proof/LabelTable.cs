using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>The phrases by which invoices of six languages announce their values: <c>Labels/*.txt</c>, one file a language, one line a
/// kind.</summary>
internal static class LabelTable
{
    /// <summary>English, in which the month may stand before the day.</summary>
    public const string English = "en";

    /// <summary>French.</summary>
    public const string French = "fr";

    private static readonly ImmutableArray<string> Languages = [French, English, "de", "nl", "es", "it"];

    private static readonly FrozenDictionary<string, ImmutableArray<LabelPhrase>> ByFirstWord = Languages
        .SelectMany(Read)
        .GroupBy(phrase => phrase.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length)
            .ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The longest phrases that begin at a word: of one length, a kind at most once for each language.</summary>
    /// <param name="words">Of one cell.</param>
    /// <param name="at">Index of the word.</param>
    public static ImmutableArray<LabelPhrase> At(ReadOnlySpan<LabelWord> words, int at)
    {
        if (!ByFirstWord.TryGetValue(words[at].Text, out var phrases))
        {
            return [];
        }

        var fitting = new List<LabelPhrase>();
        foreach (var phrase in phrases)
        {
            if (phrase.Kind < LabelKind.LineText && Fits(phrase, words, at))
            {
                fitting.Add(phrase);
            }
        }

        return [.. fitting.TakeWhile(phrase => phrase.Words.Length == fitting[0].Words.Length)];
    }

    /// <summary>The longest title that begins at a word, whatever else the words may announce; null where there is none.</summary>
    public static LabelPhrase? TitleAt(ReadOnlySpan<LabelWord> words, int at) => First(words, at, kind =>
        kind is LabelKind.Invoice or LabelKind.CreditNote or LabelKind.Deposit or LabelKind.OtherTitle or LabelKind.ReferredTitle);

    /// <summary>The longest head of a column of lines that begins at a word; null where there is none.</summary>
    public static LabelPhrase? ColumnAt(ReadOnlySpan<LabelWord> words, int at) => First(words, at, kind => kind >= LabelKind.LineText);

    private static LabelPhrase? First(ReadOnlySpan<LabelWord> words, int at, Func<LabelKind, bool> isWanted)
    {
        if (ByFirstWord.TryGetValue(words[at].Text, out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (isWanted(phrase.Kind) && Fits(phrase, words, at))
                {
                    return phrase;
                }
            }
        }

        return null;
    }

    private static bool Fits(LabelPhrase phrase, ReadOnlySpan<LabelWord> words, int at)
    {
        if (at + phrase.Words.Length > words.Length)
        {
            return false;
        }

        for (var i = 1; i < phrase.Words.Length; i++)
        {
            if (words[at + i].Text != phrase.Words[i])
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<LabelPhrase> Read(string language)
    {
        using var stream = typeof(LabelTable).Assembly.GetManifestResourceStream($"Labels.{language}.txt")
            ?? throw new InvalidOperationException($"The labels of the language {language} are not built in.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var kind = Enum.Parse<LabelKind>(line.AsSpan(0, colon));
            foreach (var phrase in line[(colon + 1)..].Split('|'))
            {
                yield return new(kind, language, LabelWords.Of(phrase));
            }
        }
    }
}

/// <summary>A phrase that announces something, as words to compare.</summary>
/// <param name="Kind">What it announces.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Words">In order.</param>
internal sealed record LabelPhrase(LabelKind Kind, string Language, ImmutableArray<string> Words);
