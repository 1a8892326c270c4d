using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DolibarrAgent.Desk;

/// <summary>A word that nobody guesses, kept as its digest: whoever reads this process's memory later finds no key to it.</summary>
internal sealed record Secret
{
    private const int Bytes = 32;

    private readonly byte[] digest;

    private Secret(byte[] digest) => this.digest = digest;

    /// <summary>A new one, and the word itself, to be handed out once.</summary>
    public static Drawn Draw()
    {
        var word = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return new Drawn(new Secret(DigestOf(word)), word);
    }

    /// <summary>Whether this is the word. It takes as long for any other.</summary>
    public bool Is(string word) => CryptographicOperations.FixedTimeEquals(digest, DigestOf(word));

    private static byte[] DigestOf(string word) => SHA256.HashData(Encoding.UTF8.GetBytes(word));

    /// <param name="Word">For a URL or a cookie.</param>
    public sealed record Drawn(Secret Secret, string Word);
}
