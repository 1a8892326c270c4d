using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>What the server makes of a value before it stores it.</summary>
internal enum Cleaning
{
    /// <summary>Trimmed; nothing stays an empty text.</summary>
    Text,

    /// <summary>Trimmed; nothing becomes NULL.</summary>
    TextOrNull,

    /// <summary>Trimmed and in small letters; nothing becomes NULL.</summary>
    Email,

    /// <summary>Trimmed and in small letters; nothing stays an empty text.</summary>
    SmallText,

    /// <summary>Trimmed, <c>http://</c> taken off, the host in small letters; nothing becomes NULL.</summary>
    Url,

    /// <summary>Blanks and points removed; nothing becomes NULL.</summary>
    Phone,

    /// <summary>What a file name may not hold removed, accents too: so VAT numbers are cleaned.</summary>
    VatNumber,

    /// <summary>A whole number, 0 when it is not one.</summary>
    Whole,

    /// <summary>A whole number above 0, else NULL.</summary>
    Id,

    /// <summary>An amount, NULL when empty.</summary>
    Amount,

    /// <summary>A rate, 0 when it is not one.</summary>
    Rate,

    /// <summary>What a file name may not hold replaced, accents and quotation marks removed: so the refs of products are cleaned.</summary>
    Reference,
}

/// <summary>A field of an object: its name in the API, its column (which filters use), and how it is stored.</summary>
internal sealed partial record StoredField(string Name, string Column, Cleaning Cleaning, int Limit = int.MaxValue)
{
    /// <summary>The words that may stand for what is stored.</summary>
    public ImmutableDictionary<string, string> Words { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether nothing but tags is taken from it: double quotes stay.</summary>
    public bool LosesTagsAlone { get; init; }

    public SqlType Type => Cleaning switch
    {
        Cleaning.Whole or Cleaning.Id => SqlType.Integer,
        Cleaning.Amount or Cleaning.Rate => SqlType.Numeric,
        _ => SqlType.Text,
    };

    public string? Store(string text)
    {
        var trimmed = PhpText.Trim(text);
        text = Words.GetValueOrDefault(text, text);
        return Cleaning switch
        {
            Cleaning.Text => trimmed,
            Cleaning.TextOrNull => PhpText.IsEmpty(trimmed) ? null : trimmed,
            Cleaning.SmallText => trimmed.ToLowerInvariant(),
            Cleaning.Email => PhpText.IsEmpty(trimmed) ? null : trimmed.ToLowerInvariant(),
            Cleaning.Url => PhpText.IsEmpty(trimmed) ? null : Host().Replace(trimmed, found => $"{(found.Groups[1].Value.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? found.Groups[1].Value : "")}{found.Groups[2].Value.ToLowerInvariant()}"),
            Cleaning.Phone => Digits(trimmed) is { } digits && !PhpText.IsEmpty(digits) ? digits : null,
            Cleaning.VatNumber => FileNames.Sanitize(text, ""),
            Cleaning.Whole => PhpNumber.Integer(text).ToString(CultureInfo.InvariantCulture),
            Cleaning.Id => PhpNumber.Integer(text) is > 0 and var id ? id.ToString(CultureInfo.InvariantCulture) : null,
            Cleaning.Rate => PgText.Rate(PhpNumber.Price(trimmed)),
            Cleaning.Reference => FileNames.Sanitize(NotInReference().Replace(trimmed, "_")),
            _ => trimmed.Length == 0 ? null : PgText.Amount(PhpNumber.Price(trimmed)),
        };
    }

    // clean_url in core/lib/functions2.lib.php
    [GeneratedRegex(@"^(https?:[\\/]+)?([0-9A-Z.-]+\.[A-Z]{2,4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    // dol_string_nospecial in core/lib/functions.lib.php
    [GeneratedRegex(@"[ '/\\:*?""<>|\[\],;=]")]
    private static partial Regex NotInReference();

    private static string Digits(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '.'));
}
