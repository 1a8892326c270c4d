using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Holds what a model proposes against pages that a program has read to the end: what stands neither there nor in the other texts,
/// nor in a person's words, was made up or misread, and is refused. A word that may be misread is one that stands there.
/// </summary>
internal sealed class PagesHold
{
    private readonly ShownValues shown;
    private readonly ShownValues written;
    private readonly WrittenWords other;
    private readonly WrittenWords all;
    private readonly bool holds;

    /// <summary>Of all texts that were given.</summary>
    /// <param name="pages">The pages; nothing is held against them where some were not read.</param>
    /// <param name="others">Texts of mails, names of files, and what a person said.</param>
    public PagesHold(PageWords pages, ImmutableArray<string> others)
    {
        holds = pages.Unread.IsEmpty && pages.Pages.Any(page => !page.Words.IsEmpty);
        ImmutableArray<Page> read = holds ? pages.Pages : [];
        var text = holds ? string.Join('\n', others) : "";
        (shown, written, other) = (ShownValues.Of(read), ShownValues.Of(text), new WrittenWords(text));
        all = new WrittenWords(string.Join('\n', [.. read.SelectMany(page => PageRows.Of(page)).Select(row => row.Text), text]));
    }

    /// <summary>Everything that is refused of a new invoice.</summary>
    public ImmutableArray<Problem> Of(InvoiceFacts facts, ThirdParty supplier) =>
        [.. Supplier(supplier), .. Of(facts.Number, facts.IssueDate, facts.Totals.Gross)];

    /// <summary>Everything that is refused of a number, a date and a total with VAT; null where one is not given.</summary>
    public ImmutableArray<Problem> Of(string? number, DateOnly? date, decimal? gross) => !holds ? [] :
    [
        .. number is null || shown.Show(number) || other.Say(number) ? [] : Missing("reference", $"The number '{number}' does not stand"),
        .. date is not { } day || shown.Show(day) || written.Show(day) ? [] : Missing("date", $"The date {Days.Text(day)} does not stand"),
        .. gross is not { } total || total == 0 || shown.Show(total) || written.Show(total) ? []
            : Missing("gross", $"The total of {Decimals.Cents(total)} does not stand"),
    ];

    /// <summary>Accounts in a text that a model wrote. It enters none; a person may pay to what they read.</summary>
    public ImmutableArray<Problem> Accounts(string place, string? text) => !holds || text is null ? [] :
        [
            .. IbanForm.In(text).Where(iban => !shown.Show(iban) && !other.Say(iban))
                .SelectMany(iban => Missing(place, $"The account {iban} does not stand")),
        ];

    private Problem[] Supplier(ThirdParty supplier) => !holds || all.Name(supplier.Name)
        || new[] { supplier.VatNumber, supplier.Siren, supplier.Siret }.Any(id => id.Length > 0 && all.Say(id)) ? []
            : Missing("supplier", $"Neither the name nor a legal id of {ThirdPartyWords.Describe(supplier)} stands");

    private static Problem[] Missing(string place, string what) =>
        [new(Codes.NotOnPages, place, $"{what} on the pages or in the texts that were given: all of them were read.")];
}
