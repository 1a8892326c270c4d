namespace DolibarrAgent.Intake;

/// <summary>What payment terms say, so far as they say it without doubt.</summary>
/// <param name="Text">The terms as the document writes them.</param>
public sealed record PaymentTerms(string Text)
{
    /// <summary>The day that they name.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Days from the invoice's date; 0 for "on receipt".</summary>
    public int? Days { get; init; }

    /// <summary>Whether these days go on to the end of their month.</summary>
    public bool EndOfMonth { get; init; }

    /// <summary>From the days that the document gives by themselves, else from its text; null where there is neither.</summary>
    public static PaymentTerms? Of(InvoiceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var text = string.Join("\n", facts.PaymentTerms);
        return facts.PaymentDays is { } days
            ? new(text.Length > 0 ? text : $"{days} days") { Days = days }
            : text.Length == 0 ? null : TermsText.Read(text, facts.IssueDate, facts.Seller.Country);
    }

    /// <summary>The day they come to for an invoice of that date; null where they do not say one, or contradict themselves.</summary>
    public DateOnly? DueFrom(DateOnly issued) => (Day, Counted(issued)) switch
    {
        ({ } day, null) => day,
        // A few days apart: a month that was taken for 30 days, a weekend that was left out.
        ({ } day, { } counted) => Math.Abs(day.DayNumber - counted.DayNumber) <= 5 || EndOfMonth ? day : null,
        (null, var counted) => counted,
    };

    private DateOnly? Counted(DateOnly issued) => Days is not { } days ? null
        : !EndOfMonth ? issued.AddDays(days)
        : issued.AddDays(days) is var end ? new DateOnly(end.Year, end.Month, DateTime.DaysInMonth(end.Year, end.Month)) : null;
}
