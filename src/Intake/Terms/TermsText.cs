using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Reads payment terms as people write them, in French, English, German, Spanish, Italian and Dutch. What is said of
/// discounts and of late payment is left out; of what remains, one day or one number of days is taken. Several of them,
/// and days that begin with anything but the invoice, are a doubt that is left to a person.
/// </summary>
internal static partial class TermsText
{
    private const int Longest = 4000;

    /// <summary>What the text says; the day and the days are null where it says none, or several.</summary>
    public static PaymentTerms Read(string text, DateOnly? issued, string? country)
    {
        var terms = new PaymentTerms(text);
        var plain = PlainLetters.Of(BrokenLine().Replace(text[..Math.Min(text.Length, Longest)], " ")).ToLowerInvariant();
        if (plain.Contains("#skonto#", StringComparison.Ordinal))
        {
            return terms with { Days = FullPrice().Matches(plain).Select(m => int.Parse(m.Groups["days"].Value, CultureInfo.InvariantCulture)).Distinct().ToImmutableArray() is [<= PaymentTerms.MostDays and var one] ? one : null };
        }

        var sentences = SentenceEnd().Split(Notation().Replace(plain, " ")).Select(s => Clauses(s, country)).ToList();
        var named = Later(sentences.Where(s => s.Exists(c => SaysDue().IsMatch(c))).SelectMany(s => s).Where(c => PaymentWords.Pay(c) || !TermsStart.IsOther(c)).SelectMany(c => TermsDates.In(c, country)), issued);
        var counted = TermsCount.Of([.. sentences.Select(s => TermsDates.Without(string.Join(" , ", s), country))]);
        return named.Count > 1 ? terms with { IsInDoubt = true } : counted.Of(named is [var day] ? terms with { Day = day } : terms);
    }

    /// <summary>The parts of a sentence that say when the whole is due: what stands behind a discount belongs to it, unless it starts a new subject.</summary>
    private static List<string> Clauses(string sentence, string? country)
    {
        var kept = new List<string>();
        var isDiscount = false;
        foreach (var clause in ClauseEnd().Split(NoDiscount().Replace(sentence, " ")))
        {
            // "Payment within 10 days, 2 % discount": the days that it is given for stand before it.
            if (GivenFor().IsMatch(clause) && IsDiscount(clause) && !isDiscount && kept is [.., var before] && !BeginsAnew().IsMatch(before) && !TermsCount.HasDays(clause) && !TermsDates.In(clause, country).Any())
            {
                kept.RemoveAt(kept.Count - 1);
            }

            isDiscount = IsDiscount(clause) || (isDiscount && !BeginsAnew().IsMatch(clause));
            if (!isDiscount && !Late().IsMatch(clause))
            {
                kept.Add(clause);
            }
        }

        return kept;
    }

    private static bool IsDiscount(string clause) => Discount().IsMatch(clause) && !Late().IsMatch(clause) && (DiscountWord().IsMatch(clause) || !Vat().IsMatch(clause));

    /// <summary>The days that can be meant: the invoice's own date stands among its terms too, and then it is not.</summary>
    private static List<DateOnly> Later(IEnumerable<DateOnly> days, DateOnly? issued)
    {
        var later = days.Where(d => issued is not { } from || (d >= from && d.DayNumber < from.DayNumber + PaymentTerms.MostDays)).Distinct().ToList();
        return later.Count > 1 ? [.. later.Where(d => d != issued)] : later;
    }

    // A line that begins with a small letter continues the sentence.
    [GeneratedRegex(@"\s*[\r\n]\s*(?=\p{Ll})")]
    private static partial Regex BrokenLine();

    // Not between digits: 529,87 and 02.12.2026 are one thing.
    [GeneratedRegex(@"\.(?=\s|$)(?<![0-9]\.(?=\s*[0-9]))|[;\n!]")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@",(?=\s)(?!\s20[0-9]{2}\b)|\s[-–—/|]\s|\b(?:oder|ou|or|o bien)\b")]
    private static partial Regex ClauseEnd();

    // "2/10 net 30": two per cent off within ten days.
    [GeneratedRegex(@"\b[0-9]{1,2}\s*/\s*[0-9]{1,2}\s*,?\s*(?=(?:net|n/)\s*[0-9])")]
    private static partial Regex Notation();

    [GeneratedRegex(@"\b(?:(?:ohne (?:jeden |weiteren )?(?:abzug|skonto)|rein netto|sans escompte|pas d.escompte|aucun escompte|without (?:any )?(?:discount|deduction)|no discount|senza sconto|sin descuento|zonder korting)(?:(?: n.est (?:accorde|consenti))?(?: (?:pour|en cas de) (?:paiement|reglement) anticipe)?| (?:for|on) early payment)|escompte(?: (?:pour|en cas de) (?:paiement|reglement) anticipe)?\s*:?\s*(?:neant|aucun|nul|0 ?%))\b")]
    private static partial Regex NoDiscount();

    [GeneratedRegex(@"skonto|escompte|discount|rabais|remise|sconto|descuento|korting|rebate|early payment|pronto pago|anticip|%|prozent|percent")]
    private static partial Regex Discount();

    [GeneratedRegex(@"skonto|escompte|discount|rabais|remise|sconto|descuento|korting|rebate")]
    private static partial Regex DiscountWord();

    [GeneratedRegex(@"[0-9]\s*(?:%|prozent|percent)")]
    private static partial Regex GivenFor();

    [GeneratedRegex(@"\b(?:tva|vat|mwst|ust|umsatzsteuer|iva|btw)\b")]
    private static partial Regex Vat();

    [GeneratedRegex(@"\b(?:net|netto|nett|neto|spatestens|au plus tard|latest|otherwise|sonst|zahlbar|payable|due|fallig|echeance|a defaut)\b")]
    private static partial Regex BeginsAnew();

    [GeneratedRegex(@"retard|penalit|indemnit|recouvrement|\blate\b|overdue|verzug|mahn|verspat|ritardo|\bmora\b|interes|interest|zinsen|demora|te late|boete|reclam|reklam|widerspruch|beanstand|contest|reserve de propriete|eigentum")]
    private static partial Regex Late();

    [GeneratedRegex(@"plus tard|avant le|echeance|jusqu|date limite|payable|paiement|regl|prelev|\bdue\b|\bby\b|before|until|\bpay|debited|collected|zahl|\bbis\b|fallig|spatestens|eingezogen|abgebucht|uberweis|vencim|antes del|\bpago|scaden|entro|pagam|addebit|vervald|uiterlijk|\bvoor\b|betal|incasso|afgeschreven")]
    private static partial Regex SaysDue();

    [GeneratedRegex(@"#skonto#tage=(?<days>[0-9]{1,3})#prozent=0+(?:\.0+)?#")]
    private static partial Regex FullPrice();
}
