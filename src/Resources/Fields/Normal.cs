using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Resources;

/// <summary>
/// Two texts that mean the same to a Dolibarr, made the same: what it trims, re-spaces or encodes by itself is no
/// difference, all else is. Measured on 22.0.4.
/// </summary>
public static partial class Normal
{
    public static string Of(FieldType type, string text) => type switch
    {
        FieldType.Line => OneBlank(text),
        FieldType.Prose => WebUtility.HtmlDecode(text).ReplaceLineEndings("\n").TrimStart(),
        FieldType.Phone => Without(text, static c => char.IsWhiteSpace(c) || c == '.'),
        FieldType.Siren or FieldType.Siret or FieldType.VatNumber => LegalIds.Bare(text),
        FieldType.Identifier => Without(text, char.IsWhiteSpace),
        FieldType.Iban => IbanForm.Bare(text),
        FieldType.Color => text.ToLowerInvariant(),
        // Dolibarr keeps it in small letters, whatever is sent.
        FieldType.Email => text.Trim().ToLowerInvariant(),
        FieldType.Url => WebAddress().Replace(OneBlank(text).Trim(), found => $"{(found.Groups["https"].Success ? "https://" : "")}{found.Groups["host"].Value.ToLowerInvariant()}"),
        FieldType.Amount or FieldType.Price or FieldType.Quantity or FieldType.Rate or FieldType.ExchangeRate => Number(text),
        _ => text,
    };

    // As in clean_url (core/lib/functions2.lib.php).
    [GeneratedRegex(@"^(?:http:[\\/]+|(?<https>https:[\\/]+))?(?<host>[0-9A-Z.-]+\.[A-Z]{2,4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WebAddress();

    private static string Number(string text) => Decimals.Strict(text) is { } number ? Decimals.Text(number) : text;

    private static string Without(string text, Func<char, bool> dropped) => string.Concat(text.Where(c => !dropped(c)));

    private static string OneBlank(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in WebUtility.HtmlDecode(text))
        {
            var blank = c is ' ' or '\t' or '\r' or '\n';
            if (!blank || (line.Length > 0 && line[^1] != ' '))
            {
                line.Append(blank ? ' ' : c);
            }
        }
        return line.ToString().TrimEnd();
    }
}
