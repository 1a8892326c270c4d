using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Whether two documents say the same about one invoice.</summary>
public static class Agreement
{
    /// <summary>The same reference, however it is typed, from the same supplier, so far as both name one.</summary>
    public static bool IsSameInvoice(InvoiceFacts one, InvoiceFacts other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Number is not null && other.Number is not null
            && References.KeyOf(one.Number) == References.KeyOf(other.Number)
            && IsSameSupplier(one.Seller, other.Seller);
    }

    /// <summary>One warning for each fact in which they differ; none where they agree.</summary>
    public static IEnumerable<IntakeWarning> Between(InvoiceFacts one, InvoiceFacts other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return Pairs(one, other)
            .Where(p => p.One != p.Other)
            .Select(p => new IntakeWarning("documents-disagree",
                $"{p.What} is {p.One ?? "not given"} in {one.Sources.Origin} and {p.Other ?? "not given"} in {other.Sources.Origin}; a person has to say which counts.", p.Term));
    }

    private static IEnumerable<Pair> Pairs(InvoiceFacts one, InvoiceFacts other)
    {
        yield return new Pair("The number", "BT-1", Key(one.Number), Key(other.Number));
        yield return new Pair("The type", "BT-3", one.TypeCode, other.TypeCode);
        yield return new Pair("The date", "BT-2", Days.Text(one.IssueDate), Days.Text(other.IssueDate));
        yield return new Pair("The currency", "BT-5", one.Currency, other.Currency);
        yield return new Pair("The net total", "BT-109", Decimals.Money(one.Totals.Net), Decimals.Money(other.Totals.Net));
        yield return new Pair("The VAT total", "BT-110", Decimals.Money(one.Totals.Vat), Decimals.Money(other.Totals.Vat));
        yield return new Pair("The gross total", "BT-112", Decimals.Money(one.Totals.Gross), Decimals.Money(other.Totals.Gross));
        yield return new Pair("The amount already paid", "BT-113", Decimals.Money(one.Totals.Prepaid ?? 0), Decimals.Money(other.Totals.Prepaid ?? 0));
        yield return new Pair("The amount due", "BT-115", Decimals.Money(one.Totals.Due), Decimals.Money(other.Totals.Due));
        yield return new Pair("The bank account", "BT-84", string.Join(", ", one.Ibans.Order(StringComparer.Ordinal)), string.Join(", ", other.Ibans.Order(StringComparer.Ordinal)));
    }

    /// <summary>One fact as two documents have it.</summary>
    private sealed record Pair(string What, string Term, string? One, string? Other);

    private static bool IsSameSupplier(Party one, Party other)
    {
        var compared = false;
        foreach (var (a, b) in new[] { (one.Siren, other.Siren), (one.VatId, other.VatId) })
        {
            if (a is not null && b is not null)
            {
                compared = true;
                if (!string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }
        }

        return compared || string.Equals(Folded(one.Name), Folded(other.Name), StringComparison.OrdinalIgnoreCase);
    }

    private static string? Key(string? number) => number is null ? null : References.KeyOf(number);

    private static string? Folded(string? text) => text is null ? null : References.Fold(text);
}
