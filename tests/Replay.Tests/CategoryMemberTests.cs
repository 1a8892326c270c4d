using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>
/// What is put in a category on the sandbox is put there on prod, once, and taken out again where this changeset put it there.
/// </summary>
public sealed class CategoryMemberTests : RevertTest
{
    private static readonly Reference Durand = new Reference.Found(Fields.None.With("thirdparty", Known).With("lastName", "Durand"));
    private static readonly Reference Hosting = new Reference.Found(Fields.None.With("ref", "HOST-12"));

    public static TheoryData<string> Kinds => ["supplier", "customer", "contact", "product"];

    [Theory, MemberData(nameof(Kinds))]
    public async Task It_is_there_on_prod_as_on_the_sandbox_and_a_second_replay_writes_nothing(string kind)
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Put(kind));

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        (await InAsync(Prod, kind)).Should().ContainSingle();
        (await InAsync(Two.Sandbox, kind)).Should().ContainSingle();
        var writes = TwoInstances.Writes(Prod).Count();
        (await PlanAsync(path)).HasNothingToDo.Should().BeTrue();
        (await ConfirmAsync(path, "")).Should().BeOfType<ConfirmedReplay.NothingToDo>();
        TwoInstances.Writes(Prod).Should().HaveCount(writes);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_revert_takes_it_out_again_and_so_does_discarding(string kind)
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Put(kind));
        await ReplayAsync(path, Selection.All);

        var made = await MadeAsync(path);

        made.Left.Should().BeEmpty();
        var back = made.Revert.Changeset.Operations.Should().ContainSingle().Which.Should().BeOfType<Operation.Delete>().Subject;
        back.Before.TextOf("as").Should().Be(kind);
        await RehearseAsync(made.Path);
        (await InAsync(Two.Sandbox, kind)).Should().BeEmpty();
        (await ReplayAsync(made.Path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);
        (await InAsync(Prod, kind)).Should().BeEmpty();
        (await PlanAsync(made.Path)).HasNothingToDo.Should().BeTrue();
        (await RevertAsync(path)).Should().BeOfType<RevertResult.Nothing>().Which.Left.Should().BeEmpty();

        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Put(kind), Cancel));
        (await recorder.DiscardAsync(Cancel)).Should().BeOfType<Recording.EndResult.Ended>().Which.LeftBehind.Should().BeEmpty();
        (await InAsync(Two.Sandbox, kind)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_there_already_is_nothing_to_do_and_is_left_there_by_a_revert()
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Put("supplier"), Rename("Brest"));
        await OnProdAsync(HttpMethod.Post, "categories/5000/objects/supplier/5000", "{}");
        Prod.ForgetRequests();

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        TwoInstances.Writes(Prod).Should().ContainSingle().Which.Path.Should().Contain("thirdparties");
        var made = await MadeAsync(path);
        made.Revert.Changeset.Operations.Should().ContainSingle().Which.Should().BeOfType<Operation.Update>();
        made.Notes.Should().Contain(note => note.StartsWith("op1 was not applied", StringComparison.Ordinal));
        using var recorder = await Two.RecorderAsync();
        (await recorder.DoAsync(Put("supplier"), Cancel)).Should().BeOfType<Recording.RecordResult.Refused>()
            .Which.Problems.Should().ContainSingle(problem => problem.Code.Text == "nothing-to-do");
    }

    [Fact]
    public async Task What_somebody_took_out_since_is_not_taken_out_again()
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Put("supplier"), Rename("Brest"));
        await ReplayAsync(path, Selection.All);
        await OnProdAsync(HttpMethod.Delete, "categories/5000/objects/supplier/5000", "{}");

        var made = await MadeAsync(path);

        made.Revert.Changeset.Operations.Should().ContainSingle().Which.Should().BeOfType<Operation.Update>();
    }

    [Theory]
    [InlineData("supplier", "product", "another-kind")]
    [InlineData("product", "thirdparty", "another-kind")]
    [InlineData("contact", "thirdparty", "another-kind")]
    [InlineData("customer", "contact", "another-kind")]
    [InlineData("supplier", "", "missing-field")]
    [InlineData("supplier", "thirdparty product", "missing-field")]
    public async Task What_the_category_is_not_for_is_refused(string kind, string given, string code)
    {
        await EverywhereAsync();
        var set = given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(
            Fields.None.With("category", Category(kind)), (all, field) =>
                all.With(field, field switch { "product" => Hosting, "contact" => Durand, _ => Known }));
        using var recorder = await Two.RecorderAsync();

        var refused = await recorder.DoAsync(Create(set), Cancel);

        refused.Should().BeOfType<Recording.RecordResult.Refused>().Which.Problems.Should().ContainSingle(problem => problem.Code.Text == code);
        TwoInstances.Writes(Two.Sandbox).Should().NotContain(write => write.Path.Contains("/objects/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_no_supplier_is_not_put_among_suppliers()
    {
        await EverywhereAsync();
        var customer = Fields.None.With("name", "Client Petit");
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Create(customer) with { Resource = "thirdparty" }, Cancel));

        var refused = await recorder.DoAsync(
            Create(Fields.None.With("category", Category("supplier")).With("thirdparty", new Reference.Created("op1"))), Cancel);

        refused.Should().BeOfType<Recording.RecordResult.Refused>().Which.Problems.Should()
            .ContainSingle(problem => problem.Code.Text == "not-a-supplier");
    }

    [Fact]
    public async Task Of_what_one_changeset_made_and_linked_the_link_goes_though_both_stay()
    {
        var path = await RecordAsync(false, MadeAndLinked);
        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        var made = await MadeAsync(path);

        made.Left.Select(left => left.Place).Should().Equal("op1", "op2");
        await RehearseAsync(made.Path);
        (await ReplayAsync(made.Path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);
        (await ProdAsync("categories/5000/objects?type=product&onlyids=1")).Trim().Should().Be("[]");
    }

    [Fact]
    public async Task An_abandoned_changeset_takes_the_link_out_of_the_sandbox_too()
    {
        string path;
        using (var recorder = await Two.RecorderAsync())
        {
            foreach (var operation in MadeAndLinked)
            {
                TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
            }
            path = recorder.Path!;
        }
        using var later = await Two.RecorderAsync();

        (await later.DiscardAsync(path, null, Cancel)).Should().BeOfType<Recording.EndResult.Ended>().Which.LeftBehind
            .Select(left => left.Place).Should().Equal("op2", "op1");

        using var person = Two.Sandbox.ClientOf("admin");
        (await person.GetStringAsync(new Uri("categories/1/objects?type=product&onlyids=1", UriKind.Relative), Cancel)).Trim()
            .Should().Be("[]");
    }

    private static Operation[] MadeAndLinked =>
    [
        Create(Fields.None.With("kind", "product").With("label", "IT")) with { Resource = "category" },
        Create(Fields.None.With("ref", "HOST-12").With("label", "Hosting").With("kind", "service")) with
        {
            Resource = "product",
            Keys = ["ref"],
        },
        Create(Fields.None.With("category", new Reference.Created("op1")).With("product", new Reference.Created("op2"))),
    ];

    private static Reference.Found Category(string kind) => new(Fields.None.With("kind", kind).With("label", $"IT {kind}"));

    private static Operation.Create Put(string kind) => Create(kind switch
    {
        "contact" => Fields.None.With("category", Category(kind)).With("contact", Durand),
        "product" => Fields.None.With("category", Category(kind)).With("product", Hosting),
        _ => Fields.None.With("category", Category(kind)).With("thirdparty", Known),
    });

    private static Operation.Create Create(Fields set) => new() { Id = "", Resource = "categoryMember", Set = set, Keys = [.. set.Names] };

    private static Operation.Update Rename(string town) =>
        new() { Id = "", Resource = "thirdparty", On = Known, Before = Fields.None, Set = Fields.None.With("town", town) };

    /// <summary>A category of each kind, and what goes in it, on both sides.</summary>
    private async Task EverywhereAsync()
    {
        await KnownEverywhereAsync();
        foreach (var instance in new[] { Prod, Two.Sandbox })
        {
            using var person = instance.ClientOf("admin");
            var party = JsonNode.Parse(
                await person.GetStringAsync(new Uri("thirdparties", UriKind.Relative), Cancel))![0]!["id"]!.ToString();
            await SendAsync(instance, HttpMethod.Post, "contacts", $$"""{"lastname":"Durand","socid":{{party}}}""");
            await SendAsync(instance, HttpMethod.Post, "products", """{"ref":"HOST-12","label":"Hosting"}""");
            foreach (var kind in new[] { "supplier", "customer", "contact", "product" })
            {
                await SendAsync(instance, HttpMethod.Post, "categories", $$"""{"label":"IT {{kind}}","type":"{{kind}}"}""");
            }
        }
    }

    /// <summary>What is in the category of a kind.</summary>
    private static async Task<IReadOnlyList<string>> InAsync(Simulator.SimulatedDolibarr instance, string kind)
    {
        using var person = instance.ClientOf("admin");
        var categories = JsonNode.Parse(await person.GetStringAsync(new Uri("categories", UriKind.Relative), Cancel))!.AsArray();
        var id = categories.Single(one => one!["label"]!.ToString() == $"IT {kind}")!["id"];
        var list = await person.GetStringAsync(new Uri($"categories/{id}/objects?type={kind}&onlyids=1", UriKind.Relative), Cancel);
        return [.. JsonNode.Parse(list)!.AsArray().Select(one => one!.ToString())];
    }
}
