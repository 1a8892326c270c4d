using DolibarrAgent.Changesets;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Several changesets that are replayed on one word.</summary>
public sealed class BatchConfirmingTests : BatchTest
{
    private int Writes => TwoInstances.Writes(Prod).Count();

    [Fact]
    public async Task One_code_replays_them_all_each_once()
    {
        var (maker, one, other) =
            (await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")), await RecordAsync(Invoice("F-2026-3")));

        var replay = await ReplayAllAsync(maker, one, other);
        var before = Writes;
        var again = await ConfirmAllAsync(replay.Plan.Code, maker, one, other);

        (replay.ExitCode, again.ExitCode).Should().Be((ExitCode.Done, ExitCode.Done));
        ExitsOf(replay).Should().Equal(ExitCode.Done, ExitCode.Done, ExitCode.Done);
        Writes.Should().Be(before).And.Be(6);
    }

    [Fact]
    public async Task Each_is_an_entry_of_its_own_and_names_the_batch_that_it_was_confirmed_with()
    {
        var (maker, needs) = (await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")));

        var replay = await ReplayAllAsync(maker, needs);

        foreach (var path in new[] { maker, needs })
        {
            var entries = await EntriesAsync(path);
            entries.Should().ContainSingle(entry => entry.Content.Kind == EntryKind.Confirmed)
                .Which.Content.Body.Should().Contain($"\"batch\":\"{replay.Plan.Digest.Hex}\"");
        }
    }

    [Fact]
    public async Task The_code_of_a_batch_confirms_none_of_its_changesets_alone()
    {
        var maker = await Two.RecordMainJobAsync();
        var code = (await PlanAllAsync(maker)).Code;

        (await ConfirmAsync(maker, code)).Should().BeOfType<ConfirmedReplay.Refused>().Which.Problem.Code.Text.Should().Be("wrong-code");
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task The_code_of_a_changeset_confirms_no_batch()
    {
        var maker = await Two.RecordMainJobAsync();
        var code = (await PlanAsync(maker)).Code;

        CodesOf((await ConfirmAllAsync(code, maker)).Problems).Should().Equal("wrong-code");
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task The_code_of_a_batch_confirms_no_larger_one_and_no_smaller_one()
    {
        var (maker, needs) = (await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")));
        var (both, one) = ((await PlanAllAsync(maker, needs)).Code, (await PlanAllAsync(maker)).Code);

        CodesOf((await ConfirmAllAsync(one, maker, needs)).Problems).Should().Equal("wrong-code");
        CodesOf((await ConfirmAllAsync(both, maker)).Problems).Should().Equal("wrong-code");
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task Where_prod_has_moved_since_the_plan_was_shown_nothing_is_written()
    {
        await ReplayAsync(await RecordAsync(Supplier));
        var (first, second) = (await RecordAsync(Invoice("F-2026-2")), await RecordAsync(Invoice("F-2026-3")));
        var (code, before) = ((await PlanAllAsync(first, second)).Code, Writes);
        EnterInvoiceOnProd("F-2026-3");

        var replay = await ConfirmAllAsync(code, first, second);

        CodesOf(replay.Problems).Should().Equal("wrong-code");
        Writes.Should().Be(before + 1, "the person's own is all");
    }

    [Fact]
    public async Task What_moves_while_the_batch_is_replayed_stops_the_one_that_it_concerns_and_no_other()
    {
        await ReplayAsync(await RecordAsync(Supplier));
        var paths = new[] { await RecordAsync(Invoice("F-2026-2")), await RecordAsync(Invoice("F-2026-3")),
            await RecordAsync(Invoice("F-2026-4")) };
        var code = (await PlanAllAsync(paths)).Code;

        var replay = await ConfirmAllAsync(code, new Between(2, () => EnterInvoiceOnProd("F-2026-3")), paths);

        ExitsOf(replay).Should().Equal(ExitCode.Done, ExitCode.Conflict, ExitCode.Done);
        replay.ExitCode.Should().Be(ExitCode.Conflict);
    }

    [Fact]
    public async Task What_is_found_as_another_object_than_the_plan_showed_voids_it_for_that_one()
    {
        await ReplayAsync(await RecordAsync(Supplier));
        var paths = new[] { await RecordAsync(Another("Imprimerie Martin")), await RecordAsync(Invoice("F-2026-2")) };
        var code = (await PlanAllAsync(paths)).Code;

        var replay = await ConfirmAllAsync(code, new Between(2, EnterDupontAnew), paths);

        replay.Ended[1].Came.Should().BeOfType<ConfirmedReplay.Refused>().Which.Problem.Message.Should().Contain("has changed for op1");
    }

    [Fact]
    public async Task What_the_supplier_that_was_to_be_made_has_meanwhile_is_not_taken_for_what_was_made()
    {
        var (maker, needs) = (await RecordAsync(Supplier), await RecordAsync(Phone("", "+33102030405")));
        var code = (await PlanAllAsync(maker, needs)).Code;

        var replay = await ConfirmAllAsync(
            code, new Between(2, () => ChangeOnProdAsync("thirdparties/5000", """{"phone":"+33777777777"}""").GetAwaiter().GetResult()),
                maker, needs);

        ExitsOf(replay).Should().Equal(ExitCode.Done, ExitCode.Conflict);
    }

    [Fact]
    public async Task A_failure_stops_what_depends_on_it_and_nothing_else()
    {
        var paths = new[] { await RecordAsync(Supplier), await RecordAsync(Invoice("F-2026-2")),
            await RecordAsync(Another("Imprimerie Martin")) };
        var code = (await PlanAllAsync(paths)).Code;

        var replay = await ConfirmAllAsync(code, new Between(1, EnterDupontOnProd), paths);

        ExitsOf(replay).Should().Equal(ExitCode.Conflict, ExitCode.Refused, ExitCode.Done);
        replay.ExitCode.Should().Be(ExitCode.Conflict);
    }

    [Fact]
    public async Task An_invoice_does_not_go_to_a_supplier_that_somebody_else_has_entered_meanwhile()
    {
        var paths = new[] { await RecordAsync(Supplier), await RecordAsync(Invoice("F-2026-2")) };
        var code = (await PlanAllAsync(paths)).Code;

        var replay = await ConfirmAllAsync(code, new Between(1, EnterDupontOnProd), paths);

        replay.Ended[1].Came.Should().BeOfType<ConfirmedReplay.Refused>().Which.Problem.Message.Should()
            .Contain("not the one that the batch has made");
        Writes.Should().Be(1, "the person's own is all");
    }

    [Fact]
    public async Task Cut_short_in_the_middle_the_same_batch_is_planned_again_and_ends_with_each_once()
    {
        var paths = new[] { await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")),
            await RecordAsync(Invoice("F-2026-3")) };
        var code = (await PlanAllAsync(paths)).Code;
        await using (var session = Session(Purpose.Confirm, new Between(3, () => throw new OperationCanceledException())))
        {
            await session.Invoking(async one => await one.ConfirmAllAsync(await LoadAllAsync(paths), code, Cancel)).Should()
                .ThrowAsync<OperationCanceledException>();
        }

        var again = await PlanAllAsync(paths);
        var replay = await ConfirmAllAsync(again.Code, paths);

        StandingsOf(again).Should().Equal(MemberStanding.Nothing, MemberStanding.Nothing, MemberStanding.ToDo);
        replay.ExitCode.Should().Be(ExitCode.Done);
        Writes.Should().Be(6);
    }

    [Fact]
    public async Task Where_prod_is_away_the_others_are_not_tried_one_after_the_other()
    {
        var paths = new[] { await RecordAsync(Supplier), await RecordAsync(Another("Imprimerie Martin", "FR22424761419")) };
        var code = (await PlanAllAsync(paths)).Code;
        Prod.Faults = FaultPlan.Seeded(CountedRequests.Writes, 1, 1, [new Fault.Lost()]);

        var replay = await ConfirmAllAsync(code, paths);

        replay.Ended[1].Came.Should().BeOfType<ConfirmedReplay.Refused>().Which.Problem.Code.Text.Should().Be("not-reached");
    }

    private void EnterInvoiceOnProd(string number) => EnterOnProdAsync(
        "supplierinvoices", $$"""{"socid":5000,"ref_supplier":"{{number}}","date":"2026-11-20","lines":[]}""").GetAwaiter().GetResult();

    private void EnterDupontAnew()
    {
        using var person = Prod.ClientOf("admin");
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri("thirdparties/5000", UriKind.Relative))
        {
            Content = new StringContent("{}"),
        };
        person.Send(request).EnsureSuccessStatusCode();
        EnterDupontOnProd();
    }

    private void EnterDupontOnProd() => EnterOnProdAsync(
        "thirdparties",
        """{"name":"Hébergeur Dupont SARL","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045","idprof1":"303265045"}""")
            .GetAwaiter().GetResult();
}
