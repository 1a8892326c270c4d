using System.Globalization;

namespace DolibarrAgent.Changesets;

/// <summary>
/// Days, and every form in which one is read or written: ISO 8601, <c>2026-11-20</c>, in changesets, in what the model and
/// people write, in messages, in filters sent to Dolibarr and in the review, in either language. What Dolibarr and documents
/// write is read more tolerantly, each by the rule that is named for it. No rule guesses: what is not of its form is null.
/// </summary>
/// <remarks>
/// Two things are elsewhere: a day as seconds, which only Dolibarr writes (<c>Dolibarr/Wire/UnixSeconds.cs</c>), and days
/// within the sentences of payment terms (<c>Intake/Terms/TermsDates.cs</c>), which hands each one it finds to <see cref="Strict"/>.
/// </remarks>
public static class Days
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>The day that a text is: <c>YYYY-MM-DD</c> and nothing else, no blanks; null for any other text, and for none.</summary>
    public static DateOnly? Strict(string? text) => Exactly(Form, text);

    /// <summary>
    /// The day that a text begins with, whatever is behind it; null where it begins with none. For Dolibarr, whose database
    /// writes the time of midnight behind a day in some answers.
    /// </summary>
    public static DateOnly? AtStartOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length >= Form.Length ? Strict(text[..Form.Length]) : null;
    }

    /// <summary>
    /// The day that an electronic invoice writes: UN/CEFACT formats 102 (<c>20261120</c>), 203 and 204 (with a time behind
    /// it), and ISO 8601 (with or without a time or a zone behind it). Eight digits that make a day of these decades are one
    /// whatever format is claimed: no other order of digits gives such a year. Null for anything else, and for a year that
    /// no invoice names.
    /// </summary>
    /// <param name="text">What the element holds.</param>
    /// <param name="format">The UN/CEFACT format that the element claims; null where it claims none.</param>
    public static DateOnly? OfInvoice(string text, string? format)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = text.Length switch
        {
            8 => text,
            12 when format == "203" => text[..8],
            14 when format == "204" => text[..8],
            _ => "",
        };
        var day = Exactly("yyyyMMdd", digits)
            ?? (text.Length <= Form.Length || text[Form.Length] is 'T' or 'Z' or '+' or '-' ? AtStartOf(text) : null);
        return day is { Year: >= 1990 and <= 2100 } ? day : null;
    }

    /// <summary>The one text of a day: <c>2026-11-20</c>.</summary>
    public static string Text(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The day as people write it who name the day first: <c>20/11/2026</c>. Only for reading.</summary>
    public static string DayFirst(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The same; null for none.</summary>
    public static string? Text(DateOnly? day) => day is { } one ? Text(one) : null;

    /// <summary>The same; empty for none, as the image of an object holds it.</summary>
    public static string TextOrEmpty(DateOnly? day) => Text(day) ?? "";

    private static DateOnly? Exactly(string form, string? text) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
