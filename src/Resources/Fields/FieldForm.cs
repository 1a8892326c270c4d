using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Resources;

/// <summary>
/// Whether a value has the form that its field needs. Dolibarr checks next to nothing (<c>"12,5"</c> is stored as 125,
/// any text as an email), so what is let through here is what will be on the books.
/// </summary>
internal static class FieldForm
{
    public static IEnumerable<Problem> Check(Field rule, FieldValue value, string at) => (rule.Type, value) switch
    {
        (FieldType.Flag, FieldValue.Flag) or (FieldType.Reference, FieldValue.To) => [],
        (FieldType.Rows, FieldValue.Rows rows) => rows.Items.SelectMany((row, i) => rule.Row!.Check(row, string.Create(CultureInfo.InvariantCulture, $"{at}[{i + 1}]"))),
        (FieldType.Flag or FieldType.Reference or FieldType.Rows, _) or (_, not FieldValue.Text) =>
            [new Problem(Codes.WrongForm, at, $"It holds a value of another kind than {rule.Type.ToString().ToLowerInvariant()}.", "Give the kind of value that the field holds.")],
        (_, FieldValue.Text text) => Check(rule, text.Value, at),
    };

    private static IEnumerable<Problem> Check(Field rule, string text, string at)
    {
        if (rule.MaxLength > 0 && text.Length > rule.MaxLength)
        {
            yield return new Problem(Codes.TooLong, at, string.Create(CultureInfo.InvariantCulture, $"It has {text.Length} characters; the database takes {rule.MaxLength}."), "Shorten it.");
        }
        if (Fault(rule, text) is { } fault)
        {
            yield return new Problem(Codes.WrongForm, at, fault.Message, fault.Remedy);
        }
        else if (rule.AtLeast is { } least && Decimals.Strict(text) < least)
        {
            yield return new Problem(Codes.WrongForm, at, $"'{text}' is less than {Decimals.Text(least)}.", "Look at the document again.");
        }
        else if (LegalIdForm.Fault(rule.Type, text) is { } id)
        {
            yield return new Problem(Codes.WrongLegalId, at, id.Message, id.Remedy);
        }
    }

    private static FormFault? Fault(Field rule, string text) => rule.Type switch
    {
        _ when text.Any(c => char.IsControl(c) && c is not ('\n' or '\t' or '\r')) => new("It holds control characters.", "Take them out."),
        FieldType.Line or FieldType.Url when text.Contains('\n', StringComparison.Ordinal) => new("It has more than one line.", "Give one line of text."),
        FieldType.Line or FieldType.Url when text.Contains('"', StringComparison.Ordinal) || HtmlTags.AreIn(text) => new("Dolibarr silently removes quotation marks and tags from it.", "Write it without \" and without < before a letter."),
        FieldType.Prose when HtmlTags.AreIn(text) => new("It holds what looks like an HTML tag, which Dolibarr silently changes.", "Put a blank behind each <."),
        FieldType.Code when NotKept(text) is { } changed => new($"Dolibarr changes {changed} in it.",
            "Use letters without accents, digits and . - _ + ( ) & # % ! only."),
        FieldType.Iban when !IbanForm.IsOne(text) => new($"'{text}' is not an IBAN: its check digits or its length are wrong.", "Ask for it again, through a channel that you already trust, not the mail that names it."),
        FieldType.Date when Days.Strict(text) is null && !(rule.MayBeEmpty && text.Length == 0) => new($"'{text}' is not a date.", "Write dates as YYYY-MM-DD."),
        FieldType.Country when text.Length > 0 && !(text.Length == 2 && text.All(char.IsAsciiLetterUpper)) => new($"'{text}' is not the code of a country.", "Give its two letters, as FR."),
        FieldType.Color when text.Length > 0 && !(text.Length == 6 && text.All(char.IsAsciiHexDigit)) =>
            new($"'{text}' is not a color.", "Give its six hexadecimal digits, as ff8800."),
        FieldType.Amount => Number(text, Rounded.DecimalsOfAmount),
        FieldType.Price => Number(text, Rounded.DecimalsOfPrice),
        FieldType.Rate => Number(text, Rounded.DecimalsOfRate),
        FieldType.ExchangeRate => Number(text, Rounded.DecimalsOfExchangeRate),
        FieldType.Quantity => Number(text, Quantities.MostDecimals) ?? Kept(text),
        FieldType.Email when text.Length > 0 && !IsEmail(text) => new($"'{text}' is not an email address.", "Give one address, name@domain."),
        FieldType.Choice when !rule.Choices.Any(choice => choice.MayBeAsked && choice.Word == text) => new($"'{text}' is not one of its words.", $"Use one of: {string.Join(", ", rule.Choices.Where(choice => choice.MayBeAsked).Select(choice => choice.Word))}."),
        _ => null,
    };

    private static FormFault? Number(string text, int decimals) => Decimals.Strict(text) switch
    {
        null => new($"'{text}' is not a number.", "Write numbers with digits and a point, 1234.50, as text."),
        { } number when decimal.Abs(number) >= Rounded.TooLarge => new($"'{text}' is larger than any amount in these books.", "Look at the document again."),
        { } number when !Rounded.Has(decimals, number) => new(string.Create(CultureInfo.InvariantCulture, $"'{text}' has more than {decimals} decimals."), "Round it before it is entered."),
        _ => null,
    };

    private static FormFault? Kept(string text) =>
        Decimals.Strict(text) is { } number && !Quantities.IsReal(number)
            ? new($"'{text}' has more digits than Dolibarr keeps of a quantity (about seven).", "Enter a quantity of 1 at the line's net amount, with the true quantity in the description.")
            : null;

    /// <summary>What a server does not keep of a code; null where it keeps all. "auto" would make it draw one.</summary>
    private static string? NotKept(string text) =>
        text == "auto" ? "the word auto"
        : text.Contains("..", StringComparison.Ordinal) || text.Contains("--", StringComparison.Ordinal) ? "two points or dashes in a row"
        : text.FirstOrDefault(c => !IsKept(c)) is var c and not '\0' ? $"'{c}'"
        : null;

    private static bool IsKept(char c) => char.IsAsciiLetterOrDigit(c) || ".-_+()&#%!".Contains(c, StringComparison.Ordinal);

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.') && !text.Any(c => char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>');
    }
}
