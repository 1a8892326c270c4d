using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What holds for every resource that is done by its description, tried with each.</summary>
public sealed class EveryResourceTests : RevertTest
{
    public static TheoryData<string> Resources => [.. ResourceSample.Names];

    /// <summary>Those whose rights are asked for when one is entered, not before every job.</summary>
    public static TheoryData<string> ResourcesOfSome =>
        [.. ResourceSample.All.Where(sample => !sample.Description.IsForEveryJob).Select(sample => sample.Resource)];

    [Fact]
    public void Each_has_its_row_in_the_table_of_samples() =>
        ResourceSample.Names.Should().BeEquivalentTo(
            Catalogue.All.Where(resource => resource.Api is { Grouped: null, Below: null }).Select(resource => resource.Name));

    /// <summary>A field that no sample sets is a field that nobody has tried.</summary>
    [Theory, MemberData(nameof(Resources))]
    public void Its_sample_sets_every_field_that_can_be_set(string resource)
    {
        var sample = ResourceSample.Of(resource);
        sample.Created(new Reference.Created("op1")).Names.Should().BeEquivalentTo(sample.Description.Fields.All.Where(field => field.Settable).Select(field => field.Name));
    }

    [Theory, MemberData(nameof(Resources))]
    public async Task It_is_entered_and_changed_on_prod_as_it_was_on_the_sandbox(string resource)
    {
        var path = await RecordAsync(resource);

        var replayed = await ReplayAsync(path, Selection.All);

        replayed.ExitCode.Should().Be(ExitCode.Done, string.Join("; ", replayed.Operations.SelectMany(o => o.Problems)));
        replayed.Differences.Should().BeEmpty();
        (await ObjectsAsync(Prod, resource)).Should().Equal(await ObjectsAsync(Two.Sandbox, resource));
    }

    [Theory, MemberData(nameof(Resources))]
    public async Task Replayed_again_it_writes_nothing(string resource)
    {
        var path = await RecordAsync(resource);
        await ReplayAsync(path, Selection.All);
        var writes = TwoInstances.Writes(Prod).Count();

        (await PlanAsync(path)).HasNothingToDo.Should().BeTrue();
        (await ConfirmAsync(path, "")).Should().BeOfType<ConfirmedReplay.NothingToDo>();

        TwoInstances.Writes(Prod).Should().HaveCount(writes);
    }

    [Theory, MemberData(nameof(Resources))]
    public async Task What_somebody_entered_meanwhile_is_not_entered_twice(string resource)
    {
        await KnownEverywhereAsync();
        await EnterWhatIsThereAsync(resource);
        var path = await RecordAsync(false, ResourceSample.Of(resource).Create(Known));
        await EnterOnProdAsync(resource);

        var plan = await PlanAsync(path);

        plan.Problems.Should().ContainSingle().Which.Code.Text.Should().Be("already-there");
    }

    [Theory, MemberData(nameof(Resources))]
    public async Task What_somebody_changed_meanwhile_is_not_overwritten(string resource)
    {
        var path = await RecordAsync(resource);
        var sample = ResourceSample.Of(resource);
        var field = sample.Description.Fields[sample.Changed.First(change => change.Value is FieldValue.Text { Value: { Length: > 0 } } && sample.Description.Fields[change.Key]!.WireId.Length == 0).Key]!;
        await ReplayAsync(path, Selection.Only(["op1", "op2"]));
        await OnProdAsync(HttpMethod.Put, $"{sample.Description.Api!.Route}/{await IdAsync(resource)}", new JsonObject { [field.Wire] = "99" }.ToJsonString());

        var plan = await PlanAsync(path);

        plan.Problems.Should().ContainSingle().Which.Code.Text.Should().Be("drift");
        plan.Problems[0].Place.Should().Be($"op3.{field.Name}");
    }

    [Theory, MemberData(nameof(Resources))]
    public async Task A_revert_takes_it_back_to_what_was_there_before_or_says_why_it_stays(string resource)
    {
        var path = await RecordAsync(resource);
        await ReplayAsync(path, Selection.All);

        var made = await MadeAsync(path);
        await RehearseAsync(made.Path);
        (await ReplayAsync(made.Path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        made.Notes.Should().BeEmpty();
        var stays = ResourceSample.Of(resource).Description.Stays;
        made.Left.Select(left => $"{left.Place} {left.Message}").Should().Equal(stays is null ? [] : [$"op2 {stays}"]);
        (await ObjectsAsync(Prod, resource)).Should().HaveCount(stays is null ? 0 : 1);
        (await ProdAsync("thirdparties")).Should().Contain("No third parties found");
    }

    [Theory, MemberData(nameof(Resources))]
    public async Task Discarded_it_is_gone_from_the_sandbox_or_left_with_a_word(string resource)
    {
        await EnterWhatIsThereAsync(resource);
        using var recorder = await Two.RecorderAsync();
        foreach (var operation in OperationsOf(resource))
        {
            TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        }

        var ended = (await recorder.DiscardAsync(Cancel)).Should().BeOfType<Recording.EndResult.Ended>().Subject;

        var stays = ResourceSample.Of(resource).Description.Stays;
        ended.LeftBehind.Select(left => $"{left.Place} {left.Message}").Should().Equal(stays is null ? [] : [$"op2 {stays}"]);
        (await ObjectsAsync(Two.Sandbox, resource)).Should().HaveCount(stays is null ? 0 : 1);
    }

    [Theory, MemberData(nameof(Resources))]
    public async Task A_change_of_an_object_that_was_there_before_is_taken_back_too(string resource)
    {
        var sample = ResourceSample.Of(resource);
        await RecordAndReplayAsync(resource);
        var before = await ObjectsAsync(Prod, resource);
        var path = await RecordAsync(false, sample.Update(sample.Found(Party)));
        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);
        (await ObjectsAsync(Prod, resource)).Should().NotEqual(before);

        var made = await MadeAsync(path);
        await RehearseAsync(made.Path);
        (await ReplayAsync(made.Path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        (await ObjectsAsync(Prod, resource)).Should().Equal(before);
    }

    [Theory, MemberData(nameof(Resources))]
    public async Task Every_field_that_is_needed_is_asked_for_and_never_cleared(string resource)
    {
        var sample = ResourceSample.Of(resource);
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(OperationsOf(resource)[0], Cancel));
        foreach (var needed in sample.Description.Fields.All.Where(field => field.IsNeeded))
        {
            var without = sample.Created(new Reference.Created("op1")).Where(name => name != needed.Name);
            var refused = (await recorder.DoAsync(sample.Create(without), Cancel)).Should().BeOfType<Recording.RecordResult.Refused>().Subject;
            refused.Problems.Should().Contain(problem => problem.Code.Text == "missing-field" && problem.Place.EndsWith(needed.Name, StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Resources))]
    public async Task What_lasts_is_not_taken_away_from_one_that_has_it(string resource)
    {
        var sample = ResourceSample.Of(resource);
        await EnterWhatIsThereAsync(resource);
        using var recorder = await Two.RecorderAsync();
        foreach (var operation in OperationsOf(resource)[..2])
        {
            TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        }
        foreach (var lasting in sample.Description.Fields.All.Where(field => field.Lasting is not null))
        {
            var none = lasting.Type == FieldType.Flag ? Fields.None.With(lasting.Name, false) : Fields.None.With(lasting.Name, "");
            var update = sample.Update(new Reference.Created("op2")) with { Set = none };
            var refused = (await recorder.DoAsync(update, Cancel)).Should().BeOfType<Recording.RecordResult.Refused>().Subject;
            refused.Problems.Should().ContainSingle().Which.Code.Text.Should().Be("cannot-be-cleared");
        }
    }

    [Theory, MemberData(nameof(ResourcesOfSome))]
    public async Task A_key_without_its_rights_does_all_else_and_is_told_which_it_lacks(string resource)
    {
        Two.Sandbox.SetRights("agent", Simulator.Rights.Writer & ~Simulator.Rights.Described);
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(OperationsOf(resource)[0], Cancel));

        var refused = (await recorder.DoAsync(OperationsOf(resource)[1], Cancel)).Should().BeOfType<Recording.RecordResult.Refused>().Subject;

        refused.Problems.Should().OnlyContain(problem => problem.Code.Text == "right-missing");
        refused.Problems.Select(problem => problem.Message).Should()
            .Contain(message => message.Contains(ResourceSample.Of(resource).Description.Api!.Writing[0].Name, StringComparison.Ordinal));
    }

    private static Reference Party { get; } = new Reference.Found(Fields.None.With("vatNumber", "FR40303265045").With("siren", "303265045").With("name", "Hébergeur Dupont SARL"));

    private static Operation[] OperationsOf(string resource)
    {
        var sample = ResourceSample.Of(resource);
        return
        [
            new Operation.Create { Id = "", Resource = "thirdparty", Set = TwoInstances.Supplier, Keys = ["vatNumber", "siren"] },
            sample.Create(new Reference.Created("op1")),
            sample.Update(new Reference.Created("op2")),
        ];
    }

    private async Task<string> RecordAsync(string resource)
    {
        await EnterWhatIsThereAsync(resource);
        return await RecordAsync(false, OperationsOf(resource));
    }

    private async Task EnterWhatIsThereAsync(string resource)
    {
        if (ResourceSample.Of(resource) is { There: { } there, Description.Api.Route: var route })
        {
            await SendAsync(Two.Sandbox, HttpMethod.Post, route, there);
            await SendAsync(Prod, HttpMethod.Post, route, there);
        }
    }

    /// <summary>The object as it is entered, on both sides, by an earlier changeset.</summary>
    private async Task RecordAndReplayAsync(string resource)
    {
        await EnterWhatIsThereAsync(resource);
        (await ReplayAsync(await RecordAsync(false, OperationsOf(resource)[..2]), Selection.All)).ExitCode.Should().Be(ExitCode.Done);
    }

    /// <summary>An object with the same keys, by somebody's hand.</summary>
    private async Task EnterOnProdAsync(string resource)
    {
        var sample = ResourceSample.Of(resource);
        var (keys, body) = (sample.Created(Known), new JsonObject());
        var needed = sample.Description.Fields.All.Where(field => field.IsNeeded && field.Type != FieldType.Choice).Select(field => field.Name);
        foreach (var field in sample.Description.Unique.Union(needed).Where(keys.Has).Select(key => sample.Description.Fields[key]!))
        {
            body[field.Wire] = field.Type switch
            {
                FieldType.Reference => JsonNode.Parse(await ProdAsync(RouteOf(field.Target)))![0]!["id"]!.DeepClone(),
                FieldType.Choice => field.Choices.Single(choice => choice.Word == keys.TextOf(field.Name)).Wire,
                _ => keys.TextOf(field.Name),
            };
        }
        await OnProdAsync(HttpMethod.Post, sample.Description.Api!.Route, body.ToJsonString());
    }

    private static string RouteOf(string resource) => Catalogue.Named(resource)!.Api?.Route ?? "thirdparties";

    private async Task<long> IdAsync(string resource) => long.Parse((await ListAsync(Prod, resource))[0]["id"]!.ToString(), CultureInfo.InvariantCulture);

    /// <summary>What an instance holds, in the fields of the description, but for what is its own.</summary>
    private static async Task<IReadOnlyList<string>> ObjectsAsync(Simulator.SimulatedDolibarr instance, string resource)
    {
        var wires = Catalogue.Named(resource)!.Fields.All.Where(field => field.Type != FieldType.Reference && !field.Drawn).Select(field => field.Wire).Append("ref_ext").ToList();
        return [.. (await ListAsync(instance, resource)).Select(one => string.Join(" | ", wires.Select(wire => $"{wire}={one[wire]}")))];
    }

    private static async Task<IReadOnlyList<JsonNode>> ListAsync(Simulator.SimulatedDolibarr instance, string resource)
    {
        using var person = instance.ClientOf("admin");
        using var answer = await person.GetAsync(new Uri(RouteOf(resource), UriKind.Relative), Cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return [];
        }
        var all = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!.AsArray();
        return [.. all.Select(one => one!).Where(one => !ResourceSample.Of(resource).IsThere(one) && !IsOther(one))];
    }

    /// <summary>Whether it is the third party that is entered before the object of the test.</summary>
    private static bool IsOther(JsonNode one) => one["name"]?.ToString() is "Hébergeur Dupont SARL" or "Imprimerie Martin";
}
