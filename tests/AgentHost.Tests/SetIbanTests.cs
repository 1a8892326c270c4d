using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Simulator;
using static DolibarrAgent.AgentHost.Tests.Runs;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary><c>agent set-iban</c>: what it prints, what it records, and what it ends with.</summary>
public sealed class SetIbanTests(Servers servers)
{
    private const string Iban = "FR76 3000 6000 0112 3456 7890 189";

    [Fact]
    public async Task It_shows_whose_account_it_is_and_the_accounts_before_and_now()
    {
        await using var sandbox = await WithSupplierAsync();

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "set-iban", "--supplier", "Dupont", "--iban", Iban, "--reason", "They called back.");

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().ContainAll(
            "Supplier: 'Dupont' (SIREN 303265045", "Bank accounts before: none", "Bank accounts now:\n  FR7630006000011234567890189, the one that is paid to", "They called back.", "societe/paymentmodes.php?socid=1", "Next: replay ");
    }

    [Fact]
    public async Task Its_JSON_has_the_changeset_the_supplier_and_the_accounts()
    {
        await using var sandbox = await WithSupplierAsync();

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "set-iban", "--supplier", "Dupont", "--iban", Iban, "--mail", servers.Mail, "--json");

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Json.EnumerateObject().Select(m => m.Name).Should().Equal("changeset", "supplier", "before", "after", "warnings");
        var changeset = await LoadAsync(ran.Json.GetProperty("changeset").GetString()!);
        (changeset.State, changeset.Operations.Single().Resource, changeset.Recorded.Model).Should().Be((ChangesetState.Finished, "bankAccount", null));
        ran.Json.GetProperty("after")[0].GetProperty("iban").GetString().Should().Be("FR7630006000011234567890189");
    }

    [Theory]
    [InlineData("prod")]
    [InlineData(null)]
    public async Task With_the_target_at_prod_or_unset_it_is_refused(string? target)
    {
        var variables = servers.Variables();
        variables.Remove("DOLIBARR_TARGET");
        if (target is not null)
        {
            variables["DOLIBARR_TARGET"] = target;
        }

        var ran = await Ran.AgentAsync(variables, "set-iban", "--supplier", "Dupont", "--iban", Iban, "--json");

        ran.ExitCode.Should().Be(4);
        ran.Json.GetProperty("problems")[0].GetProperty("code").GetString().Should().Be("target-is-prod");
    }

    [Fact]
    public async Task A_refusal_says_its_code_and_what_to_do_and_ends_with_4()
    {
        await using var sandbox = await WithSupplierAsync();

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "set-iban", "--supplier", "Durand", "--iban", Iban);

        (ran.ExitCode, ran.Output).Should().Be((4, ""));
        ran.Errors.Should().ContainAll("(supplier-unknown)", "Give the supplier code");
        Servers.Writes(sandbox).Should().ContainSingle("the supplier that the test entered is all");
    }

    [Fact]
    public async Task A_mail_that_is_not_there_is_named_and_nothing_is_entered()
    {
        await using var sandbox = await WithSupplierAsync();

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "set-iban", "--supplier", "Dupont", "--iban", Iban, "--mail", "/nowhere/mail.eml");

        ran.ExitCode.Should().Be(1);
        ran.Errors.Should().Contain("(file-missing)");
        Servers.Writes(sandbox).Should().ContainSingle("the supplier that the test entered is all");
    }

    private static async Task<SimulatedDolibarr> WithSupplierAsync()
    {
        var sandbox = await Servers.SandboxAsync();
        using var person = sandbox.ClientOf("agent");
        using var body = new StringContent("""{"name":"Dupont","fournisseur":1,"code_fournisseur":"auto","idprof1":"303265045"}""", Encoding.UTF8, "application/json");
        (await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        return sandbox;
    }
}
