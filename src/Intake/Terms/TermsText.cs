using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Reads payment terms as people write them, in French, English, German, Spanish, Italian and Dutch. What is said of
/// discounts and of late payment is left out; of what remains, one day or one number of days is taken, and several
/// are a doubt that is left to a person.
/// </summary>
internal static partial class TermsText
{
    private const int Longest = 4000;
    private const int MostDays = 366;

    /// <summary>What the text says; the day and the days are null where it says none, or several.</summary>
    public static PaymentTerms Read(string text, DateOnly? issued, string? country)
    {
        var terms = new PaymentTerms(text);
        var plain = PlainLetters.Of(text[..Math.Min(text.Length, Longest)]).ToLowerInvariant();
        if (plain.Contains("#skonto#", StringComparison.Ordinal))
        {
            return terms with { Days = One(FullPrice().Matches(plain).Select(m => Number(m.Groups["days"].Value))) };
        }

        var sentences = SentenceEnd().Split(plain);
        var clauses = sentences.SelectMany(Clauses).ToList();
        var days = clauses.SelectMany(DaysIn).Distinct().ToList();
        var named = Later(sentences.Where(s => SaysDue().IsMatch(s)).SelectMany(Clauses).SelectMany(c => TermsDates.In(c, country)), issued);
        if (clauses.Exists(c => WorkingDays().IsMatch(c)) || days.Count > 1 || named.Count > 1)
        {
            return named.Count == 1 ? terms with { Day = named[0] } : terms;
        }

        return terms with
        {
            Day = named is [var day] ? day : null,
            Days = days is [var count] ? count : clauses.Exists(c => AtOnce().IsMatch(c)) && named.Count == 0 ? 0 : null,
            EndOfMonth = days.Count == 1 && clauses.Exists(c => MonthEnd().IsMatch(c)),
        };
    }

    /// <summary>The parts of a sentence that say when the whole is due: what stands behind a discount belongs to it, unless it begins anew.</summary>
    private static IEnumerable<string> Clauses(string sentence)
    {
        var isDiscount = false;
        foreach (var clause in ClauseEnd().Split(NoDiscount().Replace(sentence, " ")))
        {
            isDiscount = Discount().IsMatch(clause) || (isDiscount && !BeginsAnew().IsMatch(clause));
            if (!isDiscount && !Late().IsMatch(clause))
            {
                yield return clause;
            }
        }
    }

    /// <summary>The days that can be meant: the invoice's own date stands among its terms too, and then it is not.</summary>
    private static List<DateOnly> Later(IEnumerable<DateOnly> days, DateOnly? issued)
    {
        var later = days.Where(d => issued is null || (d >= issued && d < issued.Value.AddDays(MostDays))).Distinct().ToList();
        return later.Count > 1 ? [.. later.Where(d => d != issued)] : later;
    }

    private static IEnumerable<int> DaysIn(string clause) =>
    [
        .. DayCount().Matches(clause).Select(m => Number(m.Groups["n"].Value)).Where(n => n <= MostDays),
        .. WeekCount().Matches(clause).Select(m => Number(m.Groups["n"].Value) * 7).Where(n => n <= MostDays),
        .. NetDays().Matches(clause).Select(m => Number(m.Groups["n"].Value)).Where(n => n <= MostDays),
    ];

    private static int? One(IEnumerable<int> numbers) => numbers.Distinct().ToImmutableArray() is [var one] ? one : null;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    // Not between digits: 529,87 and 02.12.2026 are one thing.
    [GeneratedRegex(@"\.(?=\s|$)(?<![0-9]\.(?=\s*[0-9]))|[;\n!]")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@",(?=\s)(?!\s20[0-9]{2}\b)|\s[-–—/|]\s|\b(?:oder|ou|or|o bien)\b")]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(@"\b(?:ohne (?:jeden |weiteren )?(?:abzug|skonto)|rein netto|sans escompte|pas d.escompte|aucun escompte|escompte\s*:?\s*(?:neant|aucun|nul|0 ?%)|without (?:any )?(?:discount|deduction)|no discount|senza sconto|sin descuento|zonder korting)\b")]
    private static partial Regex NoDiscount();

    [GeneratedRegex(@"skonto|escompte|discount|rabais|remise|sconto|descuento|korting|rebate|early payment|pronto pago|anticip|%|prozent|percent")]
    private static partial Regex Discount();

    [GeneratedRegex(@"\b(?:net|netto|nett|neto|spatestens|au plus tard|latest|otherwise|sonst|zahlbar|payable|due|fallig|echeance|a defaut)\b")]
    private static partial Regex BeginsAnew();

    [GeneratedRegex(@"retard|penalit|indemnit|recouvrement|\blate\b|overdue|verzug|mahn|verspat|ritardo|\bmora\b|interes|interest|zinsen|demora|te late|boete|reclam|reklam|widerspruch|beanstand|contest|reserve de propriete|eigentum")]
    private static partial Regex Late();

    [GeneratedRegex(@"\b(?<n>[0-9]{1,3})\s*\)?\s*(?:jours?|jrs?|days?|tagen?|tage|dias|giorni|gg|dagen|dager|dage|dias naturales|calendar days|jours calendaires|kalendertagen?)\b")]
    private static partial Regex DayCount();

    [GeneratedRegex(@"\b(?<n>[0-9]{1,2})\s*(?:semaines?|weeks?|wochen?|semanas?|settimane|settimana|weken)\b")]
    private static partial Regex WeekCount();

    [GeneratedRegex(@"\b(?:net|netto|n/)\s*(?<n>[0-9]{1,3})\b(?!\s*[.,/][0-9]|\s*(?:%|eur|€|jours?|days?|tagen?|dias|giorni|dagen))")]
    private static partial Regex NetDays();

    [GeneratedRegex(@"fin de mois|fin du mois|fdm\b|end of (?:the )?month|\beom\b|monatsende|fine mese|\bf\.?m\.?\b|fin de mes|einde maand")]
    private static partial Regex MonthEnd();

    [GeneratedRegex(@"a reception|des reception|\bcomptant\b|on receipt|upon receipt|immediate|\bsofort\b|\bprompt\b|umgehend|a la vista|al contado|a vista|rimessa diretta|bij ontvangst|per omgaande|\bcontant\b|cash on delivery|due now")]
    private static partial Regex AtOnce();

    [GeneratedRegex(@"jours? ouvre|working day|business day|banking day|werktag|arbeitstag|bankarbeitstag|dias habiles|dias laborables|giorni lavorativi|werkdagen")]
    private static partial Regex WorkingDays();

    [GeneratedRegex(@"plus tard|avant le|echeance|jusqu|date limite|payable|paiement|regl|prelev|\bdue\b|\bby\b|before|until|\bpay|debited|collected|zahl|\bbis\b|fallig|spatestens|eingezogen|abgebucht|uberweis|vencim|antes del|\bpago|scaden|entro|pagam|addebit|vervald|uiterlijk|\bvoor\b|betal|incasso|afgeschreven")]
    private static partial Regex SaysDue();

    [GeneratedRegex(@"#skonto#tage=(?<days>[0-9]{1,3})#prozent=0+(?:\.0+)?#")]
    private static partial Regex FullPrice();
}
