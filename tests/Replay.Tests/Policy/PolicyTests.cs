using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What a policy makes of a plan.</summary>
public sealed class PolicyTests : SigningTest
{
    [Fact]
    public async Task What_the_policy_does_not_allow_is_refused_and_told_for_each_operation()
    {
        var changeset = await Two.RecordMainJobAsync();
        Policy("""{ "thirdparty": ["create"], "supplierInvoice": ["create"] }""");

        var plan = await JudgedAsync(changeset);

        plan.ExitCode.Should().Be(ExitCode.Refused);
        plan.Problems.Where(p => p.Code.Text == "policy-forbids").Select(p => p.Place).Should().Equal("op3", "op4");
    }

    [Fact]
    public async Task What_a_policy_leaves_out_of_suppliers_prices_is_refused_too()
    {
        using var recorder = await Two.RecorderAsync();
        var price = Fields.None.With("product", new Reference.Created("op2")).With("supplier", new Reference.Created("op1"))
            .With("supplierReference", "F/100-A").With("quantity", "1").With("unitPrice", "12.5").With("vatRate", "20");
        foreach (var operation in new Operation[]
        {
            new Operation.Create { Id = "", Resource = "thirdparty", Set = TwoInstances.Supplier, Keys = ["vatNumber", "siren"] },
            new Operation.Create
            {
                Id = "", Resource = "product", Keys = ["ref"],
                Set = Fields.None.With("ref", "HOST-12").With("label", "Hosting").With("kind", "service"),
            },
            new Operation.Create { Id = "", Resource = "supplierPrice", Set = price, Keys = SupplierPriceFields.Resource.Unique },
            new Operation.Update
            {
                Id = "", Resource = "supplierPrice", On = new Reference.Created("op3"), Before = Fields.None,
                Set = Fields.None.With("unitPrice", "13"),
            },
        })
        {
            TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        }
        var path = ((Recording.EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
        Policy("""{ "thirdparty": ["create"], "product": ["create"], "supplierPrice": ["create"] }""");

        var plan = await JudgedAsync(path);

        plan.ExitCode.Should().Be(ExitCode.Refused);
        plan.Problems.Where(p => p.Code.Text == "policy-forbids").Select(p => p.Place).Should().Equal("op4");
    }

    [Theory]
    [InlineData("\"operations\": 3", "the changeset")]
    [InlineData("\"invoice\": \"35.19\"", "op2")]
    [InlineData("\"total\": \"35.19\"", "the changeset")]
    public async Task A_plan_beyond_a_limit_is_refused(string limit, string place)
    {
        var changeset = await Two.RecordMainJobAsync();
        Policy(All, $$"""{ {{limit}} }""");

        var plan = await JudgedAsync(changeset);

        plan.ExitCode.Should().Be(ExitCode.Refused);
        plan.Problems.Should().ContainSingle().Which.Should().Match<Problem>(p => p.Code.Text == "beyond-limit" && p.Place == place);
    }

    [Fact]
    public async Task A_plan_just_within_every_limit_is_not_refused()
    {
        var changeset = await Two.RecordMainJobAsync();
        Policy(All, """{ "operations": 4, "invoice": "35.20", "total": "35.20" }""");

        (await JudgedAsync(changeset)).Problems.Should().BeEmpty();
    }

    [Fact]
    public void A_credit_note_counts_by_its_absolute_value() =>
        Amounts.Of([Invoice("-120.00")]).Should().ContainSingle().Which.Amount.Should().Be(120m);

    [Fact]
    public void Lines_that_come_to_far_more_than_the_after_image_are_what_counts() =>
        Amounts.Of([Invoice("1.00", TwoInstances.Line("x", "2", "5000"))]).Should().ContainSingle().Which.Amount.Should().Be(12000m);

    [Fact]
    public void Lines_that_nobody_can_add_up_are_beyond_every_limit() =>
        Amounts.Of([Invoice("1.00", TwoInstances.Line("x", new string('9', 28), new string('9', 28)))]).Should().ContainSingle().Which.Amount.Should().BeGreaterThan(1_000_000_000m);

    [Fact]
    public void One_invoice_that_is_made_and_validated_counts_once() =>
        Amounts.Of([Invoice("10.00"), new Operation.Validate { Id = "op2", Resource = "supplierInvoice", On = new Reference.Created("op1"), After = Fields.None.With("totalInclTax", "10.00") }]).Should().ContainSingle().Which.Amount.Should().Be(10m);

    [Fact]
    public async Task Where_the_policy_asks_for_enrolment_a_target_that_was_not_is_refused()
    {
        var changeset = await Two.RecordMainJobAsync();
        GateOfTest.Write(Gate.PolicyFile, $$"""{ "format": "dolibarr-policy/1", "allow": {{All}} }""");

        (await JudgedAsync(changeset)).Problems.Should().ContainSingle(p => p.Code.Text == "not-enrolled" && p.Code.Kind == ProblemKind.Refusal);
    }

    [Fact]
    public async Task A_policy_with_a_fault_stops_every_replay_beside_what_else_is_in_the_way()
    {
        var changeset = await Two.RecordMainJobAsync();
        GateOfTest.Write(Gate.PolicyFile, "{}");

        var plan = await JudgedAsync(changeset, Selection.Only(["op9"]));

        plan.ExitCode.Should().Be(ExitCode.Refused);
        plan.Problems.Select(p => p.Code.Text).Should().Contain(["no-such-operation", "policy-fault"]);
    }

    [Fact]
    public async Task Once_it_is_done_the_policy_has_nothing_to_say()
    {
        var changeset = await Two.RecordMainJobAsync();
        await ReplayAsync(changeset);
        Policy("{}");

        (await JudgedAsync(changeset)).ExitCode.Should().Be(ExitCode.Done);
        await using var session = Judging(Purpose.Look);
        (await session.VerifyAsync(await LoadAsync(changeset), Cancel)).ExitCode.Should().Be(ExitCode.Done);
    }

    [Theory]
    [InlineData("cannot-be-undone", "cannot-be-undone (op4)")]
    [InlineData("new-supplier", "new-supplier (op1)")]
    public async Task A_risk_that_a_rule_names_asks_for_its_signatures(string risk, string because)
    {
        var changeset = await Two.RecordMainJobAsync();
        Gate.Policy($$"""{ "for": ["closed-period", "{{risk}}"], "signers": 2 }""");

        (await JudgedAsync(changeset)).Needs.Should().ContainSingle().Which.Because.Should().Equal(because);
    }

    [Fact]
    public async Task A_risk_of_an_operation_that_is_left_out_asks_for_none()
    {
        var changeset = await Two.RecordMainJobAsync();
        Gate.Policy("""{ "for": ["cannot-be-undone"], "signers": 1 }""");

        (await JudgedAsync(changeset, Selection.Only(["op2"]))).Needs.Should().BeEmpty();
    }

    [Fact]
    public async Task A_warning_of_the_recorder_asks_for_the_signatures_of_the_finding_that_means_the_same()
    {
        using var recorder = await Two.RecorderAsync();
        var done = TwoInstances.Done(await recorder.DoAsync(TwoInstances.MainJob("pdf").First() with { From = [] }, Cancel));
        recorder.Warn("possible-duplicate", done.Operation.Id, "There is another.");
        var changeset = await FinishAsync(recorder);
        Gate.Policy("""{ "for": ["duplicate-suspected"], "signers": 1 }""");

        (await JudgedAsync(changeset)).Needs.Should().ContainSingle().Which.Because.Should().Equal("duplicate-suspected (op1)");
    }

    private const string All = """{ "thirdparty": ["create"], "supplierInvoice": ["create", "attach", "validate"] }""";

    private void Policy(string allow, string limits = "{}") =>
        GateOfTest.Write(Gate.PolicyFile, $$"""{ "format": "dolibarr-policy/1", "allow": {{allow}}, "limits": {{limits}}, "enrolment": "optional" }""");

    private static Operation.Create Invoice(string gross, params Fields[] lines) =>
        new() { Id = "op1", Resource = "supplierInvoice", Set = Fields.None.With("lines", lines), After = Fields.None.With("totalInclTax", gross) };
}
