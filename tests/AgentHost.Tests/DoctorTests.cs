using System.Text.Json;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary><c>agent doctor</c>: what it finds, and what it ends with.</summary>
public sealed class DoctorTests(Servers servers)
{
    [Fact]
    public async Task Where_all_is_well_it_says_what_it_saw_and_ends_with_0()
    {
        var ran = await Ran.AgentAsync(servers.Variables(), "doctor");

        ran.ExitCode.Should().Be(0, ran.Output);
        ran.Output.Should().ContainAll("sandbox: invoices are entered on erp-sandbox", "erp: answers at", "Dolibarr 22.0.4", "may read what is needed, and write nothing of it", "rounds VAT a line at a time (assumed", "agent doctor --probe", "Nothing is wrong; ");
        Servers.Writes(servers.Prod).Should().BeEmpty();
    }

    [Fact]
    public async Task As_JSON_each_thing_has_its_health_its_place_and_its_remedy()
    {
        var ran = await Ran.AgentAsync(servers.Variables(), "doctor", "--json");

        ran.Json.GetProperty("well").GetBoolean().Should().BeTrue();
        var rounding = Found(ran, "vat-rounding").First();
        rounding.EnumerateObject().Select(m => m.Name).Should().Equal("health", "code", "place", "says", "remedy");
        (rounding.GetProperty("health").GetString(), rounding.GetProperty("place").GetString()).Should().Be(("note", "erp-sandbox"));
    }

    [Fact]
    public async Task It_says_whose_ERP_it_is_or_that_nobody_told()
    {
        Found(await Ran.AgentAsync(servers.Variables(), "doctor", "--json"), "addressee-unchecked").Single().GetProperty("remedy").GetString().Should().Contain("DOLIBARR_COMPANY_SIREN");

        var told = servers.Variables();
        (told["DOLIBARR_COMPANY_NAME"], told["DOLIBARR_COMPANY_SIREN"]) = ("Arcodange Exemple SAS", "424761419");
        var ran = await Ran.AgentAsync(told, "doctor", "--json");

        Found(ran, "company").Single().GetProperty("says").GetString().Should().Contain("“Arcodange Exemple SAS” (SIREN 424761419)");
        Found(ran, "addressee-unchecked").Should().BeEmpty();
    }

    [Theory]
    [InlineData(VatRounding.Line, "a line at a time", "0.60")]
    [InlineData(VatRounding.Total, "of the total", "0.59")]
    public async Task A_probe_finds_out_how_VAT_is_rounded_and_leaves_nothing_behind(VatRounding rounding, string words, string vat)
    {
        await using var sandbox = await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = [SimulatedKey.Read("agent=sandbox-agent-key", out _)!], Rounding = rounding }, CancellationToken.None);
        var variables = servers.Variables(sandbox);

        var ran = await Ran.AgentAsync(variables, "doctor", "--probe");

        ran.ExitCode.Should().Be(0, ran.Output);
        ran.Output.Should().Contain($"{words} (tried: three lines of 0.99 at 20 % got {vat} of VAT)");
        using var person = sandbox.ClientOf("agent");
        (await person.GetStringAsync(new Uri("supplierinvoices", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Be("[]");
        (await person.GetAsync(new Uri("thirdparties", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
        Directory.GetFiles(variables["DOLIBARR_CHANGESETS"], "changeset.json", SearchOption.AllDirectories).Should().ContainSingle()
            .Which.Should().Match(path => File.ReadAllText((string)path).Contains("discarded"));
    }

    [Fact]
    public async Task With_the_target_at_prod_a_probe_is_refused_and_nothing_is_written()
    {
        var variables = servers.Variables();
        variables["DOLIBARR_TARGET"] = "prod";

        var ran = await Ran.AgentAsync(variables, "doctor", "--probe", "--json");

        ran.ExitCode.Should().Be(4);
        Found(ran, "target-is-prod").Should().ContainSingle();
        Servers.Writes(servers.Prod).Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_with_what_to_do_and_ends_with_1()
    {
        var variables = servers.Variables();
        variables["DOLIBARR_SANDBOX_URL"] = "http://127.0.0.1:9";

        var ran = await Ran.AgentAsync(variables, "doctor", "--json");

        ran.ExitCode.Should().Be(1);
        ran.Json.GetProperty("well").GetBoolean().Should().BeFalse();
        Found(ran, "connection").Should().ContainSingle().Which.GetProperty("remedy").GetString().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("DOLIBARR_SANDBOX_API_KEY", "sandbox-reader-key", "right-missing", "create and change supplier invoices")]
    [InlineData("DOLIBARR_SANDBOX_API_KEY", "sandbox-blind-key", "right-missing", "see all third parties")]
    [InlineData("DOLIBARR_SANDBOX_API_KEY", "sandbox-mute-key", "rights-unproven", "user.self.creer")]
    [InlineData("DOLIBARR_SANDBOX_API_KEY", "nobody", "wrong-key", "")]
    [InlineData("DOLIBARR_PROD_API_KEY", "prod-agent-key", "prod-key-may-write", "fournisseur.facture.creer")]
    [InlineData("DOLIBARR_CHANGESETS", "/proc/nowhere", "changesets-unwritable", "")]
    [InlineData("DOLIBARR_TARGET", "Sandbox", "target-unknown", "")]
    public async Task What_is_not_well_is_named(string variable, string value, string code, string words)
    {
        var variables = servers.Variables();
        variables[variable] = value;

        var ran = await Ran.AgentAsync(variables, "doctor", "--json");

        ran.ExitCode.Should().NotBe(0);
        Found(ran, code).Select(f => $"{f.GetProperty("health").GetString()} {f.GetProperty("says").GetString()} {f.GetProperty("remedy").GetString()}")
            .Should().Contain(text => text.StartsWith("wrong", StringComparison.Ordinal) && text.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sandbox_that_calls_itself_production_beside_a_prod_that_does_not_is_wrong()
    {
        // A copy of prod has prod's keys: that they are accepted does not tell the two apart.
        await using var production = await StartAsync(isProduction: true);
        await using var copy = await StartAsync(isProduction: false);
        var variables = servers.Variables(production);
        (variables["DOLIBARR_PROD_URL"], variables["DOLIBARR_PROD_API_KEY"]) = (copy.Address.ToString(), "reader-key");

        var ran = await Ran.AgentAsync(variables, "doctor", "--json");

        Found(ran, "urls-swapped").Should().ContainSingle().Which.GetProperty("health").GetString().Should().Be("wrong");
        ran.ExitCode.Should().NotBe(0);
    }

    [Fact]
    public async Task An_administrators_key_for_prod_is_wrong_and_is_not_said_to_write_nothing()
    {
        await using var prod = await StartAsync(isProduction: true);
        var variables = servers.Variables();
        (variables["DOLIBARR_PROD_URL"], variables["DOLIBARR_PROD_API_KEY"]) = (prod.Address.ToString(), "admin-key");

        var ran = await Ran.AgentAsync(variables, "doctor", "--json");

        Found(ran, "prod-key-of-admin").Should().ContainSingle().Which.GetProperty("health").GetString().Should().Be("wrong");
        Found(ran, "rights").Should().NotContain(f => f.GetProperty("place").GetString() == "erp");
    }

    [Fact]
    public async Task Versions_that_differ_are_noted()
    {
        await using var older = await StartAsync(isProduction: true, version: "22.0.3");
        var variables = servers.Variables();
        (variables["DOLIBARR_PROD_URL"], variables["DOLIBARR_PROD_API_KEY"]) = (older.Address.ToString(), "reader-key");

        var ran = await Ran.AgentAsync(variables, "doctor", "--json");

        Found(ran, "versions-differ").Should().ContainSingle().Which.GetProperty("says").GetString().Should().Contain("22.0.4").And.Contain("22.0.3");
    }

    private static Task<SimulatedDolibarr> StartAsync(bool isProduction, string version = SimulatedDolibarr.Version) => SimulatedDolibarr.StartAsync(
        new SimulatorOptions { Keys = [.. new[] { "agent=sandbox-agent-key", "reader=reader-key:read", "admin=admin-key:admin" }.Select(key => SimulatedKey.Read(key, out _)!)], Production = isProduction, Version = version }, CancellationToken.None);

    [Fact]
    public async Task What_an_invoice_is_entered_without_for_want_of_a_right_is_noted()
    {
        await using var sandbox = await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = [SimulatedKey.Read("buyer=sandbox-agent-key:buyer", out _)!] }, CancellationToken.None);

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "doctor", "--json");

        var note = Found(ran, "no-products").Single(found => found.GetProperty("place").GetString() == "erp-sandbox");
        (note.GetProperty("health").GetString(), note.GetProperty("remedy").GetString()).Should().Be(("note", "Give the user that right on erp-sandbox, if you want it."));
        note.GetProperty("says").GetString().Should().Contain("lines get no products");
    }

    [Fact]
    public async Task A_resource_for_which_a_right_is_missing_is_noted_and_nothing_is_wrong()
    {
        var key = new SimulatedKey("agent", "sandbox-agent-key", Rights.Writer & ~Rights.Described);
        await using var sandbox = await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = [key] }, CancellationToken.None);

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "doctor", "--json");

        var note = Found(ran, "no-contact").Single(found => found.GetProperty("place").GetString() == "erp-sandbox");
        note.GetProperty("health").GetString().Should().Be("note");
        note.GetProperty("says").GetString().Should().ContainAll("societe.contact.lire", "no contact is entered or changed");
        Found(ran, "right-missing").Should().BeEmpty();
    }

    private static IEnumerable<JsonElement> Found(Ran ran, string code) =>
        ran.Json.GetProperty("examined").EnumerateArray().Where(e => e.GetProperty("code").GetString() == code);
}
