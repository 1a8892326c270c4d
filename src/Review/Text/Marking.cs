using System.Buffers;
using System.Globalization;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>One walk over a text: what can be seen stays, what cannot is named in ⟨ ⟩.</summary>
internal sealed class Marking
{
    private const int AccentsOnALetter = 2;
    private const char BlankSpelled = '␣';

    private readonly List<VisiblePart> parts = [];
    private readonly MarkWords words;
    private readonly WordScripts word;
    private Suspicion suspicion;
    private int accents;
    private bool hasLetterBefore;

    private Marking(string text, MarkWords words) => (this.words, word) = (words, new WordScripts(text, words));

    public static VisibleText Of(string text, MarkWords words)
    {
        var marking = new Marking(text, words);
        for (var at = 0; at < text.Length;)
        {
            at += marking.Next(text.AsSpan(at), at);
        }
        marking.EndWord();
        return new VisibleText(marking.parts, marking.suspicion);
    }

    public static VisiblePart Word(string words) => new($"{Unseen.Open}{words}{Unseen.Close}", Voice.Mark);

    /// <summary>Takes what stands first in the rest; returns how many characters that was.</summary>
    private int Next(ReadOnlySpan<char> rest, int at)
    {
        if (rest[0] == ' ')
        {
            return Blanks(rest, at);
        }
        if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done)
        {
            Mark(words.HalfACharacter($"U+{(int)rest[0]:X4}"), Suspicion.Hidden);
            return 1;
        }
        if (Unseen.TagText(rest) is { Length: > 0 } tags)
        {
            Spell(tags);
            return tags.Length * 2;
        }
        if (IsAccentTooMany(rune) || Unseen.NameOf(rune, words) is not null)
        {
            return Named(rest, rune, length);
        }
        Show(rune);
        return length;
    }

    private void Show(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
        {
            accents++;
        }
        else
        {
            if (!Rune.IsLetterOrDigit(rune) && LetterScripts.Of(rune) is null)
            {
                EndWord();
            }
            (accents, hasLetterBefore) = (0, true);
        }
        word.Add(rune);
        parts.Add(new VisiblePart(rune.ToString(), Voice.Data));
    }

    private int Named(ReadOnlySpan<char> rest, Rune rune, int length)
    {
        var name = Unseen.NameOf(rune, words) ?? Unseen.CodeOf(rune);
        var times = 1;
        while (rest.Length >= (times + 1) * length && rest.Slice(times * length, length).SequenceEqual(rest[..length]))
        {
            times++;
        }
        Mark(times == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ×{times}"), Unseen.SuspicionOf(rune));
        return times * length;
    }

    private int Blanks(ReadOnlySpan<char> rest, int at)
    {
        var length = rest.IndexOfAnyExcept(' ') is var end and >= 0 ? end : rest.Length;
        EndWord();
        if (length == 1 && at > 0 && rest.Length > 1)
        {
            parts.Add(new VisiblePart(" ", Voice.Data));
            hasLetterBefore = false;
        }
        else
        {
            Mark(words.Spaces(length), Suspicion.None);
        }
        return length;
    }

    private void Mark(string name, Suspicion reason)
    {
        // What hides within a word does not end it: the letters on both sides are still read as one.
        if (reason == Suspicion.None)
        {
            EndWord();
        }
        parts.Add(Word(name));
        suspicion |= reason;
        (accents, hasLetterBefore) = (0, false);
    }

    /// <summary>A sender's word, as data; its blanks as a sign that no tag character spells, for several would be lost.</summary>
    private void Spell(string tags)
    {
        var (before, after) = words.TagCharacters;
        parts.AddRange([new VisiblePart($"{Unseen.Open}{before}", Voice.Mark), new VisiblePart(tags.Replace(' ', BlankSpelled), Voice.Data), new VisiblePart($"{after}{Unseen.Close}", Voice.Mark)]);
        suspicion |= Suspicion.Hidden;
        (accents, hasLetterBefore) = (0, false);
    }

    private void EndWord()
    {
        if (word.End() is { } odd)
        {
            parts.Add(Word(odd.Name));
            suspicion |= odd.Suspicion;
            hasLetterBefore = false;
        }
    }

    /// <summary>An accent without a letter would sit on what is ours; one letter with a heap of them runs over other lines.</summary>
    private bool IsAccentTooMany(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark && (!hasLetterBefore || accents >= AccentsOnALetter);
}
