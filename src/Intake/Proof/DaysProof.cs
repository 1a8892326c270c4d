using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Intake;

/// <summary>Proves the days: of the invoice, and on which it is to be paid. Each must be labelled, and be one day whoever reads
/// it.</summary>
internal sealed partial class DaysProof(ImmutableArray<ReadRow> rows)
{
    private const int MostBetween = 20;

    private readonly Binding binding = new(rows);

    /// <summary>The day of the invoice: as labelled, or right behind its number; a plain "date" only where nothing says more.</summary>
    /// <param name="number">The number, where it is proven.</param>
    public PageField<DateOnly> Date(PageField<string> number)
    {
        var sure = Labelled(LabelKind.Date).Concat(BehindNumber(number)).ToList();
        var plain = sure.Count > 0 ? [] : Labelled(LabelKind.PlainDate).ToList();
        return One(sure.Count > 0 ? sure : plain.Count > 0 ? plain : [.. BehindTown()]);
    }

    /// <summary>The day on which all of it is to be paid: not before the invoice's own, and not one until which a discount is
    /// given.</summary>
    /// <param name="date">The day of the invoice, where it is proven.</param>
    public PageField<DateOnly> DueDate(PageField<DateOnly> date)
    {
        var days = Labelled(LabelKind.DueDate).ToList();
        var due = One(days);
        var isOpen = (due is PageField<DateOnly>.Proven one && date is PageField<DateOnly>.Proven own && one.Value < own.Value)
            || rows.Any(row => row.Labels.Any(label => label.Kind == LabelKind.EarlyPayment) && row.Tokens.Any(days.Contains));
        return isOpen ? new PageField<DateOnly>.Several([.. days.SelectMany(token => token.Readings
            .Select(day => new PageCandidate<DateOnly>(day, token.Place)))]) : due;
    }

    private IEnumerable<PageToken.Day> Labelled(LabelKind kind) =>
        from row in rows
        from label in row.Labels
        where label.Kind == kind && !IsOfOther(row, label)
        let right = Binding.RightOf<PageToken.Day>(row, label).Take(1)
            .Where(day => Between(row, label, day).Length <= (kind == LabelKind.PlainDate ? 0 : MostBetween)).ToList()
        from day in right.Count > 0 || (kind == LabelKind.PlainDate
            && !IsHead(row, label)) ? right : binding.Beneath<PageToken.Day>(row, label).Take(1)
        select day;

    // "Original invoice no. 12 dated 2 March": a word that goes on from the number of something else.
    private static bool IsOfOther(ReadRow row, PageLabel label) =>
        label.Phrase.Words.Length == 1
            && row.Labels.LastOrDefault(other => other.End <= label.Start) is { Kind: LabelKind.OtherNumber } before
        && row.EndOfCell(before.End) > label.Start;

    // A plain word for a day heads a column where the invoice's number has one beside it.
    private static bool IsHead(ReadRow row, PageLabel label) =>
        row.BeginsCell(label.Start) && row.Labels.Any(other => other.Kind is LabelKind.Number or LabelKind.PlainNumber
            && row.BeginsCell(other.Start)
            && Math.Abs(other.Start - label.Start) > 2);

    // As letters begin: the town and the day, alone in a cell of the first page: "Lyon, le 3 mars 2026". Without the comma it
    // may as well be "Livré le 3 mars 2026".
    private IEnumerable<PageToken.Day> BehindTown() =>
        from row in rows
        where row.Row.Page == rows[0].Row.Page && row.Row.Box.Top < 0.5 * row.PageHeight
        from day in row.Tokens.OfType<PageToken.Day>()
        where row.EndOfCell(day.Start) == day.End && Town().IsMatch(row.Text[row.StartOfCell(day.Start)..day.Start])
        select day;

    private IEnumerable<PageToken.Day> BehindNumber(PageField<string> number) =>
        number is not PageField<string>.Proven proven ? [] :
        from place in proven.Places
        from row in rows
        where row.Row.Page == place.Page && Math.Abs(row.Row.Box.Middle - place.Box.Middle) < 0.5 * place.Box.Height
        from day in row.Tokens.OfType<PageToken.Day>()
        let gap = day.Place.Box.Left - place.Box.Right
        where gap > 0 && gap < 12 * place.Box.Height && !row.Labels.Any(label => label.Box.Left > place.Box.Right
            && label.Box.Left < day.Place.Box.Left && label.Kind is not (LabelKind.Date or LabelKind.PlainDate))
        select day;

    // The letters between a label and a day: "Due date (30 days): 12/03/2026".
    private static string Between(ReadRow row, PageLabel label, PageToken.Day day) =>
        string.Concat(row.Text[label.End..day.Start].Where(char.IsLetterOrDigit));

    private static PageField<DateOnly> One(List<PageToken.Day> days)
    {
        var values = days.SelectMany(token => token.Readings
            .Select(day => new PageCandidate<DateOnly>(day, token.Place))).DistinctBy(one => one.Value).ToImmutableArray();
        return values switch
        {
            [] => new PageField<DateOnly>.NotThere(),
            [var only] when days.Exists(token => token.IsSure) => new PageField<DateOnly>.Proven(only.Value, [.. days
                .Select(token => token.Place)]),
            _ => new PageField<DateOnly>.Several(values),
        };
    }

    [GeneratedRegex(@"^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2}, ?(?:le |den |il |a )?$")]
    private static partial Regex Town();
}
