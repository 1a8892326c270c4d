using DolibarrAgent.Changesets;
using DolibarrAgent.Recording;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What was paid of an invoice: entered on prod by two signatures, once, never above what is owed.</summary>
public class PaymentTests : PaymentTest
{
    public static TheoryData<string> LostAnswers => [.. Faults.Keys];

    private static readonly Dictionary<string, Fault> Faults = new(StringComparer.Ordinal)
    {
        ["lost"] = new Fault.Lost(),
        ["done, then closed"] = new Fault.EffectThenClose(),
        ["done, then 500"] = new Fault.EffectThenServerError(),
        ["closed, done later"] = new Fault.CloseThenEffect(new LateEffect.AfterRequests(3)),
        ["503"] = new Fault.Unavailable(),
    };

    [Fact]
    public async Task A_part_is_entered_once_two_people_have_signed_with_its_line_on_the_account()
    {
        await PrepareAsync();
        var path = await RecordAsync(Pays("30.00"));

        (await BothSignAsync(path)).ExitCode.Should().Be(ExitCode.Done);

        (await OnProdAsync($"{OnProd}/payments", "amount")).Should().Equal("30.00000000");
        (await OnProdAsync(AccountsOnProd, "amount")).Should().Equal("0.00000000", "-30.00000000");
        (await JudgedAsync(path)).HasNothingToDo.Should().BeTrue();
    }

    [Fact]
    public async Task What_pays_the_rest_makes_the_invoice_a_paid_one()
    {
        await PrepareAsync();
        (await BothSignAsync(await RecordAsync(Pays("30.00"), Pays("90.00")))).ExitCode.Should().Be(ExitCode.Done);

        (await OnProdAsync("supplierinvoices", "status")).Should().Equal("2");
    }

    [Fact]
    public async Task The_after_image_holds_what_went_off_the_account_and_no_number_of_the_sandbox()
    {
        await PrepareAsync();
        var after = (await LoadAsync(await RecordAsync(Pays("30.00")))).Changeset.Operations[0].After;

        after.TextOf("booked").Should().Be("-30.00");
        after.TextOf("transaction").Should().Be("VIR 2026/77");
        after.Has("invoice").Should().BeFalse();
    }

    [Theory, MemberData(nameof(LostAnswers))]
    public async Task A_payment_whose_answer_is_missing_is_there_once_in_the_end(string fault)
    {
        await PrepareAsync();
        var path = await RecordAsync(Pays("30.00"));
        Prod.Faults = FaultPlan.At(CountedRequests.Writes, 1, Faults[fault]);

        await BothSignAsync(path);
        Prod.Faults = FaultPlan.None;
        var plan = await JudgedAsync(path);
        if (!plan.HasNothingToDo)
        {
            await BothSignAsync(path);
        }

        (await OnProdAsync($"{OnProd}/payments", "amount")).Should().Equal("30.00000000");
    }

    [Fact]
    public async Task Without_a_policy_none_is_replayed()
    {
        await PrepareAsync();

        (await PlanAsync(await RecordAsync(Pays("30.00")))).Problems.Should().Contain(p =>
            p.Code.Text == "policy-forbids" && p.Code.Kind == ProblemKind.Refusal);
    }

    [Fact]
    public async Task One_signature_is_one_too_few()
    {
        await PrepareAsync();
        var path = await RecordAsync(Pays("30.00"));
        var statement = await StatementAsync(path);

        Refused(await ConfirmSignedAsync(path, statement, await Gate.SignAsync(Alice, statement)), "signatures-missing");
    }

    [Fact]
    public async Task A_limit_on_one_invoice_is_one_on_a_payment_too()
    {
        await PrepareAsync(""", "limits": { "invoice": "29.99" }""");

        (await JudgedAsync(await RecordAsync(Pays("30.00")))).Problems.Should().ContainSingle(p =>
            p.Code.Text == "beyond-limit" && p.Code.Kind == ProblemKind.Refusal);
    }

    [Fact]
    public async Task Where_more_was_paid_on_prod_since_what_is_left_is_not_exceeded()
    {
        await PrepareAsync();
        var path = await RecordAsync(Pays("120.00"));
        await PaidByHandAsync("100", "1795046400");

        var problem = (await JudgedAsync(path)).Problems.Should().ContainSingle().Subject;

        problem.Should().Match<Problem>(p => p.Code.Text == "above-owed" && p.Code.Kind == ProblemKind.Conflict);
        problem.Message.Should().Contain("120.00").And.Contain("20.00 is owed");
    }

    [Fact]
    public async Task The_same_payment_that_somebody_entered_on_prod_since_is_not_entered_again()
    {
        await PrepareAsync();
        var path = await RecordAsync(Pays("30.00"));
        await PaidByHandAsync("30");

        (await JudgedAsync(path)).Problems.Should().ContainSingle(p => p.Code.Text == "already-there" && p.Code.Kind == ProblemKind.Conflict);
    }

    [Fact]
    public async Task Two_payments_of_one_changeset_are_not_above_what_is_owed_together()
    {
        await PrepareAsync();
        var path = await RecordAsync(Pays("60.00"), Pays("60.00", "2026-11-26"));
        await PaidByHandAsync("10", "1795046400");

        (await JudgedAsync(path)).Problems.Should().ContainSingle(p =>
            p.Code.Text == "above-owed" && p.Place.StartsWith("op2", StringComparison.Ordinal));
    }

    [Theory, InlineData("120.01", "above-owed"), InlineData("0.00", "wrong-form"), InlineData("-5.00", "wrong-form")]
    public async Task An_amount_that_is_not_owed_is_not_even_recorded(string amount, string code)
    {
        await PrepareAsync();
        using var recorder = await Two.RecorderAsync();

        (await recorder.DoAsync(Pays(amount), Cancel)).Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p =>
            p.Code.Text == code);
        Two.Sandbox.Effects.Should().NotContain(effect => effect.Call.EndsWith("payments", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_is_not_paid_for_dolibarr_would_call_the_draft_paid()
    {
        await PrepareAsync();
        var path = await RecordAsync(Pays("120.00"));
        await SendAsync(Prod, HttpMethod.Post, $"{OnProd}/settodraft", "{}");

        (await JudgedAsync(path)).Problems.Should().ContainSingle(p => p.Code.Text == "not-validated" && p.Code.Kind == ProblemKind.Conflict);
    }

    [Fact]
    public async Task An_account_that_prod_does_not_have_is_named()
    {
        await PrepareAsync();
        await SendAsync(Two.Sandbox, HttpMethod.Post, "bankaccounts", """{"ref":"CASH","label":"Cash","type":2,"country_id":1,"currency_code":"EUR"}""");
        var pays = Pays("30.00");
        var path = await RecordAsync(pays with { Set = pays.Set.With("account", "CASH") });

        (await JudgedAsync(path)).Problems.Should().ContainSingle(p =>
            p.Code.Text == "unknown-code" && p.Message.Contains("CASH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_closed_account_pays_nothing()
    {
        await PrepareAsync();
        await SendAsync(Two.Sandbox, HttpMethod.Post, "bankaccounts", """{"ref":"OLD","label":"Old","type":1,"country_id":1,"currency_code":"EUR","clos":1}""");
        var pays = Pays("30.00");
        using var recorder = await Two.RecorderAsync();

        (await recorder.DoAsync(pays with { Set = pays.Set.With("account", "OLD") }, Cancel))
            .Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "account-closed");
    }

    [Fact]
    public async Task Payments_share_a_changeset_with_payments_only()
    {
        await PrepareAsync();
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Pays("30.00"), Cancel));

        (await recorder.DoAsync(new Operation.Create
        {
            Id = "",
            Resource = "thirdparty",
            Set = TwoInstances.Supplier,
            Keys = ["vatNumber", "siren"],
        }, Cancel))
            .Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "not-alone");
        TwoInstances.Done(await recorder.DoAsync(Pays("30.00", "2026-11-26"), Cancel));
    }

    [Fact]
    public async Task A_revert_leaves_it_to_a_person()
    {
        await PrepareAsync();
        var path = await RecordAsync(Pays("30.00"));
        await BothSignAsync(path);

        await using var session = Judging(Purpose.Look);
        (await session.RevertAsync(await LoadAsync(path), Cancel)).Should().BeOfType<RevertResult.Nothing>()
            .Which.Left.Should().ContainSingle(p => p.Code.Text == "by-hand" && p.Remedy.Contains("erp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_of_which_somebody_paid_a_part_is_not_deleted_for_the_payment_would_stay_behind()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        (await ReplayAsync(path)).ExitCode.Should().Be(ExitCode.Done);
        await using var session = Session(Purpose.Look);
        var revert = (await session.RevertAsync(await LoadAsync(path), Cancel)).Should().BeOfType<RevertResult.Made>().Subject.Revert;
        await SendAsync(Prod, HttpMethod.Post, "bankaccounts", Bank);
        await PaidByHandAsync("5");

        (await session.PlanAsync(revert, Cancel)).Problems.Should().Contain(p =>
            p.Code.Text == "has-payments" && p.Code.Kind == ProblemKind.Conflict);
    }

    [Fact]
    public async Task A_key_that_may_not_see_the_accounts_is_told_so_when_it_pays_and_does_all_else()
    {
        await PrepareAsync();
        Two.Sandbox.SetRights("agent", Rights.Writer & ~Rights.ReadBanks);
        using var recorder = await Two.RecorderAsync();

        (await recorder.DoAsync(Pays("30.00"), Cancel))
            .Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().Contain(p =>
                p.Message.Contains("banque.lire", StringComparison.Ordinal));
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create
        {
            Id = "",
            Resource = "thirdparty",
            Set = TwoInstances.Supplier,
            Keys = ["vatNumber", "siren"]
        }, Cancel));
    }
}

/// <summary>Prod has the module Multicurrency, under which Dolibarr pays the whole invoice whatever amount it is sent.</summary>
public class PaymentsWithMulticurrencyTests : PaymentTest
{
    protected override Task<TwoInstances> StartAsync() => TwoInstances.StartAsync([], ["USD=1.10"]);

    [Fact]
    public async Task A_part_is_left_to_a_person()
    {
        await PrepareAsync();

        (await JudgedAsync(await RecordAsync(Pays("30.00")))).Problems.Should().ContainSingle(p =>
            p.Code.Text == "whole-only" && p.Code.Kind == ProblemKind.Conflict);
    }

    [Fact]
    public async Task The_whole_is_entered()
    {
        await PrepareAsync();

        (await BothSignAsync(await RecordAsync(Pays("120.00")))).ExitCode.Should().Be(ExitCode.Done);

        (await OnProdAsync($"{OnProd}/payments", "amount")).Should().Equal("120.00000000");
    }

    [Fact]
    public async Task Where_the_key_cannot_see_the_module_and_more_was_stored_than_asked_the_replay_says_so()
    {
        await PrepareAsync();
        Prod.SetRights("agent", Rights.Writer & ~Rights.ReadCurrencies);
        Prod.SetRights("reader", Rights.Reader & ~Rights.ReadCurrencies);

        var replayed = await BothSignAsync(await RecordAsync(Pays("30.00")));

        replayed.ExitCode.Should().Be(ExitCode.Conflict);
        replayed.Operations.Should().ContainSingle().Which.Problems.Should().ContainSingle(p => p.Code.Text == "stored-otherwise");
    }
}
