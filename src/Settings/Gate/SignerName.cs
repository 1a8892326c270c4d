namespace DolibarrAgent.Settings;

/// <summary>The name by which somebody signs: a principal of ssh-keygen's allowed signers, <c>alice@example.org</c>.</summary>
public static class SignerName
{
    /// <summary>Why this cannot be the name of one person; null where it can. A pattern would be anybody's name.</summary>
    public static string? ProblemOf(string name) =>
        name.Length == 0 ? "A name is expected here."
        : name.Any(c => c is '*' or '?' or '!' or ',') ? $"'{name}' is a pattern: write the name of one person."
        : !name.All(c => c is > ' ' and <= '~' and not '"') ? $"'{name}' has characters that no signer's name has: ASCII letters, digits and signs, no blanks."
        : null;

    /// <summary>Whether two names are one person's, however they are typed.</summary>
    public static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
