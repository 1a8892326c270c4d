using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// What an electronic invoice says against the pages that a person sees of it: what is missing on them altogether, and what they
/// prove otherwise. Where it stands on a page, and how it is written, is the supplier's business.
/// </summary>
internal static class PagesAgainstXml
{
    /// <summary>The warning's code.</summary>
    public const string Code = "pages-disagree";

    private const string AnotherInvoice = "a person who reads the PDF sees another invoice.";
    private const string AnotherAmount = "a person who reads the PDF sees another amount.";

    /// <summary>One warning for each of type, number, gross amount and account that the pages do not show.</summary>
    /// <param name="facts">What the XML says.</param>
    /// <param name="pages">The pages. Recognised words can be misread, so such pages prove nothing here.</param>
    public static IEnumerable<IntakeWarning> Of(InvoiceFacts facts, ImmutableArray<Page> pages)
    {
        if (pages.IsEmpty || pages.Any(page => page.Source != PageTextSource.Text || page.Words.IsEmpty))
        {
            return [];
        }

        var proven = PageProof.Of(pages);
        var shown = ShownValues.Of([.. pages.Select(Plain)]);
        return new[] { Type(facts, proven), Number(facts, proven, shown), Gross(facts, proven, shown) }.OfType<IntakeWarning>()
            .Concat(facts.Ibans.Where(iban => !shown.Show(iban)).Select(iban => Account(iban, proven)));
    }

    // What a person hardly sees counts only where that is most of the page: a seal or a watermark lies over it.
    private static Page Plain(Page page) => page.Words.Count(word => word.IsDoubtful) * 2 > page.Words.Length
        ? page : page with { Words = [.. page.Words.Where(word => !word.IsDoubtful)] };

    // One is money that we owe, the other money that is owed to us.
    private static IntakeWarning? Type(InvoiceFacts facts, PageReading proven)
    {
        var kind = DocumentTypes.KindOf(DocumentTypes.CodeOf(facts), facts.Totals.Gross < 0);
        var isOther = proven.Title.ValueOrDefault switch
        {
            PageTitle.CreditNote => kind is EntryKind.Invoice or EntryKind.Deposit,
            PageTitle.Invoice => kind == EntryKind.CreditNote && proven.Totals.ValueOrDefault is { Gross: > 0 },
            _ => false,
        };
        return proven.Title is PageField<PageTitle>.Proven && isOther
            ? new(Code, kind == EntryKind.CreditNote
                ? "The pages are of an invoice, and the XML is of a credit note."
                : "The pages are of a credit note, and the XML is of an invoice.", "BT-3")
            : null;
    }

    private static IntakeWarning? Number(InvoiceFacts facts, PageReading proven, ShownValues shown)
    {
        if (facts.Number is not { } number)
        {
            return null;
        }

        var own = proven.Number.ValueOrDefault;
        return own is not null && LegalIds.Bare(own) != LegalIds.Bare(number)
            ? new(Code, $"The pages show the number {own}, and the XML gives {number}: {AnotherInvoice}", "BT-1")
            : shown.Show(number) ? null
            : new(Code, $"The pages do not show the number {number} that the XML gives: {AnotherInvoice}", "BT-1");
    }

    private static IntakeWarning? Gross(InvoiceFacts facts, PageReading proven, ShownValues shown)
    {
        if (facts.Totals.Gross is not { } gross || gross == 0)
        {
            return null;
        }

        return proven.Totals.ValueOrDefault is { } totals && Math.Abs(totals.Gross) != Math.Abs(gross)
            ? new(Code, $"The pages show a total of {Decimals.Cents(totals.Gross)} with VAT, and the XML gives {Decimals.Cents(gross)}: "
                + AnotherAmount, "BT-112")
            : shown.Show(gross) ? null
            : new(Code, $"The pages do not show the total of {Decimals.Cents(gross)} with VAT that the XML gives: "
                + AnotherAmount, "BT-112");
    }

    private static IntakeWarning Account(string iban, PageReading proven) => new(Code,
        proven.Iban.ValueOrDefault is { } own ? $"The pages show the bank account {own}, and not {iban} that the XML gives."
            : $"The pages do not show the bank account {iban} that the XML gives.", "BT-84");
}
