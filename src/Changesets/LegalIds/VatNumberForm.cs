using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Changesets;

/// <summary>
/// What the VAT numbers of one country look like behind its prefix: of the European Union as VIES lists them, of the
/// United Kingdom, Switzerland and Norway. Check digits are not looked at.
/// </summary>
public sealed record VatNumberForm
{
    private static readonly FrozenDictionary<string, VatNumberForm> Known = new (string Prefix, string Pattern, string Words)[]
    {
        ("AT", @"U\d{8}", "U and 8 digits"),
        ("BE", @"[01]\d{9}", "10 digits, the first 0 or 1"),
        ("BG", @"\d{9,10}", "9 or 10 digits"),
        ("CH", @"E?\d{9}(MWST|TVA|IVA|VAT)?", "E, 9 digits, and MWST, TVA or IVA"),
        ("CY", @"\d{8}[A-Z]", "8 digits and a letter"),
        ("CZ", @"\d{8,10}", "8 to 10 digits"),
        ("DE", @"\d{9}", "9 digits"),
        ("DK", @"\d{8}", "8 digits"),
        ("EE", @"\d{9}", "9 digits"),
        ("EL", @"\d{9}", "9 digits"),
        ("ES", @"[A-Z\d]\d{7}[A-Z\d]", "9 digits or letters, of which the inner 7 are digits"),
        ("FI", @"\d{8}", "8 digits"),
        ("FR", @"[A-HJ-NP-Z\d]{2}\d{9}", "2 characters and the 9 digits of the SIREN"),
        ("GB", @"\d{9}|\d{12}|(GD|HA)\d{3}", "9 or 12 digits, or GD or HA and 3 digits"),
        ("GR", @"\d{9}", "9 digits"),
        ("HR", @"\d{11}", "11 digits"),
        ("HU", @"\d{8}", "8 digits"),
        ("IE", @"\d{7}[A-Z]{1,2}|\d[A-Z+*]\d{5}[A-Z]", "7 digits and 1 or 2 letters"),
        ("IT", @"\d{11}", "11 digits"),
        ("LT", @"\d{9}|\d{12}", "9 or 12 digits"),
        ("LU", @"\d{8}", "8 digits"),
        ("LV", @"\d{11}", "11 digits"),
        ("MT", @"\d{8}", "8 digits"),
        ("NL", @"\d{9}B\d{2}", "9 digits, B and 2 digits"),
        ("NO", @"\d{9}(MVA)?", "9 digits and MVA"),
        ("PL", @"\d{10}", "10 digits"),
        ("PT", @"\d{9}", "9 digits"),
        ("RO", @"\d{2,10}", "2 to 10 digits"),
        ("SE", @"\d{12}", "12 digits"),
        ("SI", @"\d{8}", "8 digits"),
        ("SK", @"\d{10}", "10 digits"),
        ("XI", @"\d{9}|\d{12}|(GD|HA)\d{3}", "9 or 12 digits, or GD or HA and 3 digits"),
    }.ToFrozenDictionary(form => form.Prefix, form => new VatNumberForm(form.Prefix, new Regex($"^({form.Pattern})$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript), form.Words), StringComparer.Ordinal);

    private readonly Regex pattern;

    private VatNumberForm(string prefix, Regex pattern, string words) => (Prefix, this.pattern, Words) = (prefix, pattern, words);

    /// <summary>The two letters with which it begins: <c>FR</c>, <c>EL</c> or <c>GR</c> for Greece.</summary>
    public string Prefix { get; }

    /// <summary>What follows the prefix, in words: <c>9 digits</c>.</summary>
    public string Words { get; }

    /// <summary>The form that a number must have by its prefix; null where the prefix is not in the table.</summary>
    public static VatNumberForm? Of(string vatNumber) =>
        LegalIds.Bare(vatNumber) is { Length: >= 2 } plain ? Known.GetValueOrDefault(plain[..2]) : null;

    /// <summary>
    /// Whether it has the form of its country; with another prefix, or none, whether it has 4 to 20 letters and digits, of
    /// which 4 are digits: people write NONE and EXEMPT there too.
    /// </summary>
    public static bool Fits(string vatNumber)
    {
        var plain = LegalIds.Bare(vatNumber);
        return IsWrittenAsOne(vatNumber) && (Of(plain) is { } form
            ? form.pattern.IsMatch(plain[2..])
            : plain.Length is >= 4 and <= 20 && plain.All(char.IsAsciiLetterOrDigit) && plain.Count(char.IsAsciiDigit) >= 4);
    }

    // People space, point and hyphenate it; with anything else between its characters it is another number.
    private static bool IsWrittenAsOne(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || char.IsWhiteSpace(c) || c is '.' or '-' or '\u2010' or '\u2011' or '\u2013');
}
