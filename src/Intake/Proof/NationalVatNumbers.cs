using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Intake;

/// <summary>
/// VAT numbers as a country writes them at home, without its letters: <c>P. IVA 01234567890</c>. They are read only right behind
/// the name of the tax in a language of that country; where other countries' numbers look alike, only if their check digits hold.
/// </summary>
internal static partial class NationalVatNumbers
{
    /// <summary>Those of a row.</summary>
    public static IEnumerable<PageToken> In(ReadRow row)
    {
        foreach (var label in row.Labels.Where(label => label.Kind is LabelKind.VatNumber or LabelKind.BuyerId or LabelKind.SellerId))
        {
            var match = Behind().Match(row.Text, label.End, row.Text.Length - label.End);
            if (!match.Success)
            {
                continue;
            }

            var written = match.Groups["id"];
            var bare = Changesets.LegalIds.Bare(written.Value);
            foreach (var country in Countries(label.Phrase.Language))
            {
                if (Changesets.LegalIds.IsKnownVatNumber(country + bare) && (country is "IT" or "ES"
                    || VatDigits.Hold(country + bare) == true))
                {
                    yield return new PageToken.LegalId(country + bare, LegalIdKind.VatNumber)
                    {
                        Start = written.Index,
                        Length = written.Length,
                        Place = row.PlaceAt(written.Index, written.Length),
                        IsSure = row.IsSure(written.Index, written.Length)
                            || (row.IsClear(written.Index, written.Length) && VatDigits.Hold(country + bare) == true),
                    };
                    break;
                }
            }
        }
    }

    private static ImmutableArray<string> Countries(string language) => language switch
    {
        "it" => ["IT"],
        "es" => ["ES"],
        LabelTable.English => ["GB"],
        "nl" => ["NL", "BE"],
        LabelTable.French => ["BE"],
        "de" => ["AT"],
        _ => [],
    };

    [GeneratedRegex(@"\G[\s:./°-]{0,6}(?<id>[A-Z]?[ -]?\d[\d .-]{5,14}[\dA-Z](?:B\d\d)?)(?![\p{L}\d])")]
    private static partial Regex Behind();
}
