using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Intake;

/// <summary>Proves the number: one that stands at the words for an invoice's number. A credit note's own number goes before that of the
/// invoice it credits.</summary>
internal sealed partial class NumberProof(ImmutableArray<ReadRow> rows)
{
    // A number stands within so many heights of a letter beneath the words for it.
    private const double Reach = 4;

    /// <summary>The number.</summary>
    public PageField<string> Find(bool isCreditNote)
    {
        var candidates = rows.SelectMany(row => row.Labels.SelectMany(label => At(row, label))).ToList();
        candidates.RemoveAll(one => one.Rank == Rank.InSentence);
        if (candidates.Count == 0)
        {
            return new PageField<string>.NotThere();
        }

        var best = candidates.Where(one => one.Rank == Best(candidates, isCreditNote)).ToList();
        var values = best.DistinctBy(one => References.KeyOf(one.Value)).ToList();
        return values.Count == 1 && best.Exists(one => one.IsSure)
            ? new PageField<string>.Proven(values[0].Value, [.. best.Select(one => one.Place)])
            : new PageField<string>.Several([.. values.Select(one => new PageCandidate<string>(one.Value, one.Place))]);
    }

    private static Rank Best(List<Candidate> candidates, bool isCreditNote) =>
        isCreditNote && candidates.Exists(one => one.Rank == Rank.CreditTitle) ? Rank.CreditTitle
        : candidates.Where(one => one.Rank != Rank.CreditTitle
            || isCreditNote).Select(one => one.Rank).DefaultIfEmpty(Rank.CreditTitle).Min();

    private IEnumerable<Candidate> At(ReadRow row, PageLabel label)
    {
        switch (label.Kind)
        {
            case LabelKind.Number:
                return (ValueAt(row, label.End) is { } value ? [value]
                    : Beneath(row, label)).Select(found => found with { Rank = RankOf(row, label) });
            case LabelKind.Invoice or LabelKind.CreditNote when row.BeginsCell(label.Start):
                var end = row.Labels.FirstOrDefault(next => next.Kind == LabelKind.PlainNumber && next.Start >= label.End
                    && next.Start < row.EndOfCell(label.End))?.End ?? label.End;
                return ValueAt(row, end) is { } titled ? [titled with { Rank = label.Kind == LabelKind.CreditNote ? Rank.CreditTitle
                    : Rank.Title }] : [];
            case LabelKind.PlainNumber when row.BeginsCell(label.Start) && (IsUnderTitle(row, label) || IsBesideDate(row, label)):
                return (ValueAt(row, label.End) is { } plain ? [plain]
                    : Beneath(row, label).Take(1)).Select(found => found with { Rank = Rank.UnderTitle });
            default:
                return [];
        }
    }

    // "Number" alone, as a head beside that of the day, or in the line above or beneath: where nothing there speaks of an order.
    private bool IsBesideDate(ReadRow row, PageLabel label)
    {
        if (label.Phrase.Words is not ["no"] || !row.IsCell(label.Start, CellEnd(row, label.End)) || row.Row.Page != rows[0].Row.Page)
        {
            return false;
        }

        var near = rows.Where(other => other.Row.Page == row.Row.Page
            && Math.Abs(other.Index - row.Index) <= 1).SelectMany(other => other.Labels).ToList();
        var isHead = row.Labels.Any(other => other.Kind is LabelKind.Date or LabelKind.PlainDate);
        var isList = rows.Where(other => Math.Abs(other.Index - row.Index) == 1).Any(other => other.Labels
            .Any(date => date.Kind is LabelKind.Date or LabelKind.PlainDate
                && Math.Abs(date.Box.Left - label.Box.Left) < label.Box.Height));
        return (isHead || isList) && !near.Exists(other => other.Kind is LabelKind.OtherTitle or LabelKind.ReferredTitle)
            && rows.Any(other => other.Labels.Any(title => title.Kind is LabelKind.Invoice or LabelKind.CreditNote
                && other.BeginsCell(title.Start)));
    }

    // A colon belongs to the label.
    private static int CellEnd(ReadRow row, int at) => row.Text.AsSpan(at, row.EndOfCell(at) - at).Trim() is ":" ? row.EndOfCell(at) : at;

    private static Rank RankOf(ReadRow row, PageLabel label) => IsInSentence(row, label) ? Rank.InSentence
        : label.Phrase.Words is ["avoir", ..] or ["no", "d", "avoir"] or ["credit", ..] or ["gutschrift", ..] ? Rank.CreditTitle
            : Rank.Label;

    // Other words stand before it in its cell: "our goods of invoice no. 12".
    private static bool IsInSentence(ReadRow row, PageLabel label)
    {
        var start = row.StartOfCell(label.Start);
        return row.Words.Any(word => word.Start >= start && word.End <= label.Start && word.Text.Any(char.IsLetter)
            && !row.Labels.Any(other => other.Start <= word.Start && other.End >= word.End));
    }

    // The title is a line of its own right above: "FACTURE", and "N° 2026-1" under it.
    private bool IsUnderTitle(ReadRow row, PageLabel label) =>
        row.Index > 0 && rows[row.Index - 1] is var above && above.Row.Page == row.Row.Page
        && above.Labels.Any(title => title.Kind is LabelKind.Invoice or LabelKind.CreditNote && above.IsCell(title.Start, title.End)
            && Binding.IsUnder(title.Box, label.Box));

    // All that follow each other in the column: a list of invoices has several.
    private IEnumerable<Candidate> Beneath(ReadRow row, PageLabel label)
    {
        var bottom = label.Box.Bottom;
        foreach (var below in rows.Skip(row.Index + 1).TakeWhile(below => below.Row.Page == row.Row.Page))
        {
            if (below.Row.Box.Top > bottom + (Reach * label.Box.Height))
            {
                yield break;
            }

            var cell = below.CellStarts.Where(start =>
                Binding.IsUnder(label.Box, below.PlaceAt(start, below.EndOfCell(start) - start).Box))
                    .Select(start => (int?)start).FirstOrDefault();
            if (cell is null)
            {
                continue;
            }

            if (ValueAt(below, cell.Value) is not { } found || !below.IsCell(found.Start, found.End))
            {
                yield break;
            }

            bottom = found.Place.Box.Bottom;
            yield return found;
        }
    }

    // A number written in groups has narrow spaces: behind a wider one another column begins.
    private static string Near(ReadRow row, Group group)
    {
        for (var at = group.Value.IndexOf(' ', StringComparison.Ordinal); at >= 0; at = group.Value.IndexOf(' ', at + 1))
        {
            var before = row.Row.Words[row.WordAt(group.Index + at - 1)].Box;
            var after = row.Row.Words[row.WordAt(group.Index + at + 1)].Box;
            if (after.Left - before.Right > 0.7 * before.Height)
            {
                return group.Value[..at];
            }
        }

        return group.Value;
    }

    private static Candidate? ValueAt(ReadRow row, int at)
    {
        var match = Value().Match(row.Text, at, row.Text.Length - at);
        if (!match.Success)
        {
            return null;
        }

        var group = match.Groups["value"];
        var text = Near(row, group).TrimEnd('.', ',', ';', ':', '-', '/');
        var isOther = row.Tokens.Any(token => token.Start < group.Index + text.Length && token.End > group.Index
            && (token is PageToken.Day or PageToken.Iban or PageToken.LegalId or PageToken.Percent || (token is PageToken.Number number
                && (number.Currency is not null || number.Decimals == 2))));
        return isOther || !text.Any(char.IsAsciiDigit) ? null
            : new(text, row.PlaceAt(group.Index, text.Length), Rank.Label)
            {
                Start = group.Index,
                End = group.Index + text.Length,
                IsSure = row.IsSure(group.Index, text.Length)
            };
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

        /// <summary>On the line under the title, or at the word for a number beside the day.</summary>
        UnderTitle,

        /// <summary>In a sentence: it may be that of any invoice.</summary>
        InSentence,
    }

    private sealed record Candidate(string Value, PagePlace Place, Rank Rank)
    {
        public required int Start { get; init; }

        public required int End { get; init; }

        public required bool IsSure { get; init; }
    }

    [GeneratedRegex(@"\G[\s:.°º#-]*(?:\(\d{3}\)\s*)?(?:N(?:°|r\.?|o\.?)\s*)?:?\s*(?<value>(?:\p{Lu}{1,5} (?=\d))?[\p{L}\d_]+(?:[./_-][\p{L}\d_]+)*(?: \d[\d/-]*(?![\d.,/-]|\p{L}))*)")]
    private static partial Regex Value();
}
