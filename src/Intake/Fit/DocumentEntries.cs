using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>What of a document must become lines: its lines, its allowances and charges, or its VAT breakdown where it has no lines.</summary>
internal static class DocumentEntries
{
    public static List<Entry> Of(InvoiceFacts facts, List<IntakeWarning> warnings)
    {
        var rates = new DocumentRates(facts, warnings);
        if (facts.Lines.IsEmpty)
        {
            return WithoutLines(facts, warnings);
        }

        var entries = new List<Entry>(facts.Lines.Length + facts.AllowancesAndCharges.Length);
        foreach (var (line, position) in CountedLines.Of(facts, warnings))
        {
            if (OfLine(line, position, rates, warnings) is { } entry)
            {
                entries.Add(entry);
            }
        }

        var signs = AllowanceSigns.Of(facts, warnings);
        entries.AddRange(facts.AllowancesAndCharges
            .Where(a => a.Effect is not (null or 0))
            .Select(a => OfAllowance(a, rates, signs)));
        return entries;
    }

    /// <summary>One entry for each VAT rate of a document whose lines do not give its VAT breakdown, with the lines in its text.</summary>
    public static List<Entry> ByBreakdown(InvoiceFacts facts)
    {
        var effective = new EffectiveRates(facts);
        var byRate = facts.Lines.ToLookup(line => effective.Of(line.VatRate, line.VatCategory) ?? 0, line => FitText.QuantityAndPrice(line) is { } written ? $"{line.Label} ({written})" : line.Label);
        return ByBreakdown(facts, rate => byRate[rate].Any() ? string.Join("; ", byRate[rate]) : $"Invoice {facts.Number}");
    }

    private static List<Entry> ByBreakdown(InvoiceFacts facts, Func<decimal, string> text)
    {
        var effective = new EffectiveRates(facts);
        return [.. facts.VatBreakdown
            .GroupBy(effective.Of)
            .Select(g => new Entry($"{text(g.Key)}, VAT {Decimals.Rate(g.Key)} %", g.Sum(v => v.Base ?? 0), DocumentRates.Kept(g.Key)) { Source = "BG-23" })
            .Where(e => e.Net != 0)];
    }

    private static Entry? OfLine(InvoiceLine line, int position, DocumentRates rates, List<IntakeWarning> warnings)
    {
        var place = position.ToString(CultureInfo.InvariantCulture);
        if (line.NetAmount is not { } net)
        {
            // A line with neither price nor quantity is a remark; there are such.
            if (line.UnitPrice is not null || line.Quantity is not null)
            {
                warnings.Add(new("line-without-amount", $"Line {place} has no net amount; it is not entered.", $"BT-131/{place}") { Reason = "amount" });
            }

            return null;
        }

        // A base quantity of 0 says nothing; the norm forbids it.
        var price = Math.Abs(line.BaseQuantity ?? 1) >= Quantities.Smallest ? line.UnitPrice / (line.BaseQuantity ?? 1) : null;
        return new(line.Label ?? $"Line {place}", net, rates.Of(line.VatRate, line.VatCategory, $"BT-152/{place}"))
        {
            Quantity = line.Quantity,
            Price = price,
            Written = FitText.QuantityAndPrice(line),
            Folds = Folded(line),
            Kind = LineKinds.Of(line),
            Source = $"BG-25/{place}",
        };
    }

    private static string? Folded(InvoiceLine line)
    {
        string[] parts =
        [
            .. line.BaseQuantity is not (null or 0 or 1) ? ["base quantity"] : Array.Empty<string>(),
            .. line.AllowancesAndCharges.Any(a => a is { IsCharge: false, Amount: not (null or 0) }) ? ["allowances"] : Array.Empty<string>(),
            .. line.AllowancesAndCharges.Any(a => a is { IsCharge: true, Amount: not (null or 0) }) ? ["charges"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? null : string.Join(" and ", parts);
    }

    private static Entry OfAllowance(AllowanceCharge allowance, DocumentRates rates, AllowanceSigns signs)
    {
        var name = allowance.IsCharge ? "Charge" : "Allowance";
        return new(allowance.Reason is { } reason ? $"{name}: {reason}" : name, signs.Effect(allowance), rates.Of(allowance.VatRate, allowance.VatCategory, "BG-20/21"))
        {
            Source = allowance.IsCharge ? "BG-21" : "BG-20",
        };
    }

    private static List<Entry> WithoutLines(InvoiceFacts facts, List<IntakeWarning> warnings)
    {
        var text = facts.Number is { } number ? $"Invoice {number}" : "Invoice";
        if (!facts.VatBreakdown.IsEmpty)
        {
            warnings.Add(new("no-lines", "The document has no lines; one line for each VAT rate is entered from its VAT breakdown.", "BG-23"));
            return ByBreakdown(facts, _ => text);
        }

        if (facts.Totals is { Net: { } net, Gross: not null })
        {
            var vat = facts.Totals.Vat ?? facts.Totals.Gross.Value - net;
            var rate = DocumentRates.FromTotals(net, vat);
            warnings.Add(rate is { } found
                ? new("no-lines", $"The document has totals only; one line is entered, with the VAT rate that its totals come to ({Decimals.Rate(found)} %).", "BG-22")
                : new("no-vat-rate", "The document has totals only, and no one VAT rate makes its VAT of its net: the split by rate has to be taken from the visible invoice.", "BG-22"));
            return [new(text, net, rate ?? 0) { Source = "BG-22" }];
        }

        warnings.Add(new("no-lines", "The document has neither lines nor a net total; nothing can be entered.", "BG-25"));
        return [];
    }
}
