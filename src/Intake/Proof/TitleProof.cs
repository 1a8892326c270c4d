using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// Proves what the pages call themselves, by the titles of the first page: words at the beginning of a cell, the largest first.
/// A reminder, a statement or a pro forma repeats the numbers and amounts of invoices and is none.
/// </summary>
internal sealed class TitleProof
{
    // The longest cell that can be a title, and the words that may stand before its own: "2nd reminder".
    private const int LongestTitle = 80;
    private const int MostWordsBefore = 2;

    // Letters of one size differ in height by so much: those without long strokes are lower.
    private const double Clearly = 1.35;

    // What the words of a label that names the invoice begin with.
    private static readonly ImmutableArray<string> Stems =
        ["factur", "fattur", "invoice", "inv", "rechnung", "re", "rg", "faktura", "bill", "avoir", "credit", "gutschrift", "abono",
            "nota", "parcella", "honoraires", "fra"];

    private readonly ImmutableArray<ReadRow> first;
    private readonly ImmutableArray<ReadRow> rows;
    private readonly ImmutableArray<Title> titles;

    /// <summary>Looks for titles.</summary>
    public TitleProof(ImmutableArray<ReadRow> rows)
    {
        this.rows = rows;
        first = [.. rows.TakeWhile(row => row.Row.Page == rows[0].Row.Page)];
        titles = [.. first.SelectMany(TitlesOf)];
    }

    /// <summary>Whether a credit note's own number goes before that of an invoice.</summary>
    public bool MayBeCreditNote => titles.Any(title => title.Kind == LabelKind.CreditNote);

    /// <summary>What they call themselves.</summary>
    /// <param name="totals">The amounts: negative ones settle what two titles leave open.</param>
    public PageField<PageTitle> Find(PageField<PageTotals> totals)
    {
        if (rows.SelectMany(row => row.Labels.Where(label => label.Kind == LabelKind.SelfBilled)
            .Select(label => row.PlaceAt(label.Start, label.End - label.Start))).FirstOrDefault() is { } self)
        {
            return new PageField<PageTitle>.Several([new(PageTitle.Other, self), new(PageTitle.Invoice, self)]);
        }

        var own = titles.Where(title => title.Kind is LabelKind.Invoice or LabelKind.CreditNote or LabelKind.Deposit).ToList();
        var size = own.Select(title => title.Height).DefaultIfEmpty(0).Max();
        var isNamed = own.Count > 0 || first.Any(row => row.Labels.Any(label => label.Kind is LabelKind.Number or LabelKind.Date
            && IsOfInvoice(label)));
        var other = titles.Where(title => title.Kind == LabelKind.OtherTitle && title.Height * Clearly >= size && !IsSlip(title, own))
            .Concat(titles.Where(title => title.Kind == LabelKind.ReferredTitle && (title.Height > size * Clearly && (size > 0 || !isNamed
                || title.Height > BodyHeight * Clearly)))).FirstOrDefault();
        if (other is not null)
        {
            return new PageField<PageTitle>.Proven(PageTitle.Other, [other.Place]);
        }

        return own.Count > 0 ? Largest(own, size, totals)
            : isNamed ? new PageField<PageTitle>.Proven(PageTitle.Invoice, [])
            : new PageField<PageTitle>.NotThere();
    }

    // In the lower half, under the invoice's own title and not larger: the slip to pay by, or a notice of the direct debit.
    private bool IsSlip(Title title, List<Title> own) => title.Place.Box.Top > 0.5 * first[0].PageHeight
        && own.Exists(one => one.Place.Box.Top < title.Place.Box.Top && one.Height * Clearly >= title.Height);

    private double BodyHeight => first.SelectMany(row => row.Row.Words)
        .Select(word => word.Box.Height).Order().Skip(first.Sum(row => row.Row.Words.Length) / 2).FirstOrDefault();

    private PageField<PageTitle> Largest(List<Title> own, double size, PageField<PageTotals> totals)
    {
        var large = own.Where(title => title.Height * Clearly >= size).ToList();
        var kinds = large.Select(title => title.Kind).Distinct().ToList();
        var isNegative = totals is PageField<PageTotals>.Proven { Value.Gross: < 0 };
        var kind = kinds is [var only] ? only
            : kinds.Contains(LabelKind.CreditNote) ? isNegative ? LabelKind.CreditNote : (LabelKind?)null
            : LabelKind.Deposit;
        if (kind == LabelKind.CreditNote && !isNegative && large.TrueForAll(title => title.IsGutschrift) && !RefersToInvoice)
        {
            kind = null;
        }

        return kind is null
            ? new PageField<PageTitle>.Several([.. large
                .Select(title => new PageCandidate<PageTitle>(Of(title.Kind), title.Place)).DistinctBy(one => one.Value)])
            : new PageField<PageTitle>.Proven(Of(kind.Value), [.. large.Where(title => title.Kind == kind).Select(title => title.Place)]);
    }

    // In German law "Gutschrift" is also an invoice that the buyer writes: only what it corrects makes it a credit note.
    private bool RefersToInvoice => rows.Any(row => row.Words.Any(word =>
        word.Text is "korrektur" or "rechnungskorrektur" or "storno" or "stornorechnung" or "ursprungsrechnung" or "originalrechnung" or "ursprungsbeleg" or "reklamation" or "retoure"));

    private static PageTitle Of(LabelKind kind) => kind switch
    {
        LabelKind.Invoice => PageTitle.Invoice,
        LabelKind.CreditNote => PageTitle.CreditNote,
        LabelKind.Deposit => PageTitle.Deposit,
        _ => PageTitle.Other,
    };

    private static bool IsOfInvoice(PageLabel label) => label.Phrase.Words.Any(word => Stems.Contains(word) || (word.Length > 5
        && Stems.Any(stem => stem.Length > 4 && word.StartsWith(stem, StringComparison.Ordinal))));

    private static IEnumerable<Title> TitlesOf(ReadRow row)
    {
        foreach (var start in row.CellStarts)
        {
            var end = row.EndOfCell(start);
            var words = row.Words.Where(word => word.Start >= start && word.Start < end).Take(MostWordsBefore + 1).ToList();
            var phrase = words.Select((word, i) => LabelTable.TitleAt(row.WordsOfCell(row.Words.IndexOf(word)), 0) is { } found && (i == 0
                || found.Kind is LabelKind.OtherTitle) ? new Found(found, word) : null)
                .FirstOrDefault(found => found is not null);
            if (phrase is null)
            {
                continue;
            }

            var at = row.Words.IndexOf(phrase.First);
            var behind = row.Words[at + phrase.Phrase.Words.Length - 1].End;
            if (end - start <= LongestTitle && (phrase.Phrase.Kind != LabelKind.CreditNote || IsWhole(row, behind, end)))
            {
                var place = row.PlaceAt(phrase.First.Start, behind - phrase.First.Start);
                yield return new(phrase.Phrase.Kind, place, place.Box.Height, phrase.Phrase.Words is ["gutschrift"] or ["kaufmannische",
                    "gutschrift"] or ["wertgutschrift"]);
            }
        }
    }

    // A title is all that stands in its cell, or has its number or day behind it.
    private static bool IsWhole(ReadRow row, int behind, int end) => behind >= end
        || row.Text.AsSpan(behind, end - behind).IndexOfAnyInRange('0', '9') >= 0
            || row.Text.AsSpan(behind, end - behind).IndexOfAny(":/(-") >= 0;

    private sealed record Found(LabelPhrase Phrase, LabelWord First);

    private sealed record Title(LabelKind Kind, PagePlace Place, double Height, bool IsGutschrift);
}

/// <summary>What the pages call themselves.</summary>
public enum PageTitle
{
    /// <summary>An invoice.</summary>
    Invoice,

    /// <summary>A credit note.</summary>
    CreditNote,

    /// <summary>An invoice for a deposit.</summary>
    Deposit,

    /// <summary>Something else: a quote, an order, a delivery note, a reminder, a statement, a pro forma.</summary>
    Other,
}
