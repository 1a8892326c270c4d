using System.Globalization;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>The one function that every string from outside passes before anybody sees it, on every face and in logs.</summary>
public static class Visible
{
    /// <summary>Longer texts are cut, and say by how much.</summary>
    public const int Limit = 2000;

    private const int HashDigits = 16;

    /// <summary>The text as it is: blanks that would be lost, and characters that show nothing or do something, by name.</summary>
    public static VisibleText Of(string text) => Of(text, Limit);

    /// <param name="text">Anything.</param>
    /// <param name="limit">How many UTF-16 characters of it are shown, at least 2.</param>
    public static VisibleText Of(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 2);
        if (text.Length <= limit)
        {
            return Marking.Of(text);
        }
        var kept = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        var shown = Marking.Of(text[..kept]);
        // What is not shown is looked through all the same.
        var suspicion = shown.Suspicion | Marking.Of(text[kept..]).Suspicion;
        var note = string.Create(CultureInfo.InvariantCulture, $"cut: {text.Length - kept} more characters; SHA-256 of all {text.Length}: {Short(Digest.Of(Encoding.UTF8.GetBytes(text)))}");
        return new VisibleText([.. shown.Parts, Marking.Word(note)], suspicion);
    }

    /// <summary>A word of this program in a place where data stands otherwise: ⟨same⟩.</summary>
    public static VisibleText Word(string word) => new([Marking.Word(Of(word).ToString())], Suspicion.None);

    /// <summary>The first digits of a digest, and how many it has.</summary>
    public static VisibleText Shortened(Digest digest) => new([new VisiblePart(Short(digest), Voice.Data)], Suspicion.None);

    private static string Short(Digest digest) => string.Create(CultureInfo.InvariantCulture, $"{digest.Hex[..HashDigits]}… (first {HashDigits} of {digest.Hex.Length} digits)");
}
