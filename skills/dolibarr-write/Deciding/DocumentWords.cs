using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// What can be read in the documents of a session by a program: the mails' texts, subjects and senders, the names of files,
/// and the pages of PDFs and pictures, as far as a person sees the same there.
/// </summary>
internal sealed partial class DocumentWords
{
    private readonly string text;
    private readonly ImmutableHashSet<string> numbers;

    private DocumentWords(ImmutableArray<string> texts, ImmutableArray<string> instructions, bool hasBody)
    {
        text = Seen(string.Join('\n', texts));
        var all = $"{text}\n{string.Join('\n', instructions)}";
        Words = new WrittenWords(all);
        numbers = [.. Numbers().Matches(all).Select(m => string.Concat(m.Value.Where(char.IsAsciiDigit)).TrimStart('0'))];
        IsThere = hasBody;
    }

    /// <summary>The words themselves, to look in.</summary>
    public WrittenWords Words { get; }

    /// <summary>Whether there is a text that says something of an invoice; without one nothing can be compared.</summary>
    public bool IsThere { get; }

    /// <summary>The names of files whose pages could not be read.</summary>
    public ImmutableArray<string> Unread { get; private init; } = [];

    /// <summary>What a proposal is held against where it rests on pages.</summary>
    public required PagesHold Hold { get; init; }

    /// <summary>IBANs in it: with right check digits, or of the form of one of their country.</summary>
    public ImmutableArray<string> Ibans => [.. IbanForm.In(text)];

    /// <summary>Of the documents; a person's words count too, but no account is taken from them.</summary>
    public static DocumentWords Of(ImmutableArray<GivenDocument> documents, PageWords pages, ImmutableArray<string> instructions) => new(
        [.. documents.SelectMany(TextsOf), .. pages.Texts],
        instructions,
        documents.Any(d => d.Reading.Mail is { HasWords: true }) || !pages.Texts.IsEmpty)
    {
        Unread = pages.Unread,
        Hold = new PagesHold(pages, [.. documents.SelectMany(TextsOf), .. instructions]),
    };

    /// <summary>Whether letters and digits stand in it in that order, however they are spaced, pointed or accented.</summary>
    public bool Say(string said) => Words.Say(said);

    /// <summary>Whether the amount stands in it, in whatever way a country writes it.</summary>
    public bool SayAmount(decimal amount)
    {
        var cents = Decimals.Cents(Math.Abs(amount));
        var digits = string.Concat(cents.Where(char.IsAsciiDigit)).TrimStart('0');
        return numbers.Contains(digits)
            || (cents.EndsWith('0') && numbers.Contains(digits[..^Math.Min(1, digits.Length)]))
            || (cents.EndsWith("00", StringComparison.Ordinal) && numbers.Contains(digits[..^Math.Min(2, digits.Length)]));
    }

    /// <summary>Whether every longer word of a company's name stands in it.</summary>
    public bool Name(string company) => Words.Name(company);

    private static IEnumerable<string> TextsOf(GivenDocument document) =>
        document.Reading.Mail is { } mail ? mail.AllTexts : [document.Reading.File.Name];

    private static string Seen(string text) => string.Concat(text.Where(c => c is '\n' or '\t' || !(char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)));

    [GeneratedRegex(@"[0-9](?:[ \u00a0\u202f.,'’]?[0-9])*")]
    private static partial Regex Numbers();
}
