using System.Collections.Concurrent;
using System.Collections.Immutable;
using CsCheck;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake.Tests.Fit;

public sealed class FitPropertyTests
{
    private static readonly ConcurrentDictionary<(long Cents, decimal Rate, int Parts), HashSet<long>> Known = new();

    private static readonly Gen<decimal> Rate = Gen.OneOf(new[] { 20m, 10m, 5.5m, 2.1m, 8.5m, 19m, 7m, 25m, 0m }.Select(Gen.Const).ToArray());

    private static readonly Gen<InvoiceLine> AnyLine =
        from cents in Gen.Int[-50_000, 200_000]
        from quantity in Gen.OneOf(Gen.Const(1m), Gen.Int[1, 500].Select(q => (decimal)q), Gen.Int[1, 99_999].Select(q => q / 1000m), Gen.Int[1, 999_999_999].Select(q => q / 10_000m))
        from price in Gen.Int[0, 10_000_000].Select(p => p / 10_000m)
        from natural in Gen.Bool
        from rate in Rate
        select natural
            ? TestInvoice.Line(TestInvoice.Round(quantity * price), rate, quantity, price)
            : TestInvoice.Line(cents / 100m, rate, quantity, price);

    private static readonly Gen<AllowanceCharge> AnyAllowance =
        from cents in Gen.Int[1, 5_000]
        from isCharge in Gen.Bool
        from rate in Rate
        select isCharge ? TestInvoice.Charge(cents / 100m, rate) : TestInvoice.Allowance(cents / 100m, rate);

    private static readonly Gen<InvoiceFacts> AnyInvoice =
        from lines in AnyLine.Array[1, 40]
        from allowances in AnyAllowance.Array[0, 3]
        select TestInvoice.Of([.. lines], [.. allowances]);

    [Fact]
    public void Where_exact_is_claimed_the_lines_come_to_the_document_by_arithmetic_written_a_second_time() =>
        AnyInvoice.Sample(facts =>
        {
            var fit = Fitting.Fit(facts, VatRounding.PerLine);
            if (fit.Exact)
            {
                var (net, vat) = Sums(fit.Lines);
                Assert.Equal(facts.Totals.Net, net.Values.Sum());
                Assert.Equal(facts.Totals.Vat, vat.Values.Sum());
                Assert.All(facts.VatBreakdown, v => Assert.Equal((v.Base, v.Amount), (net.GetValueOrDefault(v.Rate!.Value), vat.GetValueOrDefault(v.Rate!.Value))));
            }
        });

    [Fact]
    public void A_document_whose_VAT_is_rate_times_base_is_fitted_exactly_whatever_its_lines() =>
        AnyInvoice.Where(f => f.Totals.Gross >= 0).Sample(facts =>
        {
            var fit = Fitting.Fit(facts, VatRounding.PerLine);
            Assert.True(fit.Exact, string.Join("; ", fit.Differences));
        });

    [Fact]
    public void On_a_server_that_rounds_the_total_nothing_is_ever_split() =>
        AnyInvoice.Where(f => f.Totals.Gross >= 0).Sample(facts =>
        {
            var fit = Fitting.Fit(facts, VatRounding.OfTotal);
            Assert.True(fit.Exact, string.Join("; ", fit.Differences));
            Assert.DoesNotContain(fit.Warnings, w => w.Code == "line-split");
        });

    [Fact]
    public void Every_price_and_quantity_is_one_that_the_server_keeps() =>
        AnyInvoice.Sample(facts => Assert.All(Fitting.Fit(facts, VatRounding.PerLine).Lines, line =>
        {
            Assert.Equal(Rounded.Price(line.UnitPrice), line.UnitPrice);
            Assert.True(Quantities.IsKept(line.Quantity));
        }));

    [Fact]
    public void A_credit_note_has_the_document_s_net_of_every_rate_and_no_line_of_the_other_sign() =>
        AnyInvoice.Where(f => f.Totals.Gross >= 0).Sample(facts =>
        {
            var creditNote = Fitting.Fit(facts with { TypeCode = "381" }, VatRounding.PerLine);
            Assert.Equal(EntryKind.CreditNote, creditNote.Kind);
            Assert.All(facts.VatBreakdown, v => Assert.Equal(-v.Base, creditNote.Predicted.ByRate.Single(r => r.Rate == v.Rate).Base));
            var foldable = facts.VatBreakdown.Where(v => v.Base >= 0).Select(v => v.Rate!.Value).ToHashSet();
            Assert.All(creditNote.Lines.Where(l => foldable.Contains(l.VatRate)), line => Assert.True(line.UnitPrice <= 0 && line.Quantity > 0));
        });

    [Fact]
    public void No_way_with_fewer_extra_lines_exists()
    {
        var small =
            from rate in Gen.OneOf(Gen.Const(20m), Gen.Const(10m), Gen.Const(5.5m), Gen.Const(25m))
            from cents in Gen.Int[1, 60].Array[1, 9]
            select TestInvoice.Of([.. cents.Select(c => TestInvoice.Line(c / 100m, rate))]);
        small.Sample(facts =>
        {
            var fit = Fitting.Fit(facts, VatRounding.PerLine);
            Assert.True(fit.Exact);
            var wanted = (long)(facts.VatBreakdown[0].Amount!.Value * 100);
            var cents = facts.Lines.Select(l => (long)(l.NetAmount!.Value * 100)).ToArray();
            Assert.Equal(FewestExtraLines(cents, facts.VatBreakdown[0].Rate!.Value, wanted), fit.Lines.Length - facts.Lines.Length);
        });
    }

    [Fact]
    public void Of_several_rates_and_of_lines_with_quantities_none_either()
    {
        var small =
            from lines in (
                from rate in Gen.OneOf(Gen.Const(20m), Gen.Const(5.5m))
                from quantity in Gen.Int[1, 9]
                from price in Gen.Int[1, 99_999]
                select TestInvoice.Line(TestInvoice.Round(quantity * price / 100_000m), rate, quantity, price / 100_000m)).Array[1, 10]
            select TestInvoice.Of([.. lines.Where(l => l.NetAmount > 0)]);
        small.Where(facts => !facts.Lines.IsEmpty).Sample(facts =>
        {
            var fit = Fitting.Fit(facts, VatRounding.PerLine);
            Assert.True(fit.Exact);
            var fewest = facts.VatBreakdown.Sum(v => FewestExtraLines(
                [.. facts.Lines.Where(l => l.VatRate == v.Rate)], (long)(v.Amount!.Value * 100)));
            Assert.Equal(fewest, fit.Lines.Length - facts.Lines.Length);
        });
    }

    /// <summary>The same where a line can also stay as it is, whose VAT is then that of its unrounded product, for nothing.</summary>
    private static int FewestExtraLines(InvoiceLine[] lines, long wanted)
    {
        var rate = lines[0].VatRate!.Value;
        var cents = lines.Select(l => (long)(l.NetAmount!.Value * 100)).ToArray();
        var natural = lines.Select(l => (long)((TestInvoice.Round(l.Quantity!.Value * l.UnitPrice!.Value * (1 + rate / 100)) - l.NetAmount!.Value) * 100)).ToArray();
        return Enumerable.Range(0, 1 << lines.Length).Min(kept =>
        {
            var asTheyAre = lines.Select((_, i) => i).Where(i => (kept >> i & 1) == 1).ToHashSet();
            return FewestExtraLines([.. cents.Where((_, i) => !asTheyAre.Contains(i))], rate, wanted - asTheyAre.Sum(i => natural[i]));
        });
    }

    /// <summary>Every way of cutting every line into up to three parts of either sign, by dynamic programming over the VAT that is reached.</summary>
    private static int FewestExtraLines(long[] lines, decimal rate, long wanted)
    {
        var best = new Dictionary<long, int> { [0] = 0 };
        foreach (var line in lines)
        {
            var next = new Dictionary<long, int>();
            foreach (var (vat, extra) in best)
            {
                for (var parts = 1; parts <= 3; parts++)
                {
                    foreach (var reached in Reachable(line, rate, parts))
                    {
                        var total = vat + reached;
                        next[total] = Math.Min(next.GetValueOrDefault(total, int.MaxValue), extra + parts - 1);
                    }
                }
            }

            best = next;
        }

        return best.GetValueOrDefault(wanted, 1_000);
    }

    private static HashSet<long> Reachable(long cents, decimal rate, int parts) => Known.GetOrAdd((cents, rate, parts), Reach);

    private static HashSet<long> Reach((long Cents, decimal Rate, int Parts) of)
    {
        var (cents, rate, parts) = of;
        if (parts == 1)
        {
            return [Vat(cents, rate)];
        }

        var reached = new HashSet<long>();
        for (var first = -100L; first <= cents + 100; first++)
        {
            reached.UnionWith(Reachable(cents - first, rate, parts - 1).Select(rest => rest + Vat(first, rate)));
        }

        return reached;
    }

    private static long Vat(long cents, decimal rate) => (long)decimal.Round(cents * rate / 100, 0, MidpointRounding.AwayFromZero);

    private static (Dictionary<decimal, decimal> Net, Dictionary<decimal, decimal> Vat) Sums(ImmutableArray<DolibarrLine> lines)
    {
        var (nets, vats) = (new Dictionary<decimal, decimal>(), new Dictionary<decimal, decimal>());
        foreach (var line in lines)
        {
            var product = line.Quantity * line.UnitPrice;
            var net = Math.Round(product, 2, MidpointRounding.AwayFromZero);
            var gross = Math.Round(product + product * line.VatRate / 100, 2, MidpointRounding.AwayFromZero);
            nets[line.VatRate] = nets.GetValueOrDefault(line.VatRate) + net;
            vats[line.VatRate] = vats.GetValueOrDefault(line.VatRate) + gross - net;
        }

        return (nets, vats);
    }
}
