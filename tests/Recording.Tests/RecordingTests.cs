using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Settings;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Recording.Tests;

public sealed class RecordingTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task The_main_job_is_one_finished_changeset_with_its_after_images()
    {
        var changeset = await LoadAsync(await two.RecordMainJobAsync());

        changeset.State.Should().Be(ChangesetState.Finished);
        changeset.Operations.Select(o => $"{o.Do} {o.Resource}").Should().Equal("create thirdparty", "create supplierInvoice", "attach supplierInvoice", "validate supplierInvoice");
        changeset.Operations[1].After.TextOf("totalInclTax").Should().Be("35.20");
        changeset.Operations[2].After.TextOf("sha256").Should().Be(Digest.Of(TwoInstances.Pdf).Hex);
        changeset.Operations[3].After.TextOf("status").Should().Be("validated");
    }

    [Fact]
    public async Task No_id_of_the_sandbox_is_in_the_file()
    {
        // The sandbox's ids are made conspicuous, so that one that slipped in could be seen.
        await using var sandbox = await Simulator.SimulatedDolibarr.StartAsync(new Simulator.SimulatorOptions { Keys = [Simulator.SimulatedKey.Read("agent=sandbox-agent-key", out _)!], FirstId = 987654 }, Cancel);
        var variables = new Dictionary<string, string?>(two.Variables()) { ["DOLIBARR_SANDBOX_URL"] = sandbox.Address.ToString() };
        using var recorder = ((OpenResult.Open)await OpenAsync(variables)).Recorder;
        foreach (var operation in TwoInstances.MainJob(recorder.AddFile("pdf", TwoInstances.Pdf, (id, d) => new Evidence.File { Id = id, Name = "F.pdf", Sha256 = d, Size = 1 }).Id))
        {
            TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        }

        File.ReadAllText(((EndResult.Ended)await recorder.FinishAsync(Cancel)).Path).Should().NotContain("98765");
    }

    [Fact]
    public async Task The_changeset_is_on_disk_after_every_operation()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(CreateSupplier, Cancel));

        (await LoadAsync(recorder.Path!)).Operations.Should().ContainSingle();
    }

    [Fact]
    public async Task An_update_keeps_what_was_there_before()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(CreateSupplier, Cancel));

        var done = TwoInstances.Done(await recorder.DoAsync(Change("email", "compta@dupont.example"), Cancel));

        ((Operation.Update)done.Operation).Before.TextOf("email").Should().Be("factures@dupont.example");
        done.Operation.After.TextOf("email").Should().Be("compta@dupont.example");
    }

    [Fact]
    public async Task An_update_that_changes_nothing_is_not_recorded()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(CreateSupplier, Cancel));

        (await recorder.DoAsync(Change("email", "factures@dupont.example"), Cancel)).Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "nothing-to-do");
        recorder.Changeset!.Operations.Should().ContainSingle();
    }

    [Fact]
    public async Task A_supplier_that_exists_is_not_created_again()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(CreateSupplier, Cancel));

        (await recorder.DoAsync(CreateSupplier, Cancel)).Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "already-there");
    }

    [Fact]
    public async Task An_invoice_in_a_currency_that_the_server_books_otherwise_is_taken_back()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(CreateSupplier, Cancel));

        var refused = await recorder.DoAsync(new Operation.Create { Id = "", Resource = "supplierInvoice", Set = TwoInstances.Invoice(new Reference.Created("op1")).With("currency", "USD") }, Cancel);

        refused.Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "stored-otherwise" && p.Message.Contains("USD", StringComparison.Ordinal));
        using var person = two.Sandbox.ClientOf("admin");
        (await person.GetStringAsync(new Uri("supplierinvoices", UriKind.Relative), Cancel)).Should().Be("[]");
    }

    [Theory]
    [InlineData("lines", "no lines")]
    [InlineData("date", "no date")]
    [InlineData("supplierReference", "no reference")]
    public async Task An_invoice_that_lacks_what_the_books_need_is_refused_and_nothing_is_sent(string without, string why)
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(CreateSupplier, Cancel));
        var writes = TwoInstances.Writes(two.Sandbox).Count();

        var result = await recorder.DoAsync(new Operation.Create { Id = "", Resource = "supplierInvoice", Set = TwoInstances.Invoice(new Reference.Created("op1")).Where(n => n != without) }, Cancel);

        result.Should().BeOfType<RecordResult.Refused>(why).Which.Problems.Should().Contain(p => p.Code.Text == "missing-field" && p.Place.EndsWith(without, StringComparison.Ordinal));
        TwoInstances.Writes(two.Sandbox).Count().Should().Be(writes);
    }

    [Fact]
    public async Task A_draft_is_changed_line_by_line()
    {
        using var recorder = await two.RecorderAsync();
        await DraftAsync(recorder);

        var done = TwoInstances.Done(await recorder.DoAsync(new Operation.Update
        {
            Id = "",
            Resource = "supplierInvoice",
            On = new Reference.Created("op2"),
            Before = Fields.None,
            Set = Fields.None.With("label", "Hosting").With("lines", [TwoInstances.Line("VPS & co", "3", "10.50"), TwoInstances.Line("Domain", "1", "8.33"), TwoInstances.Line("Mail", "1", "1")]),
        }, Cancel));

        done.Operation.After.TextOf("totalExclTax").Should().Be("40.83");
        done.Operation.After.RowsOf("lines").Should().HaveCount(3);
    }

    [Fact]
    public async Task A_validated_invoice_is_not_changed()
    {
        using var recorder = await two.RecorderAsync();
        await DraftAsync(recorder);
        TwoInstances.Done(await recorder.DoAsync(new Operation.Validate { Id = "", Resource = "supplierInvoice", On = new Reference.Created("op2") }, Cancel));

        var result = await recorder.DoAsync(new Operation.Update { Id = "", Resource = "supplierInvoice", On = new Reference.Created("op2"), Before = Fields.None, Set = Fields.None.With("label", "late") }, Cancel);

        result.Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "not-a-draft");
    }

    [Fact]
    public async Task Discarding_takes_everything_out_of_the_sandbox_again()
    {
        using var recorder = await two.RecorderAsync();
        await DraftAsync(recorder);
        TwoInstances.Done(await recorder.DoAsync(new Operation.Validate { Id = "", Resource = "supplierInvoice", On = new Reference.Created("op2") }, Cancel));

        var ended = (await recorder.DiscardAsync(Cancel)).Should().BeOfType<EndResult.Ended>().Subject;

        ended.LeftBehind.Should().BeEmpty();
        ended.Changeset.State.Should().Be(ChangesetState.Discarded);
        using var person = two.Sandbox.ClientOf("admin");
        (await person.GetStringAsync(new Uri("supplierinvoices", UriKind.Relative), Cancel)).Should().Be("[]");
        (await person.GetAsync(new Uri("thirdparties", UriKind.Relative), Cancel)).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Discarding_restores_what_was_changed()
    {
        using (var first = await two.RecorderAsync())
        {
            TwoInstances.Done(await first.DoAsync(CreateSupplier, Cancel));
            await first.FinishAsync(Cancel);
        }
        using var recorder = await two.RecorderAsync();
        var found = new Reference.Found(Fields.None.With("vatNumber", "FR40303265045"));
        TwoInstances.Done(await recorder.DoAsync(new Operation.Update { Id = "", Resource = "thirdparty", On = found, Before = Fields.None, Set = Fields.None.With("town", "Lyon").With("email", "a@b.example") }, Cancel));

        (await recorder.DiscardAsync(Cancel)).Should().BeOfType<EndResult.Ended>().Which.LeftBehind.Should().BeEmpty();

        var party = ((Answer<ThirdParty>.Ok)await recorder.Read.ThirdParties.GetAsync(1, Cancel)).Value;
        party.Town.Should().BeEmpty();
        party["email"].Should().Be("factures@dupont.example");
    }

    [Theory]
    [InlineData("prod")]
    [InlineData(null)]
    public async Task With_the_target_at_prod_there_is_no_recorder(string? target)
    {
        var variables = two.Variables();
        variables["DOLIBARR_TARGET"] = target;

        (await OpenAsync(variables)).Should().BeOfType<OpenResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "target-is-prod" && p.Remedy.Contains("DOLIBARR_TARGET=sandbox", StringComparison.Ordinal));
        TwoInstances.Writes(two.Prod).Should().BeEmpty();
    }

    [Theory]
    [InlineData("sandbox-blind-key", "societe.client.voir")]
    [InlineData("sandbox-reader-key", "societe.creer")]
    [InlineData("sandbox-mute-key", "")]
    public async Task A_key_without_a_right_is_refused_by_the_rights_name_before_anything_is_written(string key, string right)
    {
        var variables = two.Variables();
        variables["DOLIBARR_SANDBOX_API_KEY"] = key;

        (await OpenAsync(variables)).Should().BeOfType<OpenResult.Refused>().Which.Problems.Should().Contain(p => p.Message.Contains(right, StringComparison.Ordinal));
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task A_changeset_folder_that_cannot_be_written_is_one_clear_refusal_and_nothing_is_sent()
    {
        var file = Path.Combine(two.Folder, "in-the-way");
        File.WriteAllText(file, "");
        var variables = two.Variables();
        variables["DOLIBARR_CHANGESETS"] = file;
        using var recorder = ((OpenResult.Open)await OpenAsync(variables)).Recorder;

        (await recorder.DoAsync(CreateSupplier, Cancel)).Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "changesets-unwritable");
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task When_there_is_no_room_for_the_next_operation_nothing_is_sent_and_what_was_recorded_stays()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(CreateSupplier, Cancel));
        // In the way of the file that takes the room: as a disk that is full.
        Directory.CreateDirectory(recorder.Path! + ".next");
        var writes = TwoInstances.Writes(two.Sandbox).Count();

        (await recorder.DoAsync(Change("email", "compta@dupont.example"), Cancel)).Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "changesets-unwritable");

        TwoInstances.Writes(two.Sandbox).Count().Should().Be(writes);
        (await LoadAsync(recorder.Path!)).Operations.Should().ContainSingle();
    }

    private static Operation CreateSupplier => new Operation.Create { Id = "", Resource = "thirdparty", Set = TwoInstances.Supplier, Keys = ["vatNumber"] };

    private static Operation Change(string field, string value) =>
        new Operation.Update { Id = "", Resource = "thirdparty", On = new Reference.Created("op1"), Before = Fields.None, Set = Fields.None.With(field, value) };

    private static async Task DraftAsync(Recorder recorder)
    {
        TwoInstances.Done(await recorder.DoAsync(CreateSupplier, Cancel));
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "supplierInvoice", Set = TwoInstances.Invoice(new Reference.Created("op1")) }, Cancel));
    }

    private static Task<OpenResult> OpenAsync(Dictionary<string, string?> variables) => Recorder.OpenAsync(
        ((Checked<ProgramSettings>.Valid)ProgramSettings.Read(variables, SettingsNeeds.Agent)).Value,
        new RecorderOptions("test 1.0", null, NullLogger.Instance, Patience.Default), Cancel);

    private static async Task<Changeset> LoadAsync(string path) => ((LoadResult.Good)await LoadedChangeset.LoadAsync(path, Cancel)).Loaded.Changeset;
}
