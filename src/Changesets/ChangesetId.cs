using System.Security.Cryptography;

namespace DolibarrAgent.Changesets;

/// <summary>
/// The name of one changeset, unique for good: it is the first half of the marker that each created object carries
/// on a Dolibarr (<c>ref_ext</c>), so two changesets that shared one would take each other's objects for their own.
/// Sixteen characters of Crockford's base 32: ten of time, so that ids sort by it, and six of chance.
/// </summary>
public static class ChangesetId
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int TimeCharacters = 10;
    private const int ChanceCharacters = 6;

    public static string New(DateTimeOffset at)
    {
        var milliseconds = at.ToUnixTimeMilliseconds();
        Span<char> characters = stackalloc char[TimeCharacters + ChanceCharacters];
        for (var i = TimeCharacters - 1; i >= 0; i--, milliseconds >>= 5)
        {
            characters[i] = Alphabet[(int)(milliseconds & 31)];
        }
        for (var i = TimeCharacters; i < characters.Length; i++)
        {
            characters[i] = Alphabet[RandomNumberGenerator.GetInt32(Alphabet.Length)];
        }
        return new string(characters);
    }

    public static bool IsValid(string text) => text.Length is >= 10 and <= 26 && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal));
}
