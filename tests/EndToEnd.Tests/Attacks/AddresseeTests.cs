using System.Text.Json;
using System.Text.Json.Nodes;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;

namespace DolibarrAgent.EndToEnd.Tests.Attacks;

/// <summary>Whether an invoice is for us is asked again by each plan, of the document itself: what a changeset leaves out of it decides nothing.</summary>
public sealed class AddresseeTests : IAsyncLifetime
{
    private static readonly SampleParty Us = SampleCatalogue.Hosting.Buyer;
    private static readonly SampleParty Another = new("Boulangerie Sorbier SARL", "443061841", "FR13443061841");

    private TwoServers two = null!;

    public async ValueTask InitializeAsync() => two = await TwoServers.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task An_invoice_to_another_company_that_a_person_accepted_is_replayed_once_it_is_seen()
    {
        var ran = await PlannedAsync(await IngestAsync(Another, "--buyer-ok", "Our old name."), Us);

        ran.ExitCode.Should().Be(2, ran.ToString());
        ran.Json.GetProperty("plan").GetProperty("risks").EnumerateArray().Select(Code).Should().Contain("addressee-accepted");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_acceptance_that_is_cut_out_stops(bool isFileToo)
    {
        var path = await IngestAsync(Another, "--buyer-ok", "Our old name.");
        await ForgedFile.RewriteAsync(path, changeset => Cut(changeset, isFileToo), TestContext.Current.CancellationToken);

        await StoppedAsync(path, Us, "addressed-to-another", "'Boulangerie Sorbier SARL'");
    }

    [Fact]
    public async Task An_invoice_to_another_company_stops_where_only_the_person_who_replays_knows_who_we_are() =>
        await StoppedAsync(await IngestAsync(Another), Us, "addressed-to-another", Another.Name);

    [Fact]
    public async Task An_invoice_of_our_own_company_stops() =>
        await StoppedAsync(await IngestAsync(Us), SampleCatalogue.Hosting.Seller, "own-invoice", SampleCatalogue.Hosting.Seller.Name);

    [Fact]
    public async Task A_server_of_another_company_than_the_settings_name_stops()
    {
        var path = await IngestAsync(Us);
        var person = As(Another);
        person["DOLIBARR_PROD_API_KEY"] = "prod-admin-key";

        var ran = await Ran.ReplayAsync(person, path, "--json");

        ran.ExitCode.Should().Be(4, ran.ToString());
        ran.Json.GetProperty("plan").GetProperty("problems").EnumerateArray().Select(Code).Should().Contain("company-differs");
    }

    [Fact]
    public async Task Where_the_document_does_not_name_us_the_plan_says_so_whatever_was_cut_out()
    {
        var path = await IngestAsync(new SampleParty(Another.Name, "", ""));
        await ForgedFile.RewriteAsync(path, changeset => changeset.AsObject().Remove("warnings"), TestContext.Current.CancellationToken);

        var person = As(Us with { Name = "" });
        var ran = await Ran.ReplayAsync(person, path, "--json");

        ran.Json.GetProperty("plan").GetProperty("risks").EnumerateArray().Where(risk => Code(risk) == "addressee-missing").Should().ContainSingle()
            .Which.GetProperty("text").GetString().Should().Contain(Another.Name).And.Contain(Us.Siren);
    }

    private async Task StoppedAsync(string path, SampleParty we, string code, string words)
    {
        var planned = await PlannedAsync(path, we);

        planned.ExitCode.Should().Be(4, planned.ToString());
        var first = planned.Json.GetProperty("plan").GetProperty("problems")[0];
        Code(first).Should().Be(code);
        first.GetProperty("message").GetString().Should().Contain(words.Trim('\''));
        (await Ran.ReplayAsync(As(we), "--confirm", path, "--code", "00000000", "--json")).ExitCode.Should().Be(4);
        TwoServers.Writes(two.Prod).Should().Be(0);
    }

    private Task<Ran> PlannedAsync(string path, SampleParty we) => Ran.ReplayAsync(As(we), path, "--json");

    private Dictionary<string, string> As(SampleParty we) => new(two.Person)
    {
        ["DOLIBARR_COMPANY_NAME"] = we.Name,
        ["DOLIBARR_COMPANY_SIREN"] = we.Siren,
        ["DOLIBARR_COMPANY_VAT"] = we.VatId,
    };

    /// <summary>By an agent that knows who we are where it has to accept another.</summary>
    private async Task<string> IngestAsync(SampleParty buyer, params string[] more)
    {
        var mail = Path.Combine(two.Folder, "invoice.eml");
        await File.WriteAllBytesAsync(mail, SampleEmail.With(SampleCatalogue.Hosting with { Buyer = buyer }).ToBytes(), TestContext.Current.CancellationToken);
        var agent = more.Length == 0 ? two.Agent : new Dictionary<string, string>(two.Agent) { ["DOLIBARR_COMPANY_SIREN"] = Us.Siren };
        var ran = await Ran.AgentAsync(agent, ["ingest", mail, "--json", .. more]);
        return ran.ExitCode == 0 ? ran.Json.GetProperty("changeset").GetString()! : throw new InvalidOperationException(ran.ToString());
    }

    /// <summary>The warning, and where asked for that the invoice rests on the document.</summary>
    private static void Cut(JsonNode changeset, bool isFileToo)
    {
        changeset.AsObject().Remove("warnings");
        if (isFileToo)
        {
            var mail = (string)changeset["evidence"]!.AsArray().Single(one => (string?)one!["kind"] == "email")!["id"]!;
            changeset["operations"]![1]!["from"] = new JsonArray(mail);
        }
    }

    private static string? Code(JsonElement problem) => problem.GetProperty("code").GetString();
}
