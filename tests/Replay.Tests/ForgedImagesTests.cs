using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What a changeset says that the sandbox held is compared with what it holds.</summary>
public class ForgedImagesTests : ReplayTest
{
    [Fact]
    public async Task A_total_that_the_sandbox_does_not_hold_is_told_first_and_stops()
    {
        var path = await RewrittenAsync(WithAfter(1, "totalInclTax", "12.00"));

        var problem = (await PlanAsync(path)).Problems[0];

        (problem.Code.Text, problem.Place, problem.Code.Kind).Should().Be(("sandbox-differs", "op2", ProblemKind.Conflict));
        problem.Message.Should().Contain("12.00").And.Contain("35.20").And.Contain("erp-sandbox");
    }

    [Fact]
    public async Task The_same_total_in_every_image_of_the_invoice_is_compared_too()
    {
        var path = await RewrittenAsync(changeset => WithAfter(1, "totalInclTax", "12.00")(WithAfter(3, "totalInclTax", "12.00")(changeset)));

        (await PlanAsync(path)).Problems.Should().Contain(p => p.Code.Text == "sandbox-differs");
    }

    [Theory]
    [InlineData("name", "Somebody Else SA")]
    [InlineData("email", "other@dupont.example")]
    public async Task What_is_asked_for_and_is_not_on_the_sandbox_stops(string field, string value)
    {
        var path = await RewrittenAsync(changeset => changeset with
        {
            Operations = changeset.Operations.SetItem(0, (Operation.Create)changeset.Operations[0] with { Set = changeset.Operations[0].Asked.With(field, value) }),
        });

        (await PlanAsync(path)).Problems.Should().Contain(p => p.Code.Text == "sandbox-differs" && p.Place == "op1");
    }

    [Fact]
    public async Task Nothing_is_written_and_no_code_is_given()
    {
        var path = await RewrittenAsync(WithAfter(1, "totalInclTax", "12.00"));

        (await PlanAsync(path)).Code.Should().BeEmpty();
        (await ConfirmAsync(path, "00000000")).Should().BeOfType<ConfirmedReplay.Stopped>();
        TwoInstances.Writes(Prod).Should().BeEmpty();
    }

    [Fact]
    public async Task What_somebody_added_to_a_new_supplier_on_the_sandbox_is_shown_and_stops_nothing()
    {
        var path = await Two.RecordMainJobAsync();
        await ChangeOnSandboxAsync("""{"phone":"0102030405"}""");

        var plan = await PlanAsync(path);

        plan.ExitCode.Should().Be(ExitCode.Waits);
        plan.Risks.Should().ContainSingle(risk => risk.Code == "sandbox-holds-more").Which.Text.ToString().Should().Contain("0102030405");
    }

    [Fact]
    public async Task What_was_replayed_stays_done_whatever_becomes_of_the_sandbox()
    {
        var path = await Two.RecordMainJobAsync();
        await ReplayAsync(path);
        await ChangeOnSandboxAsync("""{"email":"new@dupont.example"}""");

        (await PlanAsync(path)).ExitCode.Should().Be(ExitCode.Done);
    }

    private static Func<Changeset, Changeset> WithAfter(int at, string field, string value) => changeset => changeset with
    {
        Operations = changeset.Operations.SetItem(at, changeset.Operations[at] with { After = changeset.Operations[at].After.With(field, value) }),
    };

    private async Task ChangeOnSandboxAsync(string json)
    {
        using var person = Two.Sandbox.ClientOf("admin");
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        var supplier = System.Text.Json.JsonDocument.Parse(await person.GetStringAsync(new Uri("thirdparties", UriKind.Relative), Cancel)).RootElement[0].GetProperty("id").ToString();
        (await person.PutAsync(new Uri($"thirdparties/{supplier}", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
    }

    private async Task<string> RewrittenAsync(Func<Changeset, Changeset> change)
    {
        var path = await Two.RecordMainJobAsync();
        await File.WriteAllBytesAsync(path, ChangesetFile.Write(change((await LoadAsync(path)).Changeset)), Cancel);
        return path;
    }
}
