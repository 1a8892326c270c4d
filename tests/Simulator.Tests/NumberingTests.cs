namespace DolibarrAgent.Simulator.Tests;

public sealed class NumberingTests
{
    [Fact]
    public async Task Validations_at_once_draw_a_number_each()
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        var drafts = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => server.DraftAsync(supplier, $"F-{number}")));

        var answers = await Task.WhenAll(drafts.Select(draft => server.CallAsync($"POST /supplierinvoices/{draft}/validate")));

        answers.Select(answer => answer.Status).Should().OnlyContain(status => status == 200);
        answers.Select(answer => answer.Text).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_count_goes_on_through_the_months_and_the_month_is_that_of_the_invoice()
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        await server.CallAsync($"POST /supplierinvoices/{await server.DraftAsync(supplier, "F-1", "2026-11-20")}/validate");
        var answer = await server.CallAsync($"POST /supplierinvoices/{await server.DraftAsync(supplier, "F-2", "2026-10-05")}/validate");
        answer.Text.Should().Contain("SI2610-0002");
    }

    [Fact]
    public async Task The_number_of_a_deleted_invoice_is_drawn_again_when_it_was_the_last()
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        var first = await server.DraftAsync(supplier, "F-1");
        await server.CallAsync($"POST /supplierinvoices/{first}/validate");
        await server.CallAsync($"DELETE /supplierinvoices/{first}");
        var answer = await server.CallAsync($"POST /supplierinvoices/{await server.DraftAsync(supplier, "F-2")}/validate");
        answer.Text.Should().Contain("SI2611-0001");
    }

    [Fact]
    public async Task Ids_start_where_they_are_told_in_every_table()
    {
        await using var server = await Servers.StartAsync(options => options with { FirstId = 700 });
        var supplier = await server.SupplierAsync();
        var invoice = await server.DraftAsync(supplier, "F-1");
        supplier.Should().Be(700);
        invoice.Should().Be(700);
        var read = await server.CallAsync($"GET /supplierinvoices/{invoice}");
        read["ref"].Should().Be("(PROV700)");
        read.Json!["lines"]![0]!["id"]!.GetValue<string>().Should().Be("700");
    }

    [Fact]
    public async Task Ids_start_again_after_a_reset()
    {
        await using var server = await Servers.StartAsync();
        await server.SupplierAsync();
        server.Reset();
        (await server.SupplierAsync()).Should().Be(1);
        server.Requests.Should().ContainSingle().Which.Number.Should().Be(1);
    }
}
