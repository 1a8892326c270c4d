using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Intake;

/// <summary>The days that sentences about payment count, and whether anything else leaves a doubt.</summary>
/// <param name="Days">0 for "on receipt"; null where none are said, or not without doubt.</param>
/// <param name="MonthEnd">Where the end of a month comes in.</param>
/// <param name="IsInDoubt">Whether days are said, and of several readings none can be taken.</param>
internal sealed partial record TermsCount(int? Days, TermsCount.Month MonthEnd, bool IsInDoubt)
{
    /// <summary>What the end of a month is to the days.</summary>
    internal enum Month
    {
        /// <summary>Nothing.</summary>
        None,

        /// <summary>They go on to it.</summary>
        Behind,

        /// <summary>They are counted from it.</summary>
        Before,
    }

    private static readonly TermsCount Nothing = new(null, Month.None, false);
    private static readonly TermsCount Doubt = new(null, Month.None, true);

    /// <summary>Of sentences in small letters without accents, from which dates, discounts and late payment are taken out.</summary>
    public static TermsCount Of(ImmutableArray<string> sentences)
    {
        ImmutableArray<string> telling = [.. sentences.Where(s => Count().IsMatch(s) || NetCount().IsMatch(s) || AtOnce().IsMatch(s))];
        // A contract may last months; a payment that takes them is in doubt.
        if (sentences.Any(s => OtherUnit(s) && PaymentWords.Pay(s)) || (!telling.IsEmpty && sentences.Any(s => MonthsEnd().IsMatch(s) && !telling.Contains(s)))
            || telling.Any(s => OtherUnit(s) || WorkingDays().IsMatch(s) || HasOtherNumber(s) || InParts().IsMatch(s) || TermsStart.IsOther(s)))
        {
            return Doubt;
        }

        return (telling.SelectMany(In).Distinct().ToList(), telling.Any(s => AtOnce().IsMatch(s)), OfMonth(telling)) switch
        {
            ([], false, _) => Nothing,
            ([], true, Month.None) => new(0, Month.None, false),
            ([<= PaymentTerms.MostDays and var count], false, { } month) => new(count, month, false),
            _ => Doubt,
        };
    }

    /// <summary>The terms with what is counted here.</summary>
    public PaymentTerms Of(PaymentTerms terms) => terms with
    {
        Days = MonthEnd == Month.Before ? null : Days is 0 && terms.Day is not null ? null : Days,
        EndOfMonth = MonthEnd == Month.Behind,
        DaysFromMonthEnd = MonthEnd == Month.Before ? Days : null,
        IsInDoubt = IsInDoubt && terms.Day is null,
    };

    /// <summary>Whether a number of days is said.</summary>
    public static bool HasDays(string clause) => Count().IsMatch(clause);

    private static IEnumerable<int> In(string sentence) =>
    [
        .. Count().Matches(sentence).Select(m => int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture) * (m.Groups["week"].Success ? 7 : 1)),
        .. NetCount().Matches(sentence).Select(m => int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture)),
    ];

    /// <summary>Null where the end of the month stands before the days, and nothing says that they are added to it.</summary>
    private static Month? OfMonth(ImmutableArray<string> sentences) => sentences.FirstOrDefault(s => MonthsEnd().IsMatch(s)) is not { } sentence ? Month.None
        : MonthEndFirst().IsMatch(sentence) ? Month.Before
        : Count().Matches(sentence).Concat(NetCount().Matches(sentence)).Any(m => m.Index < MonthsEnd().Match(sentence).Index) ? Month.Behind
        : null;

    private static string WithoutCounts(string sentence) => MonthsEnd().Replace(NetCount().Replace(Count().Replace(sentence, " "), " "), " ");

    private static bool HasOtherNumber(string sentence) => OtherNumber().IsMatch(NoDays().Replace(WithoutCounts(sentence), " "));

    private static bool OtherUnit(string sentence) => Unit().IsMatch(WithoutCounts(sentence));

    [GeneratedRegex(@"\b(?<n>[0-9]{1,3})\s*\)?\s*(?:\([a-z -]+\)\s*)?(?:(?:jours?|jrs?|days?|tagen?|tage|dias|giorni|gg|dagen|dager|dage|calendar days|kalendertagen?)|(?<week>semaines?|weeks?|wochen?|semanas?|settimane|settimana|weken))\b")]
    private static partial Regex Count();

    [GeneratedRegex(@"\b(?:net|netto|n/)\s*(?<n>[0-9]{1,3})\b(?!\s*[.,/][0-9]|\s*(?:%|eur|€|jours?|days?|tagen?|dias|giorni|dagen))")]
    private static partial Regex NetCount();

    [GeneratedRegex(@"(?<![a-z0-9])[0-9]{1,3}(?![0-9])")]
    private static partial Regex OtherNumber();

    // Amounts, IBANs, rates of VAT, and the article of the French commercial code that terms like to name.
    [GeneratedRegex(@"(?<![0-9.,])[0-9]{1,3}(?:[. ]?[0-9]{3})*[.,][0-9]{2}(?![0-9.,])|\b[a-z]{2}[0-9]{2}(?:\s?[a-z0-9]{4}){2,7}(?:\s?[a-z0-9]{1,3})?\b|\bl\.?\s?[0-9]{3}-[0-9]+(?:-[0-9]+)?|\b(?:tva|vat|mwst|ust|iva|btw)\b[^0-9,]{0,10}[0-9]{1,2}(?:[.,][0-9])?\s*%")]
    private static partial Regex NoDays();

    // A number in words stands before it, or none; and months are of many lengths.
    [GeneratedRegex(@"\b(?:jours|days|tagen?|dias|giorni|dagen|semaines?|weeks?|wochen?|semanas?|settiman[ae]|weken|mois|months?|monat\w*|mes|meses|mesi|mese|maand\w*|trimestr\w*|quarters?|quartal\w*|huitaine|quinzaine|fortnight|annees?|years?|jahr\w*)\b")]
    private static partial Regex Unit();

    // What is paid in several parts has several days.
    [GeneratedRegex(@"(?<!\bune )\bfois\b|\btimes\b|echelonn|\bsoldes?\b(?! (?:est |reste )?(?:a |du )?(?:regler|payer))|\bbalance\b(?! due)|\bsaldo\b|acompte|instal?lment|mensualit|(?<!\bdirect )\bdeposit\b|\braten\b|anzahlung|restzahlung|restbetrag|\bcuotas\b|\bplazos\b")]
    private static partial Regex InParts();

    [GeneratedRegex(@"fin de mois|fin du mois|fdm\b|end of (?:the )?month|month.?end|\beom\b|monatsende|fine mese|\bf\.?m\.?\b|fin de mes\b|einde maand")]
    private static partial Regex MonthsEnd();

    [GeneratedRegex(@"(?:fin de mois|fin du mois|fdm|end of (?:the )?month|month.?end|eom|monatsende|fine mese|fin de mes|einde maand)\s*(?:\+|plus|piu|mas|zuzuglich)\s*[0-9]|(?:jours?|days?|tagen?|dias|giorni|gg|dagen)\s+(?:net\w*\s+)?(?:apres|after|from|following|nach|ab|a compter d[eu]|a partir d[eu]|suivant|depuis|despues de|desde|dopo|da|na|vanaf)\s+(?:la |le |the |dem |el |het )?(?:fin de mois|fin du mois|end of (?:the )?month|month.?end|monatsende|fine mese|fin de mes|einde maand)")]
    private static partial Regex MonthEndFirst();

    // Right behind days it says from when they are counted: "30 jours à réception de facture".
    [GeneratedRegex(@"(?<!\b(?:jours?|jrs?) (?:net\w* )?(?:a compter de la )?)\b(?:a|des) (?:la )?reception|\bcomptant\b|(?<!\bdays? (?:net )?)\b(?:on|upon) receipt|immediate|\bsofort\b|\bprompt\b|umgehend|a la vista|al contado|a vista|rimessa diretta|bij ontvangst|per omgaande|\bcontant\b|due now|\bcash on\b")]
    private static partial Regex AtOnce();

    [GeneratedRegex(@"jours? ouvr|working day|business day|banking day|werktag|arbeitstag|bankarbeitstag|dias habiles|dias laborables|giorni lavorativi|werkdagen")]
    private static partial Regex WorkingDays();
}
