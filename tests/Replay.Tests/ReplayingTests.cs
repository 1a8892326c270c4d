using System.Text.Json;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

public partial class ReplayingTests : ReplayTest
{
    [Fact]
    public async Task Every_operation_is_applied_and_prod_ends_as_the_sandbox_was()
    {
        var replayed = await ReplayAsync(await Two.RecordMainJobAsync());

        replayed.Operations.Select(o => o.Outcome).Should().Equal(Outcomes.Applied, Outcomes.Applied, Outcomes.Applied, Outcomes.Applied);
        replayed.Differences.Should().BeEmpty();
        replayed.ExitCode.Should().Be(ExitCode.Done);
    }

    [Fact]
    public async Task The_invoice_is_there_once_with_its_lines_totals_and_dates_and_validated()
    {
        await ReplayAsync(await Two.RecordMainJobAsync());

        var invoices = await GetAsync("supplierinvoices");
        invoices.EnumerateArray().Should().ContainSingle();
        var invoice = invoices[0];
        invoice.GetProperty("total_ht").GetString().Should().Be("29.33000000");
        invoice.GetProperty("total_tva").GetString().Should().Be("5.87000000");
        invoice.GetProperty("total_ttc").GetString().Should().Be("35.20000000");
        invoice.GetProperty("status").GetString().Should().Be("1");
        DateTimeOffset.FromUnixTimeSeconds(invoice.GetProperty("date").GetInt64()).Day.Should().Be(20);
        invoice.GetProperty("lines").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task Its_supplier_is_there_once()
    {
        await ReplayAsync(await Two.RecordMainJobAsync());

        (await GetAsync("thirdparties")).EnumerateArray().Select(t => t.GetProperty("tva_intra").GetString()).Should().Equal("FR40303265045");
    }

    [Fact]
    public async Task The_attached_file_is_the_same_byte_for_byte()
    {
        var replayed = await ReplayAsync(await Two.RecordMainJobAsync());

        var invoice = await GetAsync($"supplierinvoices/{replayed.Operations[1].Id}");
        var path = $"{invoice.GetProperty("id").GetString()![^1]}/{invoice.GetProperty("id").GetString()![^2]}/{invoice.GetProperty("ref").GetString()}/F-2026-1.pdf";
        var file = await GetAsync($"documents/download?modulepart=facture_fournisseur&original_file={path}");
        Convert.FromBase64String(file.GetProperty("content").GetString()!).Should().Equal(TwoInstances.Pdf);
    }

    [Fact]
    public async Task No_id_of_the_sandbox_is_sent_to_prod()
    {
        var path = await Two.RecordMainJobAsync();
        await ReplayAsync(path);

        var sent = TwoInstances.Writes(Prod).Select(r => r.Path + " " + r.Body).ToList();
        // Everything on prod is numbered from 5000; the sandbox's objects have ids of one digit.
        sent.SelectMany(text => IdsIn().Matches(text)).Select(m => long.Parse(m.Groups["id"].Value, System.Globalization.CultureInfo.InvariantCulture))
            .Should().NotBeEmpty().And.OnlyContain(id => id >= 5000);
    }

    [Fact]
    public async Task A_second_replay_with_the_same_code_writes_nothing()
    {
        var path = await Two.RecordMainJobAsync();
        var code = (await PlanAsync(path)).Code;
        await ConfirmAsync(path, code);
        var writes = TwoInstances.Writes(Prod).Count();

        var again = await ConfirmAsync(path, code);

        again.Should().BeOfType<ConfirmedReplay.NothingToDo>();
        TwoInstances.Writes(Prod).Count().Should().Be(writes);
    }

    [Fact]
    public async Task What_was_applied_and_then_deleted_by_a_person_is_not_made_again()
    {
        var path = await Two.RecordMainJobAsync();
        var replayed = await ReplayAsync(path);
        using var person = Prod.ClientOf("admin");
        await person.DeleteAsync(new Uri($"supplierinvoices/{replayed.Operations[1].Id}", UriKind.Relative), Cancel);

        var plan = await PlanAsync(path);

        plan.ExitCode.Should().Be(ExitCode.Conflict);
        plan.Problems.Should().ContainSingle(p => p.Code.Text == "gone-from-target" && p.Place == "op2");
    }

    [Fact]
    public async Task What_a_run_that_died_left_behind_is_known_as_applied_from_the_next_run_on()
    {
        var path = await Two.RecordMainJobAsync();
        var replayed = await ReplayAsync(path);
        await ForgetAsync(path, EntryKind.Outcome, EntryKind.Finished);
        await ConfirmAsync(path, "any code: there is nothing to confirm");
        using var person = Prod.ClientOf("admin");
        await person.DeleteAsync(new Uri($"supplierinvoices/{replayed.Operations[1].Id}", UriKind.Relative), Cancel);

        (await PlanAsync(path)).Problems.Should().ContainSingle(p => p.Code.Text == "gone-from-target", "it was applied, and is not sent again");
    }

    [Fact]
    public async Task Without_a_ledger_what_is_on_prod_is_known_by_its_marker()
    {
        var path = await Two.RecordMainJobAsync();
        await ReplayAsync(path);
        foreach (var file in Directory.GetFiles(Two.Folder, "ledger.db*"))
        {
            File.Delete(file);
        }

        (await PlanAsync(path)).HasNothingToDo.Should().BeTrue();
    }

    [Fact]
    public async Task A_plan_sends_nothing_but_GET()
    {
        await PlanAsync(await Two.RecordMainJobAsync());

        TwoInstances.Writes(Prod).Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_situation_gives_the_same_code()
    {
        var path = await Two.RecordMainJobAsync();

        (await PlanAsync(path)).Code.Should().Be((await PlanAsync(path)).Code);
    }

    [Fact]
    public async Task The_ledger_tells_every_step_and_its_chain_holds()
    {
        var path = await Two.RecordMainJobAsync();
        await ReplayAsync(path);

        var history = (await History.ReadAsync(Two.Variables(), (await LoadAsync(path)).Changeset.Id, TimeProvider.System, Cancel)).Should().BeOfType<HistoryResult.Good>().Subject.History;

        history.FirstBroken.Should().BeNull();
        history.Entries.Select(e => e.Content.Kind).Should().Equal(
            "shown", "confirmed", "intent", "answered", "outcome", "intent", "answered", "outcome", "intent", "answered", "outcome", "intent", "answered", "outcome", "finished");
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using var person = Prod.ClientOf("admin");
        return JsonDocument.Parse(await person.GetStringAsync(new Uri(path, UriKind.Relative), Cancel)).RootElement;
    }

    [GeneratedRegex("""(?:"socid":|"id":|"fk_[a-z_]+":|supplierinvoices/|thirdparties/|\(PROV)(?<id>\d+)""")]
    private static partial Regex IdsIn();
}
