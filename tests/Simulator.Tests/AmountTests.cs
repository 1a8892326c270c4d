namespace DolibarrAgent.Simulator.Tests;

public sealed class AmountTests
{
    private const string Seven = """[{"qty":1,"subprice":0.99,"tva_tx":20},{"qty":1,"subprice":0.99,"tva_tx":20},{"qty":1,"subprice":0.99,"tva_tx":20},{"qty":1,"subprice":0.99,"tva_tx":20},{"qty":1,"subprice":0.99,"tva_tx":20},{"qty":1,"subprice":0.99,"tva_tx":20},{"qty":1,"subprice":0.99,"tva_tx":20}]""";

    [Theory]
    [InlineData(VatRounding.Line, "1.40000000", "8.33000000")]
    [InlineData(VatRounding.Total, "1.39000000", "8.32000000")]
    public async Task Vat_is_rounded_as_the_server_is_set(VatRounding rounding, string vat, string gross)
    {
        await using var server = await Servers.StartAsync(options => options with { Rounding = rounding });
        var invoice = await CreateAsync(server, Seven);
        invoice["total_ht"].Should().Be("6.93000000");
        invoice["total_tva"].Should().Be(vat);
        invoice["total_ttc"].Should().Be(gross);
    }

    /// <summary>All measured on a real server.</summary>
    [Theory]
    [InlineData("1.23456789", "1.2345679")]
    [InlineData("1234567.89", "1.2345679e+06")]
    [InlineData("16777217", "1.6777216e+07")]
    [InlineData("1000000", "1e+06")]
    [InlineData("100000", "100000")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("-2", "-2")]
    [InlineData("\"abc\"", "0")]
    public async Task A_quantity_keeps_about_seven_digits(string sent, string stored)
    {
        await using var server = await Servers.StartAsync();
        var invoice = await CreateAsync(server, $$"""[{"qty":{{sent}},"subprice":1,"tva_tx":0}]""");
        invoice.Json!["lines"]![0]!["qty"]!.GetValue<string>().Should().Be(stored);
    }

    [Theory]
    [InlineData("1", "1.005", "20", "1.01000000", "0.20000000")]
    [InlineData("74391833", "\"0.00000134195\"", "20", "99.83000000", "19.97000000")]
    [InlineData("1", "-1.005", "20", "-1.01000000", "-0.20000000")]
    [InlineData("3", "0.333333333", "20", "1.00000000", "0.20000000")]
    [InlineData("1", "\"12,5\"", "20", "125.00000000", "25.00000000")]
    public async Task Amounts_are_exact_to_the_cent(string quantity, string price, string rate, string net, string vat)
    {
        await using var server = await Servers.StartAsync();
        var invoice = await CreateAsync(server, $$"""[{"qty":{{quantity}},"subprice":{{price}},"tva_tx":{{rate}}}]""");
        invoice["total_ht"].Should().Be(net);
        invoice["total_tva"].Should().Be(vat);
    }

    [Fact]
    public async Task A_credit_note_is_negative_whatever_the_signs_that_were_sent()
    {
        await using var server = await Servers.StartAsync();
        var invoice = await CreateAsync(server, """[{"qty":1,"subprice":10,"tva_tx":20},{"qty":-1,"subprice":10,"tva_tx":20}]""", type: 2);
        invoice["total_ttc"].Should().Be("-24.00000000");
        invoice.Json!["lines"]![1]!["qty"]!.GetValue<string>().Should().Be("1");
    }

    [Fact]
    public async Task A_line_that_ends_before_it_begins_is_stored_empty_inside_an_invoice()
    {
        await using var server = await Servers.StartAsync();
        var invoice = await CreateAsync(server, """[{"desc":"x","qty":1,"subprice":10,"tva_tx":20,"date_start":"2026-12-01","date_end":"2026-11-01"}]""");
        invoice["total_ht"].Should().Be("0.00000000");
        invoice.Json!["lines"]![0]!["desc"].Should().BeNull();
    }

    [Fact]
    public async Task The_currency_is_always_that_of_the_company()
    {
        await using var server = await Servers.StartAsync(options => options with { CompanyCurrency = "CHF" });
        (await CreateAsync(server, "[]"))["multicurrency_code"].Should().Be("CHF");
    }

    [Theory]
    [InlineData(VatRounding.Line, 400, "")]
    [InlineData(VatRounding.Total, 200, "\"1\"")]
    public async Task An_administrator_reads_how_vat_is_rounded_and_what_is_unset_is_a_400(VatRounding rounding, int status, string text)
    {
        await using var server = await Servers.StartAsync(options => options with { Rounding = rounding });
        var answer = await server.CallAsync("GET /setup/conf/MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND_SUPPLIER", key: "admin");
        answer.Status.Should().Be(status);
        answer.Text.Should().Contain(status == 200 ? text : "Bad or unknown value for constantname");
        (await server.CallAsync("GET /setup/conf/MAIN_MONNAIE", key: "admin")).Text.Should().Be("\"EUR\"");
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        await using var server = await Servers.StartAsync();
        var answer = await server.CallAsync("GET /setup/conf/MAIN_MONNAIE");
        (answer.Status, answer.Text.Contains("API_LOGINS_ALLOWED_FOR_CONST_READ", StringComparison.Ordinal)).Should().Be((403, true));
    }

    /// <summary>Measured on a real server, set so: the current line takes the difference within its rate, and a negative quantity makes all negative.</summary>
    [Fact]
    public async Task Where_the_total_is_rounded_lines_are_changed()
    {
        await using var server = await Servers.StartAsync(options => options with { Rounding = VatRounding.Total });
        var invoice = await CreateAsync(server, """[{"qty":1,"subprice":0.99,"tva_tx":20},{"qty":1,"subprice":0.14,"tva_tx":10},{"qty":1,"subprice":0.99,"tva_tx":20},{"qty":1,"subprice":0.14,"tva_tx":10},{"qty":1,"subprice":0.99,"tva_tx":20},{"qty":-2,"subprice":-10.5,"tva_tx":20}]""");
        invoice.Json!["lines"]!.AsArray().Select(l => l!["total_tva"]!.GetValue<string>()).Should().Equal("0.20000000", "0.01000000", "0.20000000", "0.02000000", "0.19000000", "-4.20000000");
    }

    private static async Task<Answer> CreateAsync(SimulatedDolibarr server, string lines, int type = 0)
    {
        var supplier = await server.SupplierAsync();
        var created = await server.CallAsync(
            "POST /supplierinvoices", $$"""{"socid":{{supplier}},"ref_supplier":"F-1","type":{{type}},"date":"2026-11-20","multicurrency_code":"USD","lines":{{lines}}}""");
        return await server.CallAsync($"GET /supplierinvoices/{created.Text}");
    }
}
