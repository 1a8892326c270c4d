using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator.Tests;

public sealed class PaymentDictionaryTests
{
    [Theory]
    [InlineData("GET /setup/dictionary/payment_terms?limit=20")]
    [InlineData("GET /setup/dictionary/payment_types?limit=20")]
    public async Task They_are_the_recorded_ones(string call)
    {
        await using var server = await Servers.StartAsync();
        var recorded = Recording.Read("dictionaries").Exchanges.Single(exchange => $"{exchange.Method} {exchange.Path}" == call);
        JsonNode.DeepEquals((await server.CallAsync(call)).Json, recorded.Response).Should().BeTrue();
    }

    [Fact]
    public async Task A_key_without_a_right_of_the_customers_side_may_not_read_them()
    {
        await using var server = await Servers.StartAsync();
        (await server.CallAsync("GET /setup/dictionary/payment_terms", key: "buyer")).Status.Should().Be(403);
        (await server.CallAsync("GET /setup/dictionary/payment_types", key: "read")).Status.Should().Be(200);
    }

    [Fact]
    public async Task What_is_switched_off_is_not_offered_and_still_shown_on_an_invoice()
    {
        await using var server = await Servers.StartAsync(options => options with { SwitchedOff = ["30D"], DictionaryOffset = 40 });
        var supplier = await server.SupplierAsync();
        var id = (await server.CallAsync("POST /supplierinvoices", $$"""{"socid":{{supplier}},"ref_supplier":"F","date":"2026-11-20","cond_reglement_id":42,"mode_reglement_id":43}""")).Json!.GetValue<long>();
        (await server.CallAsync("GET /setup/dictionary/payment_terms")).Text.Should().NotContain("\"30D\"").And.Contain("\"60D\"");
        var invoice = await server.CallAsync($"GET /supplierinvoices/{id}");
        (invoice["cond_reglement_code"], invoice["mode_reglement_code"]).Should().Be(("30D", "PRE"));
    }

    [Fact]
    public async Task Terms_leave_the_due_date_alone()
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        var id = (await server.CallAsync("POST /supplierinvoices", $$"""{"socid":{{supplier}},"ref_supplier":"F","date":"2026-11-20","cond_reglement_id":2}""")).Json!.GetValue<long>();
        (await server.CallAsync($"GET /supplierinvoices/{id}"))["date_echeance"].Should().BeEmpty();
        await server.CallAsync($"PUT /supplierinvoices/{id}", """{"date_echeance":"2026-12-01"}""");
        await server.CallAsync($"PUT /supplierinvoices/{id}", """{"cond_reglement_id":4}""");
        (await server.CallAsync($"GET /supplierinvoices/{id}"))["date_echeance"].Should().Be("1796083200");
    }
}
