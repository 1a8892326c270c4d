namespace DolibarrAgent.Intake;

/// <summary>
/// The rate at which VAT is really asked. Reverse charge and exemptions are often written with the rate that would apply
/// elsewhere (AE, 20 %) and no VAT: what is asked there is 0 %.
/// </summary>
internal sealed class EffectiveRates(InvoiceFacts facts)
{
    private readonly HashSet<string> untaxed = [.. WithoutVat.Where(category => facts.VatBreakdown.Where(v => v.Category == category).ToList() is { Count: > 0 } entries
        ? entries.Sum(v => v.Amount ?? 0) == 0
        : (facts.Totals.Vat ?? 0) == 0)];

    /// <summary>UNCL 5305: the categories on which a supplier asks no VAT.</summary>
    public static IReadOnlyList<string> WithoutVat { get; } = ["Z", "E", "AE", "K", "G", "O"];

    /// <summary>In percent; null where the document gives none and its category does not settle it.</summary>
    public decimal? Of(decimal? rate, string? category) => category is not null && untaxed.Contains(category) ? 0 : rate ?? (category is not null && WithoutVat.Contains(category) ? 0 : null);

    /// <summary>The rate of an entry of the VAT breakdown.</summary>
    public decimal Of(VatEntry entry) => Of(entry.Rate, entry.Category) ?? 0;
}
