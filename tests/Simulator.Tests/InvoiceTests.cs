namespace DolibarrAgent.Simulator.Tests;

/// <summary>What a real server does with invoices beyond the recordings.</summary>
public sealed class InvoiceTests
{
    [Theory]
    [InlineData("""{"date":"22/11/2026","label":"new"}""")]
    [InlineData("""{"ref_supplier":"F-2","label":"new"}""")]
    [InlineData("""{"socid":99,"label":"new"}""")]
    public async Task A_change_that_the_database_refuses_is_answered_200_and_changes_nothing(string change)
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        var invoice = await server.DraftAsync(supplier, "F-1");
        await server.DraftAsync(supplier, "F-2");
        var answer = await server.CallAsync($"PUT /supplierinvoices/{invoice}", change);
        answer.Status.Should().Be(200);
        answer["label"].Should().Be("");
        answer["ref_supplier"].Should().Be("F-1");
    }

    [Fact]
    public async Task A_field_that_is_not_stored_is_given_back_as_if_it_were()
    {
        await using var server = await Servers.StartAsync();
        var invoice = await server.DraftAsync(await server.SupplierAsync(), "F-1");
        (await server.CallAsync($"PUT /supplierinvoices/{invoice}", """{"foo":"bar"}"""))["foo"].Should().Be("bar");
        (await server.CallAsync($"GET /supplierinvoices/{invoice}"))["foo"].Should().Be("");
    }

    [Fact]
    public async Task A_second_invoice_without_reference_is_a_duplicate()
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        await server.CallAsync("POST /supplierinvoices", $$"""{"socid":{{supplier}}}""");
        var second = await server.CallAsync("POST /supplierinvoices", $$"""{"socid":{{supplier}}}""");
        second.Status.Should().Be(500);
        second.Text.Should().Contain("ErrorRefAlreadyExists");
    }

    [Theory]
    [InlineData("10/11/2026", "1970-01-01")]
    [InlineData("2026-11-20T10:00:00Z", "2026-11-20")]
    [InlineData("1795132800", "2026-11-20")]
    [InlineData("", "2026-11-23")]
    public async Task A_date_is_read_as_the_server_reads_it(string sent, string stored)
    {
        await using var server = await Servers.StartAsync();
        var invoice = await server.DraftAsync(await server.SupplierAsync(), "F-1", sent);
        var seconds = (await server.CallAsync($"GET /supplierinvoices/{invoice}")).Json!["date"]!.GetValue<long>();
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).Should().Be(stored);
    }

    [Fact]
    public async Task A_validated_invoice_takes_no_line_and_says_200()
    {
        await using var server = await Servers.StartAsync();
        var invoice = await server.DraftAsync(await server.SupplierAsync(), "F-1");
        await server.CallAsync($"POST /supplierinvoices/{invoice}/validate");
        var answer = await server.CallAsync($"POST /supplierinvoices/{invoice}/lines", """{"description":"late","qty":1,"pu_ht":1,"tva_tx":20}""");
        (answer.Status, answer.Text).Should().Be((200, "0"));
        (await server.CallAsync($"GET /supplierinvoices/{invoice}")).Json!["lines"]!.AsArray().Should().ContainSingle();
    }

    [Theory]
    [InlineData("R&D", "R&amp;D")]
    [InlineData("x < y", "x &lt; y")]
    [InlineData("a<b", "a<b></b>")]
    [InlineData("&eacute;", "é")]
    [InlineData("<b>t</b> <foo>z</foo>", "<b>t</b> z")]
    public async Task A_note_is_html(string sent, string stored)
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        var invoice = await server.CallAsync("POST /supplierinvoices", $$"""{"socid":{{supplier}},"note_public":"{{sent}}"}""");
        (await server.CallAsync($"GET /supplierinvoices/{invoice.Text}"))["note_public"].Should().Be(stored);
    }

    [Theory]
    [InlineData("\"<b>x</b>\"", "x")]
    [InlineData("A<B", "AB")]
    [InlineData("x < y", "x < y")]
    [InlineData(" two  blanks ", "two blanks")]
    [InlineData("../up", "up")]
    public async Task A_label_is_plain_text(string sent, string stored)
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        var body = new System.Text.Json.Nodes.JsonObject { ["socid"] = supplier, ["label"] = sent };
        var invoice = await server.CallAsync("POST /supplierinvoices", body.ToJsonString());
        (await server.CallAsync($"GET /supplierinvoices/{invoice.Text}"))["label"].Should().Be(stored);
    }
}
