using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Intake;

/// <summary>
/// Letters and digits that look alike: an O and a zero, an I, a small L and a one. Whoever recognises a number that mixes letters and
/// digits takes one for the other, and does so again the second time. In letters alone and in digits alone they are told apart.
/// </summary>
internal static partial class LookAlikes
{
    // What numbers of invoices begin with: words, in which no digit stands.
    private static readonly ImmutableHashSet<string> Words = ["INV", "INVOICE", "BILL", "NO", "DOC", "SI", "PI", "VI", "CI", "AVOIR",
        "FACTURE", "CREDIT", "FATTURA", "FACTUUR"];

    /// <summary>Whether a part of a number may be written otherwise than it was recognised.</summary>
    public static bool AreIn(string number) => Part().Matches(number).Any(part => IsOpen(part.Value));

    private static bool IsOpen(string part)
    {
        var letters = part.TrimEnd("0123456789".ToCharArray());
        var isWord = Words.Contains(letters.ToUpperInvariant());
        return letters.Length > 0 && !isWord && (letters.Length < part.Length
            ? Beside().IsMatch(part) || letters.AsSpan().IndexOfAny("OoIl") >= 0
            : letters.All(c => c is 'O' or 'o' or 'I' or 'l' or 'Q' or 'D') || (letters.Any(char.IsUpper)
                && letters.AsSpan(1).IndexOfAny("ol") >= 0));
    }

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Part();

    // A zero or a one right before a letter may be one more letter. Behind letters it was told from them against what came before.
    [GeneratedRegex(@"[01](?=\p{L})")]
    private static partial Regex Beside();
}
