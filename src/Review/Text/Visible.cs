using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>The one function that every string from outside passes before anybody sees it, on every face and in logs.</summary>
public static class Visible
{
    /// <summary>Longer texts are cut, and say by how much: in messages and logs. A review shows all of every text (<see cref="Words.Shown"/>).</summary>
    public const int Limit = 2000;

    private const int HashDigits = 16;

    /// <summary>The text as it is: blanks that would be lost, and characters that show nothing or do something, by name.</summary>
    public static VisibleText Of(string text) => Of(text, Limit);

    /// <summary>The same, with those names in a language.</summary>
    public static VisibleText Of(string text, Language language) => Of(text, Limit, MarkWords.In(language));

    /// <param name="text">Anything.</param>
    /// <param name="limit">How many UTF-16 characters of it are shown, at least 2.</param>
    public static VisibleText Of(string text, int limit) => Of(text, limit, MarkWords.In(Language.English));

    /// <summary>A word of this program in a place where data stands otherwise: ⟨same⟩.</summary>
    public static VisibleText Word(string word) => new([Marking.Word(Of(word).ToString())], Suspicion.None);

    /// <summary>The first digits of a digest, and how many it has.</summary>
    public static VisibleText Shortened(Digest digest, Language language = Language.English) => new([new VisiblePart(Short(digest, MarkWords.In(language)), Voice.Data)], Suspicion.None);

    internal static VisibleText Of(string text, int limit, MarkWords words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 2);
        if (text.Length <= limit)
        {
            return Marking.Of(text, words);
        }
        var kept = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        var shown = Marking.Of(text[..kept], words);
        // What is not shown is looked through all the same.
        var suspicion = shown.Suspicion | Marking.Of(text[kept..], words).Suspicion;
        var note = words.Cut(text.Length - kept, text.Length, Short(Digest.Of(Encoding.UTF8.GetBytes(text)), words));
        return new VisibleText([.. shown.Parts, Marking.Word(note)], suspicion);
    }

    private static string Short(Digest digest, MarkWords words) => words.Shortened(digest.Hex[..HashDigits], digest.Hex.Length);
}
