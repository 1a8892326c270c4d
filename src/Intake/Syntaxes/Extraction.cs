using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>
/// Takes values out of elements for one document: notes where each stood, and what could not be understood.
/// A value that cannot be understood is null and a warning, never a guess.
/// </summary>
internal sealed class Extraction(string origin)
{
    private const NumberStyles AmountStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly Dictionary<string, int> terms = new(StringComparer.Ordinal);

    public List<IntakeWarning> Warnings { get; } = [];

    public FactSources Sources => new(origin, terms);

    /// <summary>The text of a header term, with its place noted.</summary>
    public string? Text(Element element, string term)
    {
        var text = element.Text;
        if (text is not null)
        {
            terms.TryAdd(term, element.Line);
        }

        return text;
    }

    /// <summary>An amount, quantity, price or rate.</summary>
    public decimal? Number(Element element, string term)
    {
        var text = Text(element, term);
        return text is null ? null : Parse(text, element, term);
    }

    /// <summary>The same for a line, whose terms are named by its position: nothing is noted.</summary>
    public decimal? LineNumber(Element element, string term, int position)
    {
        var text = element.Text;
        return text is null ? null : Parse(text, element, string.Create(CultureInfo.InvariantCulture, $"{term}/{position}"));
    }

    /// <summary>A day, in any of the formats of <see cref="Days.Parse"/>.</summary>
    public DateOnly? Day(Element element, string term)
    {
        var text = Text(element, term);
        if (text is null)
        {
            return null;
        }

        if (Days.Parse(text, element.Attribute("format")) is { } day)
        {
            return day;
        }

        Warnings.Add(new("date-not-understood", $"“{text}” is not a date; nothing was taken in its place.", term));
        return null;
    }

    private decimal? Parse(string text, Element element, string term)
    {
        // Beyond the limit nothing could be computed with it, and no invoice says so much.
        if (decimal.TryParse(text, AmountStyle, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < DolibarrArithmetic.Largest)
        {
            return number;
        }

        Warnings.Add(new("amount-not-understood", $"“{text}” in {element.Name} is not a number that can be computed with; nothing was taken in its place.", term));
        return null;
    }
}
