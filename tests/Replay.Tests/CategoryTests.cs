using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Categories stand below one another: what the server does not check of that, and what tells two of one label apart.</summary>
public sealed class CategoryTests : RevertTest
{
    private static Fields Of(string kind, string label) => Fields.None.With("kind", kind).With("label", label);

    private static Operation.Create Create(Fields set) => new() { Id = "", Resource = "category", Set = set, Keys = [.. set.Names] };

    private static Operation.Update Rename(Fields on, string label) =>
        Rename(new Reference.Found(on), label);

    private static Operation.Update Rename(Reference on, string label) =>
        new() { Id = "", Resource = "category", On = on, Before = Fields.None, Set = Fields.None.With("label", label) };

    [Theory]
    [InlineData("product")]
    [InlineData("customer")]
    public async Task One_of_another_kind_than_the_one_it_would_stand_below_is_refused(string kind)
    {
        await EverywhereAsync("""{"label":"IT","type":1}""");
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Create(Of("supplier", "Made")), Cancel));

        var (named, unsaid) = (new Reference.Found(Of("supplier", "IT")), new Reference.Found(Fields.None.With("label", "IT")));
        foreach (var parent in new Reference[] { new Reference.Created("op1"), named, unsaid })
        {
            var refused = await recorder.DoAsync(Create(Of(kind, "Hosting").With("parent", parent)), Cancel);

            refused.Should().BeOfType<Recording.RecordResult.Refused>().Which.Problems.Should()
                .ContainSingle(p => p.Code.Text == "another-kind" && p.Place == "op2.set.parent");
        }
        TwoInstances.Done(await recorder.DoAsync(Create(Of("supplier", "Hosting").With("parent", new Reference.Created("op1"))), Cancel));
    }

    [Fact]
    public async Task Of_two_with_one_label_the_one_is_meant_that_stands_where_its_name_says()
    {
        await EverywhereAsync("""{"label":"IT","type":1}""", """{"label":"IT","type":1,"fk_parent":1}""", """{"label":"IT","type":2}""");
        var below = Of("supplier", "IT").With("parent", new Reference.Found(Of("supplier", "IT")));

        var path = await RecordAsync(false, Rename(below, "Below"), Rename(Of("supplier", "IT"), "On top"));

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);
        (await LabelsAsync()).Should().Equal("On top", "Below", "IT");
    }

    [Fact]
    public async Task Beside_one_below_another_the_same_label_may_stand_on_top()
    {
        await EverywhereAsync("""{"label":"Purchases","type":1}""", """{"label":"IT","type":1,"fk_parent":1}""");

        var path = await RecordAsync(false, Create(Of("supplier", "IT")));

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);
        (await LabelsAsync()).Should().Equal("Purchases", "IT", "IT");
    }

    [Fact]
    public async Task A_label_that_another_has_by_now_is_not_asked_for()
    {
        var path = await RecordAsync(false, Create(Of("supplier", "IT")), Rename(new Reference.Created("op1"), "Hosting"));
        await OnProdAsync(HttpMethod.Post, "categories", """{"label":"Hosting","type":1}""");

        var replayed = await ReplayAsync(path, Selection.All);

        replayed.Operations[1].Problems.Should().ContainSingle().Which.Code.Text.Should().Be("already-there");
        (await LabelsAsync()).Should().Equal("Hosting", "IT");
    }

    [Fact]
    public async Task Two_of_one_kind_get_other_labels_in_one_changeset()
    {
        await EverywhereAsync("""{"label":"IT","type":1}""", """{"label":"Hosting","type":1}""");
        var path = await RecordAsync(false, Rename(Of("supplier", "Hosting"), "Servers"), Rename(Of("supplier", "IT"), "Web"));

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);
        (await LabelsAsync()).Should().Equal("Web", "Servers");
    }

    [Fact]
    public async Task One_that_somebody_put_below_another_is_not_changed_back()
    {
        await EverywhereAsync("""{"label":"IT","type":1}""");
        var path = await RecordAsync(false, Rename(Of("supplier", "IT"), "Hosting"));
        await ReplayAsync(path, Selection.All);
        var id = JsonNode.Parse(await ProdAsync("categories"))![0]!["id"]!.ToString();
        await OnProdAsync(HttpMethod.Put, $"categories/{id}", $$"""{"fk_parent":{{id}}}""");

        (await RevertAsync(path)).Should().BeOfType<RevertResult.Nothing>().Which.Left.Should()
            .ContainSingle(left => left.Code.Text == "changed-since" && left.Place == "op1");
    }

    /// <summary>On both sides, by hand; a parent is given by its place in the list.</summary>
    private async Task EverywhereAsync(params string[] categories)
    {
        foreach (var instance in new[] { Prod, Two.Sandbox })
        {
            using var person = instance.ClientOf("admin");
            List<long> ids = [];
            foreach (var category in categories.Select(json => JsonNode.Parse(json)!))
            {
                if (category["fk_parent"]?.GetValue<int>() is { } place)
                {
                    category["fk_parent"] = ids[place - 1];
                }
                using var body = new StringContent(category.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
                using var answer = await person.PostAsync(new Uri("categories", UriKind.Relative), body, Cancel);
                ids.Add(long.Parse(await answer.Content.ReadAsStringAsync(Cancel), System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    private async Task<IEnumerable<string>> LabelsAsync() =>
        JsonNode.Parse(await ProdAsync("categories"))!.AsArray().Select(one => one!["label"]!.ToString());
}
