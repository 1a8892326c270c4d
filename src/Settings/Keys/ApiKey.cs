using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>
/// A Dolibarr API key. It prints as <c>[key]</c> and has no public member that gives it away; only the HTTP pipeline
/// reads it, into one header.
/// </summary>
public sealed class ApiKey
{
    /// <summary>What stands where a key stood.</summary>
    public const string Redacted = "[key]";

    private readonly string secret;

    private ApiKey(string secret) => this.secret = secret;

    /// <summary>A key, or why the text cannot be one. The problems never repeat the text.</summary>
    /// <param name="place">Where it stands, for the problem.</param>
    /// <param name="text">The key's text: printable ASCII without spaces.</param>
    public static Checked<ApiKey> Read(string place, string text)
    {
        if (text.Length == 0)
        {
            return Checked<ApiKey>.Wrong(Codes.KeyMissing, place, "The API key is empty.");
        }

        return text.All(character => character is > ' ' and <= '~')
            ? new Checked<ApiKey>.Valid(new ApiKey(text))
            : Checked<ApiKey>.Wrong(
                Codes.KeyMalformed,
                place,
                "The API key contains a space, a line end or another character that no key has.");
    }

    /// <summary>Always <c>[key]</c>.</summary>
    public override string ToString() => Redacted;

    /// <summary>The text with every appearance of this key taken out, as it is and as it stands in a URL.</summary>
    internal string RedactFrom(string text) => text
        .Replace(this.secret, Redacted, StringComparison.Ordinal)
        .Replace(Uri.EscapeDataString(this.secret), Redacted, StringComparison.Ordinal);

    internal string Reveal() => this.secret;
}
