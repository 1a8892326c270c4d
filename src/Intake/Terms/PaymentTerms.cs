namespace DolibarrAgent.Intake;

/// <summary>What payment terms say, so far as they say it without doubt.</summary>
/// <param name="Text">The terms as the document writes them.</param>
public sealed record PaymentTerms(string Text)
{
    /// <summary>No invoice gives more days than these to pay in.</summary>
    internal const int MostDays = 366;

    /// <summary>The day that they name.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Days from the invoice's date; 0 for "on receipt".</summary>
    public int? Days { get; init; }

    /// <summary>Whether these days go on to the end of their month.</summary>
    public bool EndOfMonth { get; init; }

    /// <summary>Days from the end of the invoice's month, for terms that count from there: "end of month + 30 days".</summary>
    public int? DaysFromMonthEnd { get; init; }

    /// <summary>Whether they say days that can be read in several ways, so that none is taken.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>From the days that the document gives by themselves and from its text, which must not contradict them; null where there is neither.</summary>
    public static PaymentTerms? Of(InvoiceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var text = string.Join("\n", facts.PaymentTerms);
        var said = text.Length == 0 ? null : TermsText.Read(text, facts.IssueDate, facts.Seller.Country?.ToUpperInvariant());
        return facts.PaymentDays is >= 0 and <= MostDays and var days ? With(said ?? new($"{days} days"), days) : said;
    }

    /// <summary>The day they come to for an invoice of that date; null where they do not say one, or contradict themselves.</summary>
    public DateOnly? DueFrom(DateOnly issued) => (Day, Counted(issued)) switch
    {
        ({ } day, null) => day,
        // A few days apart: a month that was taken for 30 days, a weekend that was left out.
        ({ } day, { } counted) => Math.Abs(day.DayNumber - counted.DayNumber) <= 5 || EndOfMonth ? day : null,
        (null, var counted) => counted,
    };

    private static PaymentTerms With(PaymentTerms said, int days) =>
        said.IsInDoubt || said.DaysFromMonthEnd is not null || (said.Days is { } others && others != days)
            ? said with { Days = null, DaysFromMonthEnd = null, EndOfMonth = false, IsInDoubt = true }
            : said with { Days = days };

    private DateOnly? Counted(DateOnly issued) => (Days, DaysFromMonthEnd) switch
    {
        ({ } days, _) => Later(issued, days) is { } day && EndOfMonth ? MonthEnd(day) : Later(issued, days),
        (null, { } days) => Later(MonthEnd(issued), days),
        _ => null,
    };

    /// <summary>Null behind the last day of all.</summary>
    private static DateOnly? Later(DateOnly day, int days) => day.DayNumber + (long)days <= DateOnly.MaxValue.DayNumber ? day.AddDays(days) : null;

    private static DateOnly MonthEnd(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
