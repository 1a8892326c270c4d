using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Settings;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Recording.Tests;

/// <summary>A changeset on disk that its agent left open, or that is not wanted: out of the sandbox, at once.</summary>
public sealed class DiscardingTests : IAsyncLifetime
{
    private static readonly Reference.Found Known = new(Fields.None.With("vatNumber", "FR22424761419").With("name", "Imprimerie Martin"));

    private TwoInstances two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task What_an_agent_that_died_left_open_is_taken_out_and_marked_as_discarded()
    {
        var path = await DiedAsync(validated: true);

        (await EndedAsync(path)).LeftBehind.Should().BeEmpty();

        (await LoadAsync(path)).State.Should().Be(ChangesetState.Discarded);
        await NothingIsThereAsync();
    }

    [Fact]
    public async Task What_it_was_about_to_do_when_it_died_is_taken_out_too()
    {
        var path = await DiedAsync(validated: false);
        // As it is between the send and the record: the invoice is on the sandbox, and only the reservation knows of it.
        var whole = await LoadAsync(path);
        await File.WriteAllBytesAsync(path + ".next", [.. ChangesetFile.Write(whole with { Operations = whole.Operations[..2] }), .. Encoding.ASCII.GetBytes("      ")], Cancel);
        await File.WriteAllBytesAsync(path, ChangesetFile.Write(whole with { Operations = whole.Operations[..1] }), Cancel);

        (await EndedAsync(path)).LeftBehind.Should().BeEmpty();

        await NothingIsThereAsync();
        var discarded = await LoadAsync(path);
        discarded.Operations.Should().HaveCount(2);
        discarded.Warnings.Should().ContainSingle(w => w.Code == "interrupted" && w.On == "op2");
    }

    [Fact]
    public async Task What_it_added_to_a_large_changeset_is_taken_out_too()
    {
        string path;
        using (var recorder = await two.RecorderAsync())
        {
            // So that its file is not written for each operation.
            recorder.Warn("large", null, new string('x', 150_000));
            foreach (var operation in TwoInstances.MainJob(recorder.AddInstruction("as told", null).Id).Take(2))
            {
                TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
            }
            path = recorder.Path!;
        }
        ((ChangesetRead.Good)ChangesetFile.Read(await File.ReadAllBytesAsync(path, Cancel))).Changeset.Operations.Should().BeEmpty();

        (await EndedAsync(path)).LeftBehind.Should().BeEmpty();

        await NothingIsThereAsync();
        (await LoadAsync(path)).Operations.Should().HaveCount(2);
    }

    [Fact]
    public async Task Cut_short_half_way_the_same_again_goes_on()
    {
        var path = await DiedAsync(validated: false);
        await SendAsync(HttpMethod.Delete, "supplierinvoices/1", "{}");

        (await EndedAsync(path)).LeftBehind.Should().BeEmpty();

        await NothingIsThereAsync();
    }

    [Fact]
    public async Task A_second_time_there_is_nothing_left_to_do()
    {
        var path = await DiedAsync(validated: false);
        await EndedAsync(path);
        var (writes, bytes) = (TwoInstances.Writes(two.Sandbox).Count(), await File.ReadAllBytesAsync(path, Cancel));

        (await EndedAsync(path)).LeftBehind.Should().BeEmpty();

        TwoInstances.Writes(two.Sandbox).Count().Should().Be(writes);
        (await File.ReadAllBytesAsync(path, Cancel)).Should().Equal(bytes);
    }

    [Theory]
    [InlineData("0303030303")]
    [InlineData("0202020202")]
    [InlineData("0101010101")]
    public async Task Fields_come_back_to_what_the_first_of_several_changes_found_wherever_it_stands(string phone)
    {
        var path = await PhonesAsync();
        await SendAsync(HttpMethod.Put, "thirdparties/1", $$"""{"phone":"{{phone}}"}""");

        (await EndedAsync(path)).LeftBehind.Should().BeEmpty();

        (await SandboxAsync("thirdparties/1")).Should().Contain("0101010101");
    }

    [Fact]
    public async Task A_field_that_somebody_changed_since_is_left_and_said()
    {
        var path = await PhonesAsync();
        await SendAsync(HttpMethod.Put, "thirdparties/1", """{"phone":"0777"}""");

        (await EndedAsync(path)).LeftBehind.Should().ContainSingle(p => p.Message.Contains("'0777'", StringComparison.Ordinal));
        (await SandboxAsync("thirdparties/1")).Should().Contain("0777");
    }

    [Fact]
    public async Task What_Dolibarr_does_not_set_back_is_said()
    {
        await SendAsync(HttpMethod.Post, "thirdparties", """{"name":"Imprimerie Martin","tva_intra":"FR22424761419"}""");
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Change(Fields.None.With("supplier", true).With("country", "FR")), Cancel));

        (await EndedAsync(recorder.Path!)).LeftBehind.Should().ContainSingle(p => p.Message.Contains("country", StringComparison.Ordinal));
        (await recorder.Read.ThirdParties.GetAsync(1, Cancel)).Should().BeOfType<Answer<ThirdParty>.Ok>().Which.Value.IsSupplier.Should().BeFalse();
    }

    [Fact]
    public async Task A_finished_one_of_which_nothing_is_on_prod_is_discarded()
    {
        var path = await two.RecordMainJobAsync();

        (await EndedAsync(path)).LeftBehind.Should().BeEmpty();

        await NothingIsThereAsync();
        (await LoadAsync(path)).State.Should().Be(ChangesetState.Discarded);
    }

    [Fact]
    public async Task One_with_a_legal_id_that_was_taken_when_it_was_recorded_and_is_refused_today_is_discarded()
    {
        var path = await DiedAsync(validated: false);
        await SendAsync(HttpMethod.Put, "thirdparties/1", """{"tva_intra":"NEANT"}""");
        var whole = await LoadAsync(path);
        var create = (Operation.Create)whole.Operations[0];
        await File.WriteAllBytesAsync(path, ChangesetFile.Write(whole with { Operations = whole.Operations.SetItem(0, create with { Set = create.Set.With("vatNumber", "NEANT"), After = create.After.With("vatNumber", "NEANT") }) }), Cancel);

        (await EndedAsync(path)).LeftBehind.Should().BeEmpty();

        await NothingIsThereAsync();
    }

    [Fact]
    public async Task One_of_the_first_format_stays_in_that_format()
    {
        var path = await two.RecordMainJobAsync();
        await File.WriteAllBytesAsync(path, ChangesetFile.Write(await LoadAsync(path) with { Format = ChangesetFormat.First }), Cancel);

        (await EndedAsync(path)).LeftBehind.Should().BeEmpty();

        (await LoadAsync(path)).Should().Match<Changeset>(c => c.State == ChangesetState.Discarded && c.Format == ChangesetFormat.First);
    }

    [Fact]
    public async Task A_finished_one_that_is_on_prod_is_refused_and_nothing_is_touched()
    {
        var path = await two.RecordMainJobAsync();
        var marker = $"{(await LoadAsync(path)).Id}/op1";
        using (var person = two.Prod.ClientOf("admin"))
        using (var body = new StringContent($$"""{"name":"Hébergeur Dupont SARL","fournisseur":1,"code_fournisseur":"auto","ref_ext":"{{marker}}"}""", Encoding.UTF8, "application/json"))
        {
            await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel);
        }
        var writes = TwoInstances.Writes(two.Sandbox).Count();

        (await DiscardAsync(path)).Should().BeOfType<EndResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "on-prod" && p.Remedy.Contains("replay revert", StringComparison.Ordinal));

        TwoInstances.Writes(two.Sandbox).Count().Should().Be(writes);
        (await LoadAsync(path)).State.Should().Be(ChangesetState.Finished);
    }

    [Fact]
    public async Task A_finished_one_is_refused_where_prod_cannot_be_read()
    {
        var variables = two.Variables();
        variables.Remove("DOLIBARR_PROD_API_KEY");

        (await DiscardAsync(await two.RecordMainJobAsync(), variables)).Should().BeOfType<EndResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "prod-unseen");
    }

    [Fact]
    public async Task One_that_was_recorded_on_another_sandbox_is_refused()
    {
        var path = await DiedAsync(validated: false);
        await using var other = await Simulator.SimulatedDolibarr.StartAsync(new Simulator.SimulatorOptions { Keys = [Simulator.SimulatedKey.Read("agent=sandbox-agent-key", out _)!] }, Cancel);

        (await DiscardAsync(path, new Dictionary<string, string?>(two.Variables()) { ["DOLIBARR_SANDBOX_URL"] = other.Address.ToString() }))
            .Should().BeOfType<EndResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "other-sandbox");
    }

    [Fact]
    public async Task A_changed_file_is_refused()
    {
        var path = await DiedAsync(validated: false);
        await File.AppendAllTextAsync(path, " ", Cancel);
        var writes = TwoInstances.Writes(two.Sandbox).Count();

        (await DiscardAsync(path)).Should().BeOfType<EndResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "other-bytes");
        TwoInstances.Writes(two.Sandbox).Count().Should().Be(writes);
    }

    [Fact]
    public async Task A_file_that_came_later_is_on_disk_before_anything_is_sent_for_it()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(TwoInstances.MainJob("").First() with { From = [] }, Cancel));
        recorder.AddFile("pdf", TwoInstances.Pdf, (id, digest) => new Evidence.File { Id = id, Name = "late.pdf", Sha256 = digest, Size = TwoInstances.Pdf.Length });
        TwoInstances.Done(await recorder.DoAsync(new Operation.Update { Id = "", Resource = "thirdparty", On = new Reference.Created("op1"), Before = Fields.None, Set = Fields.None.With("town", "Lyon"), From = ["pdf"] }, Cancel));

        (await EndedAsync(recorder.Path!)).LeftBehind.Should().BeEmpty("it is read strictly, with its blobs");
    }

    private async Task<string> DiedAsync(bool validated)
    {
        using var recorder = await two.RecorderAsync();
        var pdf = recorder.AddFile("pdf", TwoInstances.Pdf, (id, digest) => new Evidence.File { Id = id, Name = "F-2026-1.pdf", Sha256 = digest, Size = TwoInstances.Pdf.Length });
        foreach (var operation in TwoInstances.MainJob(pdf.Id).Where(o => validated || o is not Operation.Validate))
        {
            TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        }
        return recorder.Path!;
    }

    private async Task<string> PhonesAsync()
    {
        await SendAsync(HttpMethod.Post, "thirdparties", """{"name":"Imprimerie Martin","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR22424761419","phone":"0101010101"}""");
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Change(Fields.None.With("phone", "0202020202")), Cancel));
        TwoInstances.Done(await recorder.DoAsync(Change(Fields.None.With("phone", "0303030303")), Cancel));
        return recorder.Path!;
    }

    private static Operation Change(Fields set) => new Operation.Update { Id = "", Resource = "thirdparty", On = Known, Before = Fields.None, Set = set };

    [Fact]
    public async Task Why_it_was_discarded_is_kept_in_the_changeset()
    {
        var path = await two.RecordMainJobAsync(validated: false);
        using (var recorder = await two.RecorderAsync())
        {
            await recorder.DiscardAsync(path, "entered twice", Cancel);
        }

        var read = (ChangesetRead.Good)ChangesetFile.Read(await File.ReadAllBytesAsync(path, Cancel));

        (read.Changeset.State, read.Changeset.Recorded.Reason).Should().Be((ChangesetState.Discarded, "entered twice"));
    }

    private async Task<EndResult.Ended> EndedAsync(string path) => (await DiscardAsync(path)).Should().BeOfType<EndResult.Ended>().Subject;

    private async Task<EndResult> DiscardAsync(string path, Dictionary<string, string?>? variables = null)
    {
        var settings = ((Checked<ProgramSettings>.Valid)ProgramSettings.Read(variables ?? two.Variables(), SettingsNeeds.Agent)).Value;
        using var recorder = ((OpenResult.Open)await Recorder.OpenAsync(settings, new RecorderOptions("test 1.0", null, NullLogger.Instance, Patience.Default), Cancel)).Recorder;
        return await recorder.DiscardAsync(path, null, Cancel);
    }

    private async Task NothingIsThereAsync()
    {
        (await SandboxAsync("supplierinvoices")).Should().Be("[]");
        (await SandboxAsync("thirdparties")).Should().Contain("404");
    }

    private async Task<string> SandboxAsync(string path)
    {
        using var person = two.Sandbox.ClientOf("admin");
        return await (await person.GetAsync(new Uri(path, UriKind.Relative), Cancel)).Content.ReadAsStringAsync(Cancel);
    }

    private async Task SendAsync(HttpMethod method, string path, string json)
    {
        using var person = two.Sandbox.ClientOf("admin");
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        (await person.SendAsync(request, Cancel)).EnsureSuccessStatusCode();
    }

    private static async Task<Changeset> LoadAsync(string path) => ((LoadResult.Good)await LoadedChangeset.LoadAsync(path, Cancel)).Loaded.Changeset;
}
