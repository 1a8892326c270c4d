using DolibarrAgent.Samples;

namespace DolibarrAgent.EndToEnd.Tests;

/// <summary>The main job with the real programs: from a mail to prod, by a person's word.</summary>
public sealed class MainJobTests : IAsyncLifetime
{
    private TwoServers two = null!;

    public async ValueTask InitializeAsync() => two = await TwoServers.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task The_invoice_of_a_mail_is_on_prod_once_with_totals_file_and_status()
    {
        var changeset = await two.IngestAsync();
        var confirmed = await Ran.ReplayAsync(two.Person, "--confirm", changeset, "--code", await two.CodeAsync(changeset), "--json");

        confirmed.ExitCode.Should().Be(0, confirmed.Errors);
        confirmed.Json.GetProperty("operations").EnumerateArray().Select(o => o.GetProperty("outcome").GetString()).Should().OnlyContain(o => o == "applied");
        var invoice = (await TwoServers.ListAsync(two.Prod, "supplierinvoices")).Should().ContainSingle().Subject;
        var recorded = (await TwoServers.ListAsync(two.Sandbox, "supplierinvoices")).Should().ContainSingle().Subject;
        foreach (var member in new[] { "total_ht", "total_tva", "total_ttc", "status", "date", "date_echeance", "ref_supplier" })
        {
            invoice.GetProperty(member).ToString().Should().Be(recorded.GetProperty(member).ToString(), member);
        }
        (await TwoServers.ListAsync(two.Prod, "thirdparties")).Should().ContainSingle();
        var file = (await TwoServers.ListAsync(two.Prod, $"documents?modulepart=supplier_invoice&id={invoice.GetProperty("id")}")).Should().ContainSingle().Subject;
        var pdf = SampleEmail.With(SampleCatalogue.Hosting).Attachments[0].Content;
        (await two.DownloadAsync(file)).Should().Equal(pdf);
    }

    [Fact]
    public async Task A_second_confirmation_ends_with_0_and_writes_nothing()
    {
        var changeset = await two.IngestAsync();
        var code = await two.CodeAsync(changeset);
        await Ran.ReplayAsync(two.Person, "--confirm", changeset, "--code", code);
        var writes = TwoServers.Writes(two.Prod);

        var again = await Ran.ReplayAsync(two.Person, "--confirm", changeset, "--code", code);

        again.ExitCode.Should().Be(0, again.Errors);
        TwoServers.Writes(two.Prod).Should().Be(writes).And.BeGreaterThan(0);
    }

    [Fact]
    public async Task One_changed_byte_of_the_changeset_is_refused()
    {
        var changeset = await two.IngestAsync();
        var code = await two.CodeAsync(changeset);
        await File.WriteAllTextAsync(changeset, (await File.ReadAllTextAsync(changeset, TestContext.Current.CancellationToken)).Replace("35.20", "35.21", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await RefusedAsync(changeset, code);
    }

    [Fact]
    public async Task A_changed_blob_is_refused()
    {
        var changeset = await two.IngestAsync();
        var code = await two.CodeAsync(changeset);
        await File.AppendAllTextAsync(Directory.GetFiles(Path.Combine(Path.GetDirectoryName(changeset)!, "blobs"))[0], "x", TestContext.Current.CancellationToken);

        await RefusedAsync(changeset, code);
    }

    [Theory]
    [InlineData("00000000")]
    [InlineData("yes")]
    public async Task A_wrong_code_is_refused(string code) => await RefusedAsync(await two.IngestAsync(), code);

    [Fact]
    public async Task Without_a_terminal_and_without_a_code_nothing_is_taken_for_a_yes()
    {
        var ran = await Ran.ReplayAsync(two.Person, "--confirm", await two.IngestAsync());

        ran.ExitCode.Should().Be(4);
        ran.Errors.Should().Contain("--code");
        TwoServers.Writes(two.Prod).Should().Be(0);
    }

    [Fact]
    public async Task An_invoice_that_was_entered_by_hand_meanwhile_stops_the_replay_and_both_are_shown()
    {
        await EnterSupplierAsync();
        var changeset = await two.IngestAsync();
        var code = await two.CodeAsync(changeset);
        await TwoServers.SendAsync(two.Prod, HttpMethod.Post, "supplierinvoices", $$"""{"socid":5000,"ref_supplier":"{{SampleCatalogue.Hosting.Number}}","date":"2026-11-19","lines":[{"desc":"all","qty":1,"subprice":77,"tva_tx":20,"product_type":1}]}""");

        await ConflictAsync(changeset, code, "92.40", SampleCatalogue.Hosting.Gross.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_vat_number_that_was_changed_meanwhile_stops_the_replay_and_both_are_shown()
    {
        await EnterSupplierAsync();
        var changeset = await two.IngestAsync();
        var code = await two.CodeAsync(changeset);
        await TwoServers.SendAsync(two.Prod, HttpMethod.Put, "thirdparties/5000", """{"tva_intra":"FR99999999999"}""");

        await ConflictAsync(changeset, code, "FR99999999999", SampleCatalogue.Dupont.VatId);
    }

    [Fact]
    public async Task Only_GET_reaches_prod_before_the_confirmation()
    {
        await two.CodeAsync(await two.IngestAsync());

        TwoServers.Writes(two.Prod).Should().Be(0);
    }

    private async Task EnterSupplierAsync()
    {
        foreach (var server in new[] { two.Prod, two.Sandbox })
        {
            await TwoServers.SendAsync(server, HttpMethod.Post, "thirdparties", $$"""{"name":"{{SampleCatalogue.Dupont.Name}}","fournisseur":1,"code_fournisseur":"auto","tva_intra":"{{SampleCatalogue.Dupont.VatId}}"}""");
        }
    }

    private async Task ConflictAsync(string changeset, string code, params string[] shown)
    {
        var writes = TwoServers.Writes(two.Prod);
        var ran = await Ran.ReplayAsync(two.Person, "--confirm", changeset, "--code", code);
        ran.ExitCode.Should().Be(3);
        foreach (var value in shown)
        {
            (ran.Output + ran.Errors).Should().Contain(value);
        }
        TwoServers.Writes(two.Prod).Should().Be(writes);
    }

    private async Task RefusedAsync(string changeset, string code)
    {
        var ran = await Ran.ReplayAsync(two.Person, "--confirm", changeset, "--code", code);
        ran.ExitCode.Should().Be(4, ran.Output);
        TwoServers.Writes(two.Prod).Should().Be(0);
    }
}
