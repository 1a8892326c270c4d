using System.Text;

namespace DolibarrAgent.Review;

/// <summary>The scripts of the word that is being read. Latin with Cyrillic in one word is how a name is made to look like another.</summary>
internal sealed class WordScripts
{
    private const int NamedLetters = 4;

    private readonly string? lookAlike;
    private readonly SortedSet<string> scripts = new(StringComparer.Ordinal);
    private readonly List<Rune> strange = [];
    private readonly MarkWords words;
    private bool looksLatin = true;

    public WordScripts(string text, MarkWords words) => (lookAlike, this.words) = (Scripts.AllLookAlike(text), words);

    public void Add(Rune rune)
    {
        if (Scripts.Of(rune) is not { } script)
        {
            return;
        }
        scripts.Add(script);
        if (script != Scripts.Latin)
        {
            looksLatin &= Scripts.LooksLatin(rune);
            strange.Add(rune);
        }
    }

    /// <summary>Ends the word; what is odd about it, or null.</summary>
    public string? End()
    {
        var found = scripts.Count > 1
            ? words.TwoScripts(scripts, Letters())
            : scripts.Count == 1 && looksLatin && strange.Count > 1 && scripts.Contains(lookAlike ?? "")
                ? words.LooksLatin(lookAlike!, Letters())
                : null;
        scripts.Clear();
        strange.Clear();
        looksLatin = true;
        return found;
    }

    private string Letters()
    {
        var letters = strange.Distinct().Select(Unseen.CodeOf).ToList();
        return letters.Count <= NamedLetters
            ? string.Join(' ', letters)
            : words.AndMore(string.Join(' ', letters.Take(NamedLetters)), letters.Count - NamedLetters);
    }
}
