using System.Security.Cryptography;

namespace DolibarrAgent.Changesets;

/// <summary>A SHA-256, written as 64 lower-case hexadecimal digits. Names a changeset's exact bytes, or a blob.</summary>
public sealed record Digest
{
    private Digest(string hex) => Hex = hex;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    public static Digest Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>The digest that this text names, or null where it is not 64 lower-case hexadecimal digits.</summary>
    public static Digest? Parse(string text) =>
        text.Length == 64 && text.All(char.IsAsciiHexDigit) && !text.Any(char.IsAsciiLetterUpper) ? new Digest(text) : null;

    public override string ToString() => Hex;
}
