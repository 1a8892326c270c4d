using DolibarrAgent.Changesets;

namespace DolibarrAgent.ReplayTool.Tests;

/// <summary>The queue: what waits, in which order, and why one waits for another.</summary>
public sealed class StatusTests : ProgramTest
{
    [Fact]
    public async Task Every_changeset_is_listed_with_supplier_number_due_date_and_total()
    {
        await Two.RecordMainJobAsync();

        var ran = await ReplayAsync("status");

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().Contain("waiting").And.Contain("Hébergeur Dupont").And.Contain("F-2026-1").And.Contain(
            "2026-12-20").And.Contain("€35.20");
    }

    [Fact]
    public async Task One_that_names_what_another_makes_comes_behind_it_and_says_that_it_waits()
    {
        var (maker, needs) = (await Two.RecordMainJobAsync(), await Two.RecordAsync(TwoInstances.InvoiceOfDupont("F-2026-2")));

        var (told, queue) = (await ReplayAsync("status"), (await ReplayAsync("status", "--json")).Json.GetProperty("queue")
            .GetProperty("changesets"));

        queue.EnumerateArray().Select(one => one.GetProperty("path").GetString()).Should().Equal(maker, needs);
        queue[0].TryGetProperty("waitsFor", out _).Should().BeFalse();
        queue[1].GetProperty("waitsFor")[0].GetProperty("path").GetString().Should().Be(maker);
        (queue[1].GetProperty("waitsFor")[0].GetProperty("by").GetString(), queue[1].GetProperty("waitsFor")[0].GetProperty("for")
            .GetString()).Should().Be(("op1", "op1"));
        told.Output.Should().Contain("waits for #1 (waiting)");
    }

    [Fact]
    public async Task One_that_was_recorded_later_and_is_named_by_nobody_waits_for_nothing()
    {
        await Two.RecordMainJobAsync();
        await Two.RecordAsync(Martin);

        var queue = (await ReplayAsync("status", "--json")).Json.GetProperty("queue").GetProperty("changesets");

        queue.EnumerateArray().Select(one => one.TryGetProperty("waitsFor", out _)).Should().Equal(false, false);
    }

    [Fact]
    public async Task Once_the_maker_is_on_prod_nothing_waits_for_it_and_it_is_only_counted()
    {
        var maker = await Two.RecordMainJobAsync();
        await Two.RecordAsync(TwoInstances.InvoiceOfDupont("F-2026-2"));
        await ConfirmedAsync(maker);

        var (told, all) = (await ReplayAsync("status"), await ReplayAsync("status", "--all", "--json"));

        told.Output.Should().NotContain("waits for").And.Contain("Not listed: 1 replayed").And.NotContain("F-2026-1");
        States(all).Should().Equal("replayed", "waiting");
    }

    [Fact]
    public async Task One_whose_maker_was_rejected_says_so()
    {
        var maker = await Two.RecordMainJobAsync();
        await Two.RecordAsync(TwoInstances.InvoiceOfDupont("F-2026-2"));
        await ReplayAsync("reject", maker, "--reason", "not ours");

        (await ReplayAsync("status")).Output.Should().Contain("waits for").And.Contain(maker).And.Contain("(rejected)");
    }

    [Fact]
    public async Task A_change_of_what_another_changeset_changes_waits_for_that()
    {
        await ConfirmedAsync(await Two.RecordMainJobAsync());
        await Two.RecordAsync(Phone("", "+33102030405"));
        await Two.RecordAsync(Phone("+33102030405", "+33999999999"));

        (await ReplayAsync("status")).Output.Should().Contain("waits for #1 (waiting)");
    }

    [Fact]
    public async Task One_that_an_agent_has_not_finished_is_open()
    {
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Martin, Cancel));

        States(await ReplayAsync("status", "--json")).Should().Equal("open");
    }

    [Fact]
    public async Task One_that_ended_in_a_conflict_is_listed_as_one()
    {
        var changeset = await Two.RecordMainJobAsync();
        var code = await CodeAsync(changeset);
        Prod.Faults = Simulator.FaultPlan.At(Simulator.CountedRequests.Writes, 2, new Simulator.Fault.HalfThenServerError());
        await ReplayAsync("--confirm", changeset, "--code", code);

        States(await ReplayAsync("status", "--json")).Should().NotContain("waiting").And.NotContain("replayed");
    }

    [Fact]
    public async Task What_looks_like_a_changeset_and_cannot_be_read_is_named_and_ends_with_1()
    {
        var changeset = await Two.RecordMainJobAsync();
        await File.AppendAllTextAsync(changeset, " ", Cancel);

        var ran = await ReplayAsync("status");

        ran.ExitCode.Should().Be(1);
        ran.Output.Should().Contain("Cannot be read").And.Contain(changeset);
    }

    [Fact]
    public async Task One_that_somebody_copied_is_listed_twice()
    {
        var folder = Path.GetDirectoryName(await Two.RecordMainJobAsync())!;
        Directory.CreateDirectory(folder + "-copy");
        File.Copy(Path.Combine(folder, "changeset.json"), Path.Combine(folder + "-copy", "changeset.json"));

        var ran = await ReplayAsync("status");

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().Contain(folder + "-copy");
    }

    [Fact]
    public async Task What_looks_wrong_is_said_once_with_how_much_more_there_is_to_see()
    {
        await Two.RecordMainJobAsync();

        (await ReplayAsync("status")).Output.Should()
            .Contain("No document here was read for its totals.").And.MatchRegex(@"\(\+\d+ to see\)");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_refused()
    {
        var ran = await ReplayAsync("status", "/nowhere", "--json");

        ran.ExitCode.Should().Be(1);
        CodesOf(ran).Should().Equal("no-queue-folder");
    }

    [Fact]
    public async Task It_speaks_the_readers_language_and_writes_its_amounts_and_days()
    {
        await Two.RecordMainJobAsync();

        var ran = await ReplayAsync("status", "--language", "fr");

        ran.Output.Should().Contain("Fournisseur").And.Contain("en attente").And.Contain("35,20\u00a0€").And.Contain("20/12/2026");
    }

    [Fact]
    public async Task It_asks_no_Dolibarr()
    {
        await Two.RecordMainJobAsync();
        var before = (Prod.Requests.Count, Two.Sandbox.Requests.Count);

        await ReplayAsync("status");

        (Prod.Requests.Count, Two.Sandbox.Requests.Count).Should().Be(before);
    }

    private static Operation Martin => TwoInstances.Another("Imprimerie Martin");

    private static Operation Phone(string before, string after) => TwoInstances.PhoneOfDupont(before, after);

    private static IEnumerable<string?> States(Ran ran) =>
        ran.Json.GetProperty("queue").GetProperty("changesets").EnumerateArray().Select(one => one.GetProperty("state").GetString());
}
