using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Intake;

/// <summary>Proves the number: one that stands at the words for an invoice's number. A credit note's own number goes before that of the invoice it credits.</summary>
internal sealed partial class NumberProof(ImmutableArray<ReadRow> rows)
{
    /// <summary>The number.</summary>
    public PageField<string> Find(bool isCreditNote)
    {
        var candidates = rows.SelectMany(row => row.Labels.SelectMany(label => At(row, label))).ToList();
        if (candidates.Count == 0)
        {
            return new PageField<string>.NotThere();
        }

        var best = candidates.Where(one => one.Rank == Best(candidates, isCreditNote)).ToList();
        var values = best.DistinctBy(one => References.KeyOf(one.Value)).ToList();
        return values.Count == 1
            ? new PageField<string>.Proven(values[0].Value, [.. best.Select(one => one.Place)])
            : new PageField<string>.Several([.. values.Select(one => new PageCandidate<string>(one.Value, one.Place))]);
    }

    private static Rank Best(List<Candidate> candidates, bool isCreditNote) =>
        isCreditNote && candidates.Exists(one => one.Rank == Rank.CreditTitle) ? Rank.CreditTitle
        : candidates.Where(one => one.Rank != Rank.CreditTitle || isCreditNote).Select(one => one.Rank).DefaultIfEmpty(Rank.CreditTitle).Min();

    private IEnumerable<Candidate> At(ReadRow row, PageLabel label)
    {
        switch (label.Kind)
        {
            case LabelKind.Number:
                return (ValueAt(row, label.End) is { } value ? [value] : Beneath(row, label).Take(1)).Select(found => found with { Rank = RankOf(label) });
            case LabelKind.Invoice or LabelKind.CreditNote when row.BeginsCell(label.Start):
                var end = row.Labels.FirstOrDefault(next => next.Kind == LabelKind.PlainNumber && next.Start >= label.End && next.Start < row.EndOfCell(label.End))?.End ?? label.End;
                return ValueAt(row, end) is { } titled ? [titled with { Rank = label.Kind == LabelKind.CreditNote ? Rank.CreditTitle : Rank.Title }] : [];
            case LabelKind.PlainNumber when row.BeginsCell(label.Start) && IsUnderTitle(row, label):
                return ValueAt(row, label.End) is { } plain ? [plain with { Rank = Rank.UnderTitle }] : [];
            default:
                return [];
        }
    }

    private static Rank RankOf(PageLabel label) => label.Phrase.Words is ["avoir", ..] or ["no", "d", "avoir"] or ["credit", ..] or ["gutschrift", ..] ? Rank.CreditTitle : Rank.Label;

    // The title is a line of its own right above: "FACTURE", and "N° 2026-1" under it.
    private bool IsUnderTitle(ReadRow row, PageLabel label) =>
        row.Index > 0 && rows[row.Index - 1] is var above && above.Row.Page == row.Row.Page
        && above.Labels.Any(title => title.Kind is LabelKind.Invoice or LabelKind.CreditNote && above.IsCell(title.Start, title.End) && Binding.IsUnder(title.Box, label.Box));

    private IEnumerable<Candidate> Beneath(ReadRow row, PageLabel label) =>
        rows.Skip(row.Index + 1).TakeWhile(below => below.Row.Page == row.Row.Page && below.Row.Box.Top < label.Box.Bottom + (2.5 * label.Box.Height))
            .SelectMany(below => Cells(below).Where(start => Binding.IsUnder(label.Box, below.PlaceAt(start, below.EndOfCell(start) - start).Box))
                .Select(start => ValueAt(below, start)).OfType<Candidate>().Where(found => below.IsCell(found.Start, found.End)));

    private static IEnumerable<int> Cells(ReadRow row) => Enumerable.Range(0, row.Text.Length).Where(row.BeginsCell).Where(at => row.Text[at] != ' ');

    private static Candidate? ValueAt(ReadRow row, int at)
    {
        var match = Value().Match(row.Text, at, row.Text.Length - at);
        if (!match.Success)
        {
            return null;
        }

        var group = match.Groups["value"];
        var text = group.Value.TrimEnd('.', ',', ';', ':', '-', '/');
        var isOther = row.Tokens.Any(token => token.Start < group.Index + text.Length && token.End > group.Index
            && (token is PageToken.Day or PageToken.Iban or PageToken.LegalId or PageToken.Percent || (token is PageToken.Number number && (number.Currency is not null || number.Decimals == 2))));
        return isOther || !text.Any(char.IsAsciiDigit) ? null
            : new(text, row.PlaceAt(group.Index, text.Length), Rank.Label) { Start = group.Index, End = group.Index + text.Length };
    }

    /// <summary>How surely a number is this invoice's: the surest first.</summary>
    private enum Rank
    {
        /// <summary>At the words for a credit note's number.</summary>
        CreditTitle,

        /// <summary>At the words for an invoice's number.</summary>
        Label,

        /// <summary>In the title.</summary>
        Title,

        /// <summary>On the line under the title.</summary>
        UnderTitle,
    }

    private sealed record Candidate(string Value, PagePlace Place, Rank Rank)
    {
        public required int Start { get; init; }

        public required int End { get; init; }
    }

    [GeneratedRegex(@"\G[\s:.°º#-]*(?:\(\d{3}\)\s*)?(?:N(?:°|r\.?|o\.?)\s*)?:?\s*(?<value>(?:\p{Lu}{1,5} (?=\d))?[\p{L}\d_]*(?:[./_-][\p{L}\d_]+)*\d[\p{L}\d_]*(?:[./_-][\p{L}\d_]+)*(?: \d[\d/-]*(?![\d.,/-]|\p{L}))*)")]
    private static partial Regex Value();
}
