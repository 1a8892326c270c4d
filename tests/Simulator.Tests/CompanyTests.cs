namespace DolibarrAgent.Simulator.Tests;

/// <summary>Who may read whose books these are.</summary>
public sealed class CompanyTests
{
    private static readonly SimulatedCompany Acme = new() { Name = "ACME SARL", Siren = "303265045", Siret = "30326504500012", VatNumber = "FR40303265045" };

    [Fact]
    public async Task An_administrator_reads_the_company_that_the_server_was_given()
    {
        await using var server = await Servers.StartAsync(options => options with { Company = Acme });
        var company = await server.CallAsync("GET /setup/company", key: "admin");
        (company["name"], company["idprof1"], company["idprof2"], company["tva_intra"]).Should().Be(("ACME SARL", "303265045", "30326504500012", "FR40303265045"));
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        await using var server = await Servers.StartAsync(options => options with { Company = Acme });
        var answer = await server.CallAsync("GET /setup/company");
        answer.Status.Should().Be(403);
        answer.Text.Should().Contain("API_LOGINS_ALLOWED_FOR_GET_COMPANY").And.NotContain("ACME");
    }

    [Fact]
    public async Task But_for_the_login_that_the_constant_names()
    {
        await using var server = await Servers.StartAsync(options => options with { Company = Acme, CompanyReader = "agent" });
        (await server.CallAsync("GET /setup/company"))["name"].Should().Be("ACME SARL");
        (await server.CallAsync("GET /setup/company", key: "read")).Status.Should().Be(403);
        (await server.CallAsync("GET /setup/conf/API_LOGINS_ALLOWED_FOR_GET_COMPANY", key: "admin")).Json!.GetValue<string>().Should().Be("agent");
    }
}
