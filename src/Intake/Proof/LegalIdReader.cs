using System.Collections.Frozen;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Account numbers and legal ids as pages write them: in groups, with their name before them or behind.</summary>
internal static partial class LegalIdReader
{
    // The name of the tax stands right before its number.
    private static readonly FrozenSet<string> VatWords = FrozenSet.ToFrozenSet(
        ["tva", "vat", "ust", "ustid", "ustidnr", "mwst", "iva", "piva", "btw", "uid", "nif", "cif", "intracommunautaire", "intra", "id",
            "idno", "idnr", "no", "identno", "nummer", "umsatzsteuer", "btwno", "communautaire", "tax"], StringComparer.Ordinal);

    /// <summary>The account numbers.</summary>
    public static IEnumerable<PageToken> Ibans(ReadRow row)
    {
        foreach (Match match in IbanStart().Matches(row.Text))
        {
            if (IbanForm.LengthOf(match.Groups["country"].Value) is { } length
                && Gather(row.Text, match.Index, length) is { } written)
            {
                var bare = IbanForm.Bare(written);
                yield return new PageToken.Iban(bare)
                {
                    IsSure = row.IsSure(match.Index, written.Length) && (!row.IsRecognised || IbanForm.HasCheckDigits(bare)),
                    Start = match.Index,
                    Length = written.Length,
                    Place = row.PlaceAt(match.Index, written.Length),
                };
            }
        }
    }

    /// <summary>VAT numbers with the name of the tax before them, SIREN and SIRET with theirs.</summary>
    public static IEnumerable<PageToken> LegalIds(ReadRow row)
    {
        foreach (Match match in VatStart().Matches(row.Text))
        {
            if (VatNumberAt(row.Text, match.Index) is { } written && (IsBehindVatWord(row, match.Index)
                || IsUnderHeading(row, match.Index)))
            {
                yield return Id(row, match.Index, written, LegalIdKind.VatNumber);
            }
        }

        foreach (Match match in CompanyDigits().Matches(row.Text))
        {
            var digits = Changesets.LegalIds.Bare(match.Value);
            if (HasCompanyLabel(row, match))
            {
                yield return Id(row, match.Index, match.Value, digits.Length == 14 ? LegalIdKind.Siret : LegalIdKind.Siren);
            }
        }

        foreach (var id in NationalVatNumbers.In(row))
        {
            yield return id;
        }
    }

    private static PageToken.LegalId Id(ReadRow row, int at, string written, LegalIdKind kind) =>
        Checked(row, new(IbanForm.Bare(written), kind)
        {
            Start = at,
            Length = written.Length,
            Place = row.PlaceAt(at, written.Length),
        });

    // A misread digit is not seen where nothing checks it.
    private static PageToken.LegalId Checked(ReadRow row, PageToken.LegalId id) =>
        id with { IsSure = row.IsSure(id.Start, id.Length) && (!row.IsRecognised || id.HoldsCheckDigits == true) };

    private static bool IsBehindVatWord(ReadRow row, int at) =>
        row.Labels.Any(label => label.Kind is LabelKind.VatNumber or LabelKind.BuyerId or LabelKind.SellerId && label.End <= at
            && at - label.End <= 6) ||
        row.Words.LastOrDefault(word => word.Start < at && row.Text[word.Start..at].Trim().Length <= 40) is { } before
        && row.Words.Where(word => word.Start < at).TakeLast(2).Any(word => VatWords.Contains(word.Text))
        && before.Start >= at - 40;

    // A column with the name of the tax at its head has the number beneath: nothing else stands in the cell.
    private static bool IsUnderHeading(ReadRow row, int at) =>
        row.BeginsCell(at);

    private static bool HasCompanyLabel(ReadRow row, Match match)
    {
        var before = row.Words.Where(word => word.Start < match.Index).TakeLast(6).ToList();
        var near = row.Labels.Any(label => label.Kind is LabelKind.CompanyId or LabelKind.BuyerId or LabelKind.SellerId
            && label.End <= match.Index && label.Start >= (before.Count > 0 ? before[0].Start : 0));
        return near || Register().IsMatch(row.Text.AsSpan(match.Index + match.Length));
    }

    private static string? VatNumberAt(string text, int at)
    {
        var best = (string?)null;
        for (int end = at + 2, count = 0; end < text.Length && count < 16; end++)
        {
            if (char.IsAsciiLetterOrDigit(text[end]))
            {
                count++;
                var isWhole = end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]);
                if (isWhole && Changesets.LegalIds.IsKnownVatNumber(text[at..(end + 1)]))
                {
                    best = text[at..(end + 1)];
                }
            }
            else if (text[end] is not (' ' or '.' or '-') || (end + 1 < text.Length && text[end + 1] is ' ' or '-'))
            {
                break;
            }
        }

        return best;
    }

    private static string? Gather(string text, int at, int length)
    {
        var end = at;
        for (var count = 0; end < text.Length && count < length; end++)
        {
            if (char.IsAsciiLetterUpper(text[end]) || char.IsAsciiDigit(text[end]))
            {
                count++;
            }
            else if (text[end] is not (' ' or '.' or '-') || (end + 1 < text.Length && text[end + 1] == ' '))
            {
                return null;
            }

            if (count == length)
            {
                return end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]) ? text[at..(end + 1)] : null;
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(?<country>[A-Z]{2})\d{2}")]
    private static partial Regex IbanStart();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:AT|BE|BG|CH|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|XI)[ .-]?[A-Z0-9]")]
    private static partial Regex VatStart();

    [GeneratedRegex(@"(?<![\p{L}\d.,])(?:\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{5}|[ .]?\d{2} ?\d{3}|[ .]\d{4} \d)?)(?![\d.,]\d|\d|[ .]\d{3})")]
    private static partial Regex CompanyDigits();

    [GeneratedRegex(@"^[ ,-]{1,3}R\.?C\.?S\.?(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Register();
}
