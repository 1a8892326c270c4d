using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>
/// Amounts and days as a language writes them for people: <c>€3,042.00</c> and <c>2026-08-15</c>, <c>3 042,00 €</c> and
/// <c>15/08/2026</c>. Only for reading: whatever is read again, or signed, has the forms of <see cref="Decimals"/> and <see cref="Days"/>.
/// </summary>
public static class Written
{
    private const string Euro = "EUR";

    // A number is never broken at the end of a line.
    private const string NoBreak = "\u00a0";

    /// <summary>An amount in its currency, with two decimals, and more where it has more.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="currency">Its ISO 4217 code; empty where it is not known, and then none is written.</param>
    /// <param name="language">Whose writing.</param>
    public static VisibleText Money(decimal amount, string currency, Language language)
    {
        ArgumentNullException.ThrowIfNull(currency);
        var number = language == Language.French ? Decimals.Grouped(amount, ",", NoBreak) : Decimals.Grouped(amount, ".", ",");
        return (language, currency) switch
        {
            (_, "") => Words.Own(number),
            (Language.French, Euro) => Words.Own($"{number}{NoBreak}€"),
            (Language.French, _) => Sentence.Of($"{Words.Own(number + NoBreak)}{Visible.Of(currency)}"),
            (_, Euro) => Words.Own(amount < 0 ? $"-€{number[1..]}" : $"€{number}"),
            _ => Sentence.Of($"{Visible.Of(currency)}{Words.Own(NoBreak + number)}"),
        };
    }

    /// <summary>A rate in percent, without zeros behind it: <c>5.5 %</c>, <c>5,5 %</c>.</summary>
    public static VisibleText Rate(decimal percent, Language language)
    {
        var number = Decimals.Text(percent);
        return Words.Own($"{(language == Language.French ? number.Replace('.', ',') : number)}{NoBreak}%");
    }

    public static VisibleText Day(DateOnly day, Language language) =>
        Words.Own(language == Language.French ? Days.DayFirst(day) : Days.Text(day));
}
