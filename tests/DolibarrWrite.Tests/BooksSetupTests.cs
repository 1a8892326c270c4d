using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using DolibarrAgent.Samples;
using DolibarrAgent.Settings;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;
using VatRounding = DolibarrAgent.Intake.VatRounding;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>What is found out about a server before an invoice is fitted for it.</summary>
public sealed class BooksSetupTests : IAsyncLifetime
{
    private const string Telling = """[{"desc":"a","qty":1,"subprice":0.99,"tva_tx":20},{"desc":"b","qty":1,"subprice":0.99,"tva_tx":20},{"desc":"c","qty":1,"subprice":0.99,"tva_tx":20}]""";

    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Theory]
    [InlineData(Simulator.VatRounding.Line, VatRounding.PerLine)]
    [InlineData(Simulator.VatRounding.Total, VatRounding.OfTotal)]
    public async Task A_key_that_may_read_the_setup_is_told(Simulator.VatRounding set, VatRounding found)
    {
        await using var server = await ServerAsync(set);
        var books = await LookAsync(server, "admin");
        (books.Rounding.Value, books.Rounding.How).Should().Be((found, HowKnown.Said));
        (books.Currency.Value, books.Currency.How, books.ForeignCurrencies.Value).Should().Be(("EUR", HowKnown.Said, false));
    }

    [Theory]
    [InlineData(Simulator.VatRounding.Line, VatRounding.PerLine)]
    [InlineData(Simulator.VatRounding.Total, VatRounding.OfTotal)]
    public async Task Any_other_sees_it_by_an_invoice_that_tells_the_two_ways_apart(Simulator.VatRounding set, VatRounding found)
    {
        await using var server = await ServerAsync(set);
        await InvoiceAsync(server, "1", Telling);
        await InvoiceAsync(server, "2", """[{"desc":"a","qty":1,"subprice":10,"tva_tx":20}]""");
        var books = await LookAsync(server, "agent");
        (books.Rounding.Value, books.Rounding.How).Should().Be((found, HowKnown.Inferred));
        books.Rounding.From.Should().Contain("(PROV1)");
    }

    [Fact]
    public async Task Where_nothing_tells_it_is_assumed_and_said_so()
    {
        await using var server = await ServerAsync(Simulator.VatRounding.Total);
        await InvoiceAsync(server, "2", """[{"desc":"a","qty":1,"subprice":10,"tva_tx":20}]""");
        var rounding = (await LookAsync(server, "agent")).Rounding;
        (rounding.Value, rounding.How).Should().Be((VatRounding.PerLine, HowKnown.Assumed));
        rounding.From.Should().Contain("none of the latest 1");
    }

    [Fact]
    public async Task The_currency_is_that_of_the_invoices_that_are_there()
    {
        await using var server = await ServerAsync(Simulator.VatRounding.Line, "CHF");
        await InvoiceAsync(server, "1", Telling);
        var currency = (await LookAsync(server, "agent")).Currency;
        (currency.Value, currency.How).Should().Be(("CHF", HowKnown.Inferred));
    }

    [Fact]
    public async Task A_session_asks_once_however_many_invoices_it_enters()
    {
        using var skill = Skills.On(two);
        foreach (var number in new[] { "A-1", "A-2", "A-3" })
        {
            await Ingest.RunAsync(skill, $"{number}.xml", SampleXml.Of(SampleCatalogue.Hosting with { Number = number }), Skills.Cancel);
        }
        two.Sandbox.Requests.Count(r => r.Path.Contains("setup/conf", StringComparison.Ordinal)).Should().Be(1);
        two.Sandbox.Requests.Count(r => r.Path.Contains("setup/company", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task An_invoice_is_fitted_for_the_way_in_which_the_server_rounds()
    {
        await using var server = await ServerAsync(Simulator.VatRounding.Total);
        await InvoiceAsync(server, "1", Telling);
        using var skill = Skills.On(two, v => v["DOLIBARR_SANDBOX_URL"] = server.Address.ToString());
        var invoice = SampleCatalogue.Hosting with { Lines = [.. Enumerable.Range(1, 7).Select(i => new SampleLine($"Line {i}", 1, 0.99m, 20))] };

        var entered = Skills.Entered(await Ingest.RunAsync(skill, "x.xml", SampleXml.Of(invoice), Skills.Cancel));

        Skills.Codes(entered).Should().NotContain(["line-split", "rounded-otherwise", "left-draft"]);
        entered.Changeset.Operations[1].After.RowsOf("lines").Should().HaveCount(7);
    }

    [Fact]
    public async Task A_server_that_rounds_otherwise_than_assumed_is_named_where_the_sums_are_right_all_the_same()
    {
        await using var server = await ServerAsync(Simulator.VatRounding.Total);
        using var skill = Skills.On(two, v => v["DOLIBARR_SANDBOX_URL"] = server.Address.ToString());
        var invoice = SampleCatalogue.Hosting with { Lines = [.. Enumerable.Range(1, 7).Select(i => new SampleLine($"Line {i}", 1, 0.99m, 20))] };

        var entered = Skills.Entered(await Ingest.RunAsync(skill, "x.xml", SampleXml.Of(invoice), Skills.Cancel));

        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "rounded-otherwise");
        entered.Changeset.Operations.Last().Do.Should().Be("validate", "net, VAT of the rate and gross are the document's");
    }

    private static async Task<BooksSetup> LookAsync(SimulatedDolibarr server, string user)
    {
        using var read = DolibarrReader.Open(Connection.To(new Endpoint(Instance.Of("erp", "sandbox"), ((Checked<ServerUrl>.Valid)ServerUrl.Read("url", server.Address.ToString())).Value, ((Checked<ApiKey>.Valid)ApiKey.Read("key", $"sandbox-{user}-key")).Value)));
        return await BooksSetup.FindAsync(read, Skills.Cancel);
    }

    private static Task<SimulatedDolibarr> ServerAsync(Simulator.VatRounding rounding, string currency = "EUR") => SimulatedDolibarr.StartAsync(
        new SimulatorOptions { Keys = [SimulatedKey.Read("agent=sandbox-agent-key", out _)!, SimulatedKey.Read("admin=sandbox-admin-key:admin", out _)!], Rounding = rounding, CompanyCurrency = currency }, Skills.Cancel);

    private static async Task InvoiceAsync(SimulatedDolibarr server, string reference, string lines)
    {
        var supplier = await Skills.ByHandAsync(server, HttpMethod.Post, "thirdparties", $$"""{"name":"S {{reference}}","fournisseur":1,"code_fournisseur":"-1"}""");
        await Skills.ByHandAsync(server, HttpMethod.Post, "supplierinvoices", $$"""{"socid":{{supplier}},"ref_supplier":"R-{{reference}}","date":"2026-11-20","lines":{{lines}}}""");
    }
}
