using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// What an electronic invoice says against the pages that a person sees of it. Only what is missing on them altogether is
/// said: where it stands on a page, and how, is the supplier's business.
/// </summary>
internal static class PagesAgainstXml
{
    /// <summary>The warning's code.</summary>
    public const string Code = "pages-disagree";

    /// <summary>One warning for each of number, gross amount and account that the pages do not show.</summary>
    /// <param name="facts">What the XML says.</param>
    /// <param name="pages">The pages. Recognised words can be misread, so such pages prove nothing here.</param>
    public static IEnumerable<IntakeWarning> Of(InvoiceFacts facts, ImmutableArray<Page> pages)
    {
        var readable = pages.Where(page => page.Source == PageTextSource.Text && !page.Words.IsEmpty).ToImmutableArray();
        if (readable.IsEmpty || readable.Length < pages.Length)
        {
            yield break;
        }

        var rows = ReadRow.Of(readable);
        if (facts.Number is { } number && !Shows(rows, number))
        {
            yield return new(Code,
                $"The pages do not show the number {number} that the XML gives: a person who reads the PDF sees another invoice.",
                "BT-1");
        }

        if (facts.Totals.Gross is { } gross && gross != 0 && !ShowsAmount(rows, gross))
        {
            yield return new(Code,
                $"The pages do not show the total of {Decimals.Cents(gross)} with VAT that the XML gives: "
                + "a person who reads the PDF sees another amount.",
                "BT-112");
        }

        foreach (var iban in facts.Ibans.Where(iban => !Shows(rows, iban)))
        {
            yield return new(Code, $"The pages do not show the bank account {iban} that the XML gives.", "BT-84");
        }
    }

    private static bool ShowsAmount(ImmutableArray<ReadRow> rows, decimal amount) =>
        rows.SelectMany(row => row.Tokens).OfType<PageToken.Number>().SelectMany(token => token.Readings)
            .Any(value => Math.Abs(value) == Math.Abs(amount));

    // Whole words that make it when they are put together, however it is spaced or pointed.
    private static bool Shows(ImmutableArray<ReadRow> rows, string text)
    {
        var wanted = LegalIds.Bare(text);
        return wanted.Length == 0 || rows.Any(row => Enumerable.Range(0, row.Row.Words.Length).Any(first => Begins(row, first, wanted)));
    }

    // Its name stands right before it: n°562044387.
    private static bool IsGlued(string word, string wanted) => word.Length > wanted.Length
        && word.EndsWith(wanted, StringComparison.Ordinal) && !char.IsDigit(word[^(wanted.Length + 1)]);

    private static bool Begins(ReadRow row, int first, string wanted)
    {
        var sofar = "";
        for (var i = first; i < row.Row.Words.Length && sofar.Length < wanted.Length; i++)
        {
            sofar += LegalIds.Bare(row.Row.Words[i].Text);
            if (sofar == wanted || (i == first && IsGlued(sofar, wanted)))
            {
                return true;
            }

            if (i > first && !wanted.StartsWith(sofar, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return false;
    }
}
