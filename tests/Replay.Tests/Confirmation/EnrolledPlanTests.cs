using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A word is given for an instance as it was enrolled: enrolled as something else, it takes another word.</summary>
public sealed class EnrolledPlanTests : SigningTest
{
    private static readonly string One = new('a', 64);
    private static readonly string Other = new('b', 64);

    [Fact]
    public async Task A_target_that_is_enrolled_as_something_else_gives_another_plan()
    {
        var plan = await PlannedAsync(One);

        (plan with { Target = plan.Target with { Enrolled = Other } }).Digest.Should().NotBe(plan.Digest);
    }

    [Fact]
    public async Task So_does_a_sandbox()
    {
        var plan = (await PlannedAsync(One)) with { SandboxEnrolled = One };

        (plan with { SandboxEnrolled = Other }).Digest.Should().NotBe(plan.Digest);
    }

    [Fact]
    public async Task A_plan_that_was_confirmed_before_goes_on_where_the_target_is_enrolled_as_it_was()
    {
        var plan = await PlannedAsync(One);

        Confirmation.Moved(Resumed(plan), plan.Digest.Hex, Cut(plan)).Should().BeNull();
    }

    [Fact]
    public async Task A_plan_that_was_confirmed_before_does_not_go_on_where_the_target_was_enrolled_anew_since()
    {
        var plan = await PlannedAsync(One);
        var now = Resumed(plan);

        Confirmation.Moved(now with { Target = now.Target with { Enrolled = Other } }, plan.Digest.Hex, Cut(plan))!.Code.Text.Should().Be("wrong-code");
    }

    private async Task<Plan> PlannedAsync(string enrolled)
    {
        var plan = await JudgedAsync(await RecordedAsync(""));
        return plan with { Target = plan.Target with { Enrolled = enrolled } };
    }

    /// <summary>What is left of it: its digest differs, for it is planned again.</summary>
    private static Plan Resumed(Plan plan) => plan with { Risks = [], Operations = [plan.Operations[0]] };

    private static Past Cut(Plan plan) => Past.None with
    {
        Confirmed =
        [
            new ConfirmedBody(plan.Loaded.Digest.Hex, plan.Digest.Hex, plan.Name, plan.Target.Origin, "ann", [.. plan.Operations.Select(o => new ConfirmedOperation(o.Operation.Id, o.Outcome, PlanDigest.SeenBy(o).Hex))])
            {
                Enrolled = plan.Target.Enrolled,
            },
        ],
    };
}
