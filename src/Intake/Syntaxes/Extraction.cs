using System.Globalization;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Takes values out of elements for one document: notes where each stood, and what could not be understood.
/// A value that cannot be understood is null and a warning, never a guess.
/// </summary>
internal sealed partial class Extraction(string origin)
{
    private readonly Dictionary<string, int> terms = new(StringComparer.Ordinal);

    private readonly List<InOtherCurrency> otherwise = [];

    public List<IntakeWarning> Warnings { get; } = [];

    /// <summary>The document's currency. An amount that names another one is read, and told in <see cref="ReportCurrencies"/>.</summary>
    public string? Currency { get; set; }

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
        return text is null ? null : Parse(text, element, Place(term, position));
    }

    /// <summary>A day, in any of the formats of <see cref="Days.OfInvoice"/>.</summary>
    public DateOnly? Day(Element element, string term)
    {
        var text = Text(element, term);
        return text is null ? null : Day(text, element, term);
    }

    /// <summary>The same for a line.</summary>
    public DateOnly? LineDay(Element element, string term, int position) =>
        element.Text is { } text ? Day(text, element, Place(term, position)) : null;

    /// <summary>Whether an indicator says yes; also where it stands in an element of its own (CII).</summary>
    public bool IsSet(Element indicator, string term) =>
        Text(indicator["Indicator"] is { Exists: true } inner ? inner : indicator, term) is { } text && (text == "1" || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is a charge. What says neither is read as an allowance, which never makes more of the invoice, and said.</summary>
    public bool IsCharge(Element indicator, string term)
    {
        var text = indicator.Text;
        if (text is "1" || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (text is not "0" && !string.Equals(text, "false", StringComparison.OrdinalIgnoreCase))
        {
            Warnings.Add(new("charge-indicator", $"An allowance or charge does not say which of the two it is (“{text}”); it was read as an allowance.", term));
        }

        return false;
    }

    /// <summary>The allowance or charge as it is; one without an amount is told, for a percentage alone is never worked out.</summary>
    public AllowanceCharge Told(AllowanceCharge read, string term)
    {
        if (read.Amount is null)
        {
            Warnings.Add(new("allowance-without-amount", string.Create(CultureInfo.InvariantCulture,
                $"{(read.IsCharge ? "A charge" : "An allowance")} ({read.Reason ?? "without reason"}, {Decimals.AsWritten(read.Percent) ?? "no"} %) states no amount; none was worked out."), term));
        }

        return read;
    }

    /// <summary>Adds the warning about amounts in another currency than the document's; the VAT in the tax currency (BT-111) is not one of them.</summary>
    public void ReportCurrencies()
    {
        foreach (var group in otherwise.GroupBy(o => o.Currency, StringComparer.Ordinal))
        {
            Warnings.Add(new("currency-mixed", string.Create(CultureInfo.InvariantCulture,
                $"{group.Count()} amounts are stated in {group.Key} and the document's currency is {Currency} (the first: {group.First().Term}); a person has to say which counts."), group.First().Term));
        }
    }

    private DateOnly? Day(string text, Element element, string place)
    {
        if (Days.OfInvoice(text, element.Attribute("format")) is { } day)
        {
            return day;
        }

        Warnings.Add(new("date-not-understood", $"“{text}” is not a date that an invoice can have; nothing was taken in its place.", place));
        return null;
    }

    public static string Place(string term, int position) => string.Create(CultureInfo.InvariantCulture, $"{term}/{position}");

    private decimal? Parse(string text, Element element, string term)
    {
        // Beyond the limit nothing could be computed with it, and no invoice says so much.
        if (Decimals.OfMachine(text) is { } number && Math.Abs(number) < Rounded.TooLarge)
        {
            if (Currency is not null && term != "BT-111" && element.Attribute("currencyID") is { Length: > 0 } stated && stated != Currency)
            {
                otherwise.Add(new InOtherCurrency(term, stated));
            }

            return number;
        }

        if (DecimalComma().IsMatch(text))
        {
            Warnings.Add(new("decimal-comma", $"“{text}” in {element.Name} has a comma as its decimal sign; the format of the document allows only a point, so no amount of it was taken.", term));
            return null;
        }

        Warnings.Add(new("amount-not-understood", $"“{text}” in {element.Name} is not a number that can be computed with; nothing was taken in its place.", term));
        return null;
    }

    [GeneratedRegex(@"^[+-]?[0-9][0-9.\u00a0\u202f ]*,[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();

    private sealed record InOtherCurrency(string Term, string Currency);
}
