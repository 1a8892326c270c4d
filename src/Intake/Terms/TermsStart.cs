using System.Text.RegularExpressions;

namespace DolibarrAgent.Intake;

/// <summary>
/// From when days to pay are counted. The invoice is the one start whose day is known here: its date, or that it came. Any
/// other, a delivery or an acceptance, leaves the day open.
/// </summary>
internal static partial class TermsStart
{
    /// <summary>Whether a sentence, in small letters without accents, counts from anything but the invoice or the end of its month.</summary>
    public static bool IsOther(string sentence) => OtherEvent().IsMatch(OrderNumber().Replace(sentence, " ")) || Start().Matches(sentence).Any(m => !Known().IsMatch(m.Groups["what"].Value));

    [GeneratedRegex(@"livraison|livree|delivery|delivered|lieferung|\bware\b|\bwaren|\bentrega|consegna|\blevering|acceptance|acceptation|abnahme|aceptacion|accettazione|marchandise|\bgoods\b|\bmerce\b|mercanc|shipment|expedition|versand|completion|achevement|fertigstellung|mise en service|fin des travaux|reception des travaux|bill of lading|statement|(?:date de|du|sur) releve\b|(?:\bla|\bl.|apres|upon|on|with|at|of|from|after|nach|bei|der|\bal|alla|all.|bij) ?(?:the )?(?:signature|signing|unterzeichnung|installation|commande|order|bestellung|auftrag\w*|pedido|ordine)\b")]
    private static partial Regex OtherEvent();

    // What to write on the transfer, not when to make it.
    [GeneratedRegex(@"\b(?:auftrags|bestell)(?:nummer|nr)\b|\border (?:number|no|reference)\b|\b(?:numero|no|n°|nr|nummer|number|reference|ref)\b\.?\s*(?:de |der |des |of |del |dell.)?(?:la |l.|the |votre |notre |ihrer |your )?(?:commande|order|bestellung|auftrags?|pedido|ordine)\b")]
    private static partial Regex OrderNumber();

    // Words that begin a span of time, wherever they stand; those that mean much else, right behind the days.
    [GeneratedRegex(@"(?:\b(?:apres|after|nach|(?<!compte |iban )suivant|depuis|a compter d\w*|a partir d\w*|upon(?! receipt)|despues del?|contados|desde|dopo|a partire d\w*|vanaf)\b|(?:jours?|days?|tagen?|dias|giorni|gg|dagen|weeks?|semaines?|wochen?|weken)\s+(?:(?!fin\b|fine\b|end\b|einde\b)\w+\s+)?(?:from|of|following|ab|seit|since|na|dal\w*|del?|du|des)\b)(?!\s*[0-9])(?=(?<what>[^,]*))")]
    private static partial Regex Start();

    [GeneratedRegex(@"factu|\breception\b|\breceipt\b|\berhalt\b|\bontvangst\b|\brecepcion\b|ricevimento|invoic|rechnung|fattura|faktur|\bemission|\bemisi|emissione|\bissu|billing|\bbill\b|\brg\b|fin d[eu] mois|end of (?:the )?month|month.?end|monatsende|fine mese|fin de mes\b|einde maand")]
    private static partial Regex Known();
}
