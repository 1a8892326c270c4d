using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>The plans of several changesets, with one code.</summary>
public sealed class BatchPlanTests : BatchTest
{
    [Fact]
    public async Task What_an_earlier_changeset_makes_counts_as_found_for_a_later_one()
    {
        var plan = await PlanAllAsync(await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")));

        StandingsOf(plan).Should().Equal(MemberStanding.ToDo, MemberStanding.ToDo);
        plan.ExitCode.Should().Be(ExitCode.Waits);
        plan.Code.Should().HaveLength(8);
    }

    [Fact]
    public async Task In_the_other_order_the_later_one_is_left_out_and_says_who_makes_what_it_lacks()
    {
        var (maker, needs) = (await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")));

        var plan = await PlanAllAsync(needs, maker);

        StandingsOf(plan).Should().Equal(MemberStanding.LeftOut, MemberStanding.ToDo);
        CodesOf(plan.Members[0].Problems).Should().Equal("made-elsewhere");
    }

    [Fact]
    public async Task What_depends_on_one_that_is_left_out_is_left_out_too_and_nothing_else_is()
    {
        var (maker, needs) = (await RecordAsync(Supplier), await RecordAsync(Invoice("F-2026-2")));
        var apart = await RecordAsync(Another("Imprimerie Martin"));
        await EnterOnProdAsync("thirdparties",
            """{"name":"Somebody else","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}""");

        var plan = await PlanAllAsync(maker, needs, apart);

        StandingsOf(plan).Should().Equal(MemberStanding.LeftOut, MemberStanding.LeftOut, MemberStanding.ToDo);
    }

    [Fact]
    public async Task The_same_amount_of_the_same_supplier_and_day_twice_in_a_batch_is_a_duplicate_that_is_shown()
    {
        var plan = await PlanAllAsync(await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")));

        plan.Members[1].Plan.Risks.Should().ContainSingle(risk => risk.Code == "duplicate-suspected")
            .Which.Text.ToString().Should().Contain("Another changeset of the batch").And.Contain("'F-2026-1'");
    }

    [Fact]
    public async Task Two_new_suppliers_of_one_name_in_a_batch_are_shown()
    {
        var plan = await PlanAllAsync(await RecordAsync(Another("Imprimerie Martin")), await RecordAsync(Supplier),
            await RecordAsync(Another("Imprimerie MARTIN SARL", "FR83404833048")));

        plan.Members.SelectMany(member => member.Plan.Risks).Should().ContainSingle(risk => risk.Code == "name-resembles")
            .Which.Text.ToString().Should().Contain("by another changeset of the batch");
    }

    [Fact]
    public async Task The_same_situation_has_the_same_code()
    {
        var (maker, needs) = (await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")));

        (await PlanAllAsync(maker, needs)).Code.Should().Be((await PlanAllAsync(maker, needs)).Code);
    }

    [Fact]
    public async Task Another_order_another_selection_and_each_alone_have_codes_of_their_own()
    {
        var (one, other) = (await RecordAsync(Supplier), await RecordAsync(Another("Imprimerie Martin")));

        var codes = new[]
        {
            (await PlanAllAsync(one, other)).Code, (await PlanAllAsync(other, one)).Code, (await PlanAllAsync(one)).Code,
            (await PlanAsync(one)).Code, (await PlanAsync(other)).Code,
        };

        codes.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Where_nothing_is_left_to_do_there_is_no_code()
    {
        var (maker, needs) = (await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")));
        await ReplayAllAsync(maker, needs);

        var plan = await PlanAllAsync(maker, needs);

        StandingsOf(plan).Should().Equal(MemberStanding.Nothing, MemberStanding.Nothing);
        (plan.Code, plan.ExitCode).Should().Be(("", ExitCode.Done));
    }

    [Fact]
    public async Task What_takes_signatures_is_left_out_and_says_so()
    {
        await ReplayAsync(await RecordAsync(Supplier));
        using var gate = new GateOfTest();
        gate.Policy("""{ "for": ["contact-details"], "signers": 1 }""");
        Two.More["DOLIBARR_GATE"] = gate.Folder;

        var plan = await PlanAllAsync(await RecordAsync(Phone("", "+33102030405")), await RecordAsync(Another("Imprimerie Martin")));

        StandingsOf(plan).Should().Equal(MemberStanding.LeftOut, MemberStanding.ToDo);
        CodesOf(plan.Members[0].Problems).Should().Equal("signatures-missing");
    }

}
