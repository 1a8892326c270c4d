using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// Puts two readings of the same pages together, whose words were recognised in two ways: what one of them proves is proven where the
/// other sees nothing else. One may miss a word that announces a value; both may not say two things.
/// </summary>
internal static class TwoReadings
{
    /// <summary>What both say.</summary>
    public static PageReading Of(PageReading one, PageReading other)
    {
        var totals = Both(one.Totals, other.Totals, IsOneSum);
        return new()
        {
            Title = Both(one.Title, other.Title, (a, b) => a == b),
            Number = Both(one.Number, other.Number, (a, b) => References.KeyOf(a) == References.KeyOf(b)),
            Date = Both(one.Date, other.Date, (a, b) => a == b),
            DueDate = Both(one.DueDate, other.DueDate, (a, b) => a == b),
            Seller = Both(one.Seller, other.Seller, IsOneCompany),
            Iban = Both(one.Iban, other.Iban, (a, b) => a == b),
            Currency = Both(one.Currency, other.Currency, (a, b) => a == b),
            Totals = totals,
            Lines = totals is not PageField<PageTotals>.Proven ? [] : one.Lines.IsEmpty ? other.Lines : one.Lines,
        };
    }

    private static PageField<T> Both<T>(PageField<T> one, PageField<T> other, Func<T, T, bool> same)
        where T : notnull
    {
        var candidates = Candidates(one).Concat(Candidates(other)).Aggregate(ImmutableArray<PageCandidate<T>>.Empty,
            (all, next) => all.Any(known => same(known.Value, next.Value)) ? all : all.Add(next));
        return (one, other) switch
        {
            (PageField<T>.Proven, _) when candidates.Length == 1 => one,
            (_, PageField<T>.Proven) when candidates.Length == 1 => other,
            _ when candidates.IsEmpty => new PageField<T>.NotThere(),
            _ => new PageField<T>.Several(candidates),
        };
    }

    private static ImmutableArray<PageCandidate<T>> Candidates<T>(PageField<T> field)
        where T : notnull => field switch
        {
            PageField<T>.Proven proven => [new(proven.Value, proven.Places.IsEmpty ? new PagePlace(1, default, "") : proven.Places[0])],
            PageField<T>.Several several => several.Candidates,
            _ => [],
        };

    // However the rates were come by.
    private static bool IsOneSum(PageTotals a, PageTotals b) => a.Equals(b with
    {
        Rates = [.. b.Rates.Select((rate, i) => i < a.Rates.Length ? rate with { From = a.Rates[i].From } : rate)],
    });

    private static bool IsOneCompany(PageParty a, PageParty b) =>
        (a.Siren is not null && a.Siren == b.Siren) || (a.VatNumber is not null && a.VatNumber == b.VatNumber);
}
