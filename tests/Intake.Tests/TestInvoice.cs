using System.Collections.Immutable;

namespace DolibarrAgent.Intake.Tests;

/// <summary>Facts of an invoice of our own making, with totals as a correct document has them: VAT once for each rate.</summary>
internal static class TestInvoice
{
    public static DateOnly Today { get; } = new(2026, 11, 23);

    public static CheckContext Context { get; } = new(Today);

    public static InvoiceFacts Of(params InvoiceLine[] lines) => Of([.. lines], []);

    public static InvoiceFacts Of(ImmutableArray<InvoiceLine> lines, ImmutableArray<AllowanceCharge> allowances)
    {
        var vat = lines.Select(l => (Rate: l.VatRate ?? 0, Net: l.NetAmount ?? 0))
            .Concat(allowances.Select(a => (Rate: a.VatRate ?? 0, Net: a.Effect ?? 0)))
            .GroupBy(l => l.Rate)
            .Select(g => new VatEntry { Category = g.Key == 0 ? "E" : "S", Rate = g.Key, Base = g.Sum(l => l.Net), Amount = Round(g.Sum(l => l.Net) * g.Key / 100) })
            .ToImmutableArray();
        var net = vat.Sum(v => v.Base ?? 0);
        return new()
        {
            Syntax = InvoiceSyntax.Cii,
            Number = "T-1",
            TypeCode = "380",
            IssueDate = new(2026, 11, 20),
            DueDates = [new(2026, 12, 20)],
            Currency = "EUR",
            Seller = new() { Name = "Hébergeur Dupont SARL", Siren = "303265045", VatId = "FR40303265045" },
            Lines = lines,
            AllowancesAndCharges = allowances,
            VatBreakdown = vat,
            Totals = new()
            {
                LineTotal = lines.Sum(l => l.NetAmount ?? 0),
                Allowances = allowances.Where(a => !a.IsCharge).Sum(a => a.Amount ?? 0),
                Charges = allowances.Where(a => a.IsCharge).Sum(a => a.Amount ?? 0),
                Net = net,
                Vat = vat.Sum(v => v.Amount),
                Gross = net + vat.Sum(v => v.Amount),
                Due = net + vat.Sum(v => v.Amount),
            },
            Sources = new("test.xml", new Dictionary<string, int>()),
        };
    }

    public static InvoiceLine Line(decimal net, decimal rate, decimal quantity = 1, decimal? price = null) => new()
    {
        Name = $"Line of {net.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
        Quantity = quantity,
        UnitPrice = price ?? net,
        NetAmount = net,
        VatRate = rate,
        VatCategory = rate == 0 ? "E" : "S",
    };

    public static AllowanceCharge Allowance(decimal amount, decimal rate) => new() { IsCharge = false, Amount = amount, VatRate = rate, Reason = "Discount" };

    public static AllowanceCharge Charge(decimal amount, decimal rate) => new() { IsCharge = true, Amount = amount, VatRate = rate, Reason = "Freight" };

    public static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}
