using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// What the pages of a printed invoice say, each thing proven, open between candidates, or not there. Nothing is guessed and
/// nothing is a likelihood.
/// </summary>
public sealed record PageReading
{
    /// <summary>What the pages call themselves.</summary>
    public required PageField<PageTitle> Title { get; init; }

    /// <summary>The invoice's number.</summary>
    public required PageField<string> Number { get; init; }

    /// <summary>The day of the invoice.</summary>
    public required PageField<DateOnly> Date { get; init; }

    /// <summary>The day on which it is to be paid. Many invoices say none.</summary>
    public required PageField<DateOnly> DueDate { get; init; }

    /// <summary>Who sells.</summary>
    public required PageField<PageParty> Seller { get; init; }

    /// <summary>The account to pay to. Shown and compared, never entered.</summary>
    public required PageField<string> Iban { get; init; }

    /// <summary>ISO 4217.</summary>
    public required PageField<string> Currency { get; init; }

    /// <summary>Net, VAT by rate and gross.</summary>
    public required PageField<PageTotals> Totals { get; init; }

    /// <summary>The lines, where they make the net amount and that of each rate; else empty, and the rates are what is known.</summary>
    public ImmutableArray<PageLine> Lines { get; init; } = [];

    /// <summary>Whether the pages call themselves a credit note.</summary>
    public bool IsCreditNote => Title is PageField<PageTitle>.Proven { Value: PageTitle.CreditNote };

    /// <summary>Whether the check digits of the account hold. One that fails stands so on the page; it can be mistyped.</summary>
    public bool HoldsIbanCheckDigits => Iban is PageField<string>.Proven proven && IbanForm.HasCheckDigits(proven.Value);

    /// <summary>What is not proven of what an invoice must say: empty where the reading is proven.</summary>
    public ImmutableArray<PageGap> Gaps =>
    [
        .. new[]
        {
            (PageGap?)(Title is PageField<PageTitle>.Proven { Value: not PageTitle.Other } ? null : PageGap.Title),
            Number is PageField<string>.Proven ? null : PageGap.Number,
            Date is PageField<DateOnly>.Proven ? null : PageGap.Date,
            Seller is PageField<PageParty>.Proven ? null : PageGap.Seller,
            Currency is PageField<string>.Proven ? null : PageGap.Currency,
            Totals is PageField<PageTotals>.Proven ? null : PageGap.Totals,
        }.OfType<PageGap>(),
    ];

    /// <summary>Whether nothing of an invoice was found: the pages are of something else.</summary>
    public bool IsEmpty => Gaps.Length == Enum.GetValues<PageGap>().Length;

    /// <summary>Whether all that an invoice must say is proven.</summary>
    public bool IsProven => Gaps.IsEmpty;
}

/// <summary>What an invoice must say.</summary>
public enum PageGap
{
    /// <summary>That it is an invoice, a credit note or an invoice for a deposit, and nothing else.</summary>
    Title,

    /// <summary>Its number.</summary>
    Number,

    /// <summary>Its day.</summary>
    Date,

    /// <summary>Who sells, by a legal id.</summary>
    Seller,

    /// <summary>What it is in.</summary>
    Currency,

    /// <summary>Net, VAT by rate and gross, closing to the cent.</summary>
    Totals,
}
