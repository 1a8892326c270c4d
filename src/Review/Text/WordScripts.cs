using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>The scripts of the word that is being read. Latin with Cyrillic in one word is how a name is made to look like another.</summary>
internal sealed class WordScripts
{
    private const int NamedLetters = 4;

    private readonly string? lookAlike;
    private readonly string? wholly;
    private readonly SortedSet<string> scripts = new(StringComparer.Ordinal);
    private readonly List<Rune> strange = [];
    private readonly MarkWords words;
    private bool looksLatin = true;

    public WordScripts(string text, MarkWords words) => (lookAlike, wholly, this.words) = (LetterScripts.AllLookAlike(text), LetterScripts.Wholly(text), words);

    public void Add(Rune rune)
    {
        if (LetterScripts.Of(rune) is not { } script)
        {
            return;
        }
        scripts.Add(script);
        if (script != LetterScripts.Latin)
        {
            looksLatin &= LetterScripts.LooksLatin(rune);
            strange.Add(rune);
        }
    }

    /// <summary>Ends the word; what is odd about it, or null.</summary>
    public WordMark? End()
    {
        var found = scripts.Count > 1
            ? new WordMark(words.TwoScripts(scripts, Letters()), Suspicion.MixedScripts)
            : scripts.Count == 1 && strange.Count > 0 ? OfOne(scripts.Min!) : null;
        scripts.Clear();
        strange.Clear();
        looksLatin = true;
        return found;
    }

    /// <summary>A whole name that could be a Latin one may be an honest word: it is marked, and what it resembles is for the findings.</summary>
    private WordMark? OfOne(string script) =>
        LetterScripts.IsStyle(script) ? new WordMark(words.Styled(script, Letters()), Suspicion.MixedScripts)
        : looksLatin && strange.Count > 1 && script == lookAlike ? new WordMark(words.LooksLatin(script, Letters()), Suspicion.MixedScripts)
        : script == wholly && strange.Count > 1 ? new WordMark(words.LooksLatin(script, Letters()), Suspicion.None)
        : null;

    private string Letters()
    {
        var letters = strange.Distinct().Select(Unseen.CodeOf).ToList();
        return letters.Count <= NamedLetters
            ? string.Join(' ', letters)
            : words.AndMore(string.Join(' ', letters.Take(NamedLetters)), letters.Count - NamedLetters);
    }
}

/// <summary>What is odd about a word.</summary>
internal sealed record WordMark(string Name, Suspicion Suspicion);
