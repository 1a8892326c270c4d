using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests.Deciding;

/// <summary>An invoice in another currency than the books': both amounts are stored, at a rate that the changeset keeps.</summary>
public sealed class ForeignCurrencyTests
{
    private static readonly SampleInvoice Dollars = SampleCatalogue.Hosting with { Currency = "USD", Lines = [new("Seats", 3, 33.33m, 20), new("Storage", 1, 0.07m, 20)] };

    [Fact]
    public async Task It_is_entered_with_the_documents_amounts_and_booked_at_prods_rate()
    {
        await using var two = await TwoInstances.StartAsync(["USD=1.25"], ["USD=1.10"]);

        var entered = await Skills.EnterAsync(two, Dollars);

        Stored(await Skills.ListAsync(two.Sandbox, "supplierinvoices")).Should().Be("validated USD 1.10: 100.06 20.01 120.07, booked 90.96 18.20 109.16");
        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "currency-rate").Which.Text.Should().Contain("1.1 USD for 1 EUR").And.Contain("90.96 + 18.20 VAT = 109.16 EUR");
        Rate(entered.Changeset).Should().Be("1.1");
    }

    [Fact]
    public async Task Of_many_pieces_at_a_small_price_both_amounts_are_exact()
    {
        await using var two = await TwoInstances.StartAsync(["USD=1.10"], ["USD=1.10"]);

        await Skills.EnterAsync(two, Dollars with { Lines = [new("Calls", 10_000, 0.07m, 20)] });

        Stored(await Skills.ListAsync(two.Sandbox, "supplierinvoices")).Should().Be("validated USD 1.10: 700.00 140.00 840.00, booked 636.40 127.28 763.68");
    }

    [Fact]
    public async Task A_credit_note_is_too()
    {
        await using var two = await TwoInstances.StartAsync(["USD=1.10"], ["USD=1.10"]);

        await Skills.EnterAsync(two, Dollars with { TypeCode = "381" });

        Stored(await Skills.ListAsync(two.Sandbox, "supplierinvoices")).Should().Be("validated USD 1.10: -100.06 -20.01 -120.07, booked -90.96 -18.20 -109.16");
    }

    [Theory]
    [InlineData("GBP=0.85", "USD=1.10", "erp-sandbox")]
    [InlineData("USD=1", "USD=1.10", "erp-sandbox")]
    [InlineData("USD=1.10", "USD=1", "erp")]
    [InlineData("USD=1.10", "GBP=0.85", "erp")]
    public async Task Where_an_instance_has_no_rate_for_it_nothing_is_written_and_that_instance_is_named(string onSandbox, string onProd, string named)
    {
        await using var two = await TwoInstances.StartAsync([onSandbox], [onProd]);

        var problem = Skills.Refused(await Skills.IngestAsync(two, Dollars)).Single();

        problem.Code.Text.Should().Be("currency-foreign");
        problem.Remedy.Should().Contain($"On {named}, ").And.Contain("USD");
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_amount_in_another_currency_is_another_invoice()
    {
        await using var two = await TwoInstances.StartAsync(["USD=1.10"], ["USD=1.10"]);
        await Skills.EnterAsync(two, Dollars);

        Skills.Refused(await Skills.IngestAsync(two, Dollars with { Currency = "EUR" })).Single().Code.Text.Should().Be("same-number-differs");
    }

    private static string? Rate(Changeset changeset) =>
        changeset.Operations.OfType<Operation.Create>().Single(o => o.Resource == "supplierInvoice").Set.TextOf("currencyRate");

    private static string Stored(System.Collections.Immutable.ImmutableArray<System.Text.Json.JsonElement> invoices)
    {
        var invoice = invoices.Should().ContainSingle().Subject;
        string Amount(string name) => decimal.Parse(invoice.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
        var status = invoice.GetProperty("status").ToString() == "1" ? "validated" : "draft";
        return $"{status} {invoice.GetProperty("multicurrency_code").GetString()} {Amount("multicurrency_tx")}: {Amount("multicurrency_total_ht")} {Amount("multicurrency_total_tva")} {Amount("multicurrency_total_ttc")}, booked {Amount("total_ht")} {Amount("total_tva")} {Amount("total_ttc")}";
    }
}
