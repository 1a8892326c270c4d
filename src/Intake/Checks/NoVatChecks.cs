using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>What a supplier asks no VAT on, and why. Entered at 0 %; what that means for the company's own return is a person's.</summary>
internal static class NoVatChecks
{
    public static IEnumerable<IntakeWarning> Of(InvoiceFacts facts)
    {
        foreach (var entries in facts.VatBreakdown.GroupBy(v => v.Category))
        {
            if (Reason(entries.Key) is not ({ } code, { } words))
            {
                continue;
            }

            var (net, vat) = (entries.Sum(e => e.Base ?? 0), entries.Sum(e => e.Amount ?? 0));
            if (vat != 0)
            {
                yield return new("vat-against-category", $"The VAT breakdown gives {Decimals.Cents(vat)} of VAT for the category {entries.Key} ({words}), which has none.", "BT-118");
                continue;
            }

            var exemption = entries.Select(e => e.Exemption).FirstOrDefault(e => !string.IsNullOrWhiteSpace(e));
            yield return new(code, $"On {Decimals.Cents(net)} the supplier asks no VAT: {words} ({entries.Key}{(exemption is null ? "" : $", “{exemption}”")}). {Written(entries)}Entered at 0 %.", "BT-118");
        }
    }

    /// <summary>The rate that is written all the same.</summary>
    private static string Written(IEnumerable<VatEntry> entries) => entries.Select(e => e.Rate).FirstOrDefault(rate => rate is not (null or 0)) is { } rate
        ? $"It writes the rate {Decimals.Rate(rate)} % and no VAT. "
        : "";

    private static NoVat? Reason(string? category) => category switch
    {
        "AE" => new("reverse-charge", "reverse charge, the VAT is owed and declared by the buyer"),
        "K" => new("intra-community", "intra-community supply, the VAT is owed and declared by the buyer"),
        "G" => new("export", "export"),
        "O" => new("outside-vat", "not subject to VAT"),
        "E" => new("exempt", "exempt"),
        "Z" => new("zero-rated", "zero-rated"),
        _ => null,
    };

    private sealed record NoVat(string Code, string Words);
}
