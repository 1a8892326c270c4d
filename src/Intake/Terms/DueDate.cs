using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>When an invoice is to be paid, and how that is known.</summary>
/// <param name="From">The words or the number that it was taken from; null where the document gives the day itself (BT-9).</param>
public sealed record DueDate(DateOnly Day, string? From)
{
    private const int MostShown = 200;

    /// <summary>The earliest day that the document gives, else the one that its terms come to; null where they leave a doubt.</summary>
    public static DueDate? Of(InvoiceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!facts.DueDates.IsEmpty)
        {
            return new(facts.DueDates.Min(), null);
        }

        return facts.IssueDate is { } issued && PaymentTerms.Of(facts) is { } terms && terms.DueFrom(issued) is { } day ? new(day, terms.Text) : null;
    }

    /// <summary>What a person should know of it; nothing where there is one day and the document gives it.</summary>
    internal static IEnumerable<IntakeWarning> Warnings(InvoiceFacts facts)
    {
        var due = Of(facts);
        if (due is null)
        {
            yield return facts.PaymentTerms.IsEmpty
                ? new("due-date-missing", "The document gives neither a due date nor payment terms; the supplier's terms in Dolibarr apply.", "BT-9")
                : new("due-date-unclear", $"The document gives no due date, and its payment terms do not settle one: “{Shown(string.Join(" ", facts.PaymentTerms))}”. They are entered as a note.", "BT-20");
            yield break;
        }

        if (due.From is { } text)
        {
            yield return new("due-date-from-terms", $"The due date {Days.Text(due.Day)} is taken from the payment terms: “{Shown(text)}”.", "BT-20");
        }

        if (due.Day < facts.IssueDate)
        {
            yield return new("due-before-date", $"The due date {Days.Text(due.Day)} is before the date {Days.Text(facts.IssueDate.Value)}.", "BT-9");
        }

        if (facts.DueDates.Length > 1)
        {
            yield return new("several-due-dates", $"The document has several due dates ({string.Join(", ", facts.DueDates.Select(day => Days.Text(day)))}); Dolibarr has one, the first of them is entered.", "BT-9");
        }
    }

    private static string Shown(string text)
    {
        var line = FitText.Keepable(text);
        return line.Length <= MostShown ? line : line[..MostShown] + "…";
    }
}
