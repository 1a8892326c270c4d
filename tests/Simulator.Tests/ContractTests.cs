using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator.Tests;

/// <summary>The simulator against every exchange that was recorded with a real server.</summary>
public sealed class ContractTests(ITestOutputHelper output)
{
    /// <summary>Recorded, and not simulated: the product does not make these calls.</summary>
    private static readonly ImmutableSortedSet<string> OutOfScope =
    [
        "category", "customer-invoice", "dictionaries", "product", "proposal-order-project", "supplier-order",
    ];

    /// <summary>Recorded members that the simulator does not give. This number may only go down.</summary>
    private const int MissingMembersAllowed = 0;

    public static TheoryData<string> InScope => [.. Recording.Names.Except(OutOfScope)];

    [Theory]
    [MemberData(nameof(InScope))]
    public async Task Every_recorded_call_gets_the_recorded_answer(string name)
    {
        var (comparison, table) = await ReplayAsync(Recording.Read(name));
        output.WriteLine(table);
        comparison.Differences.Should().BeEmpty();
        comparison.Missing.Count.Should().BeLessThanOrEqualTo(MissingMembersAllowed, string.Join(", ", comparison.Missing.Take(20)));
    }

    [Fact]
    public void Every_recording_is_either_replayed_or_named_as_out_of_scope()
    {
        output.WriteLine($"replayed: {string.Join(", ", Recording.Names.Except(OutOfScope))}");
        output.WriteLine($"out of scope: {string.Join(", ", OutOfScope)}");
        OutOfScope.Except(Recording.Names).Should().BeEmpty("a recording that is not there need not be excused");
        Recording.Names.Except(OutOfScope).Should().HaveCount(27);
    }

    [Fact]
    public async Task A_recording_with_one_changed_value_is_found_out()
    {
        var recording = Recording.Read("invoice-numbers");
        var at = recording.Exchanges.Length - 1;
        var changed = recording.Exchanges[at].Response!.DeepClone();
        changed["lines"]![0]!["total_ttc"] = "1.00000000";
        var (comparison, _) = await ReplayAsync(recording with
        {
            Exchanges = recording.Exchanges.SetItem(at, recording.Exchanges[at] with { Response = changed }),
        });
        comparison.Differences.Should().ContainSingle().Which.Should().Contain("total_ttc");
    }

    private static async Task<(Comparison Comparison, string Table)> ReplayAsync(Recording recording)
    {
        await using var simulated = await RecordedServer.StartAsync(recording.Name, recording.Start);
        var comparison = new Comparison();
        var table = new StringBuilder($"{recording.Name}: {recording.About}\n");
        foreach (var (exchange, number) in recording.Exchanges.Select((exchange, at) => (exchange, at + 1)))
        {
            RecordedServer.BetweenCalls(simulated, recording.Name, number);
            var before = comparison.Differences.Count;
            using var answer = await RecordedServer.SendAsync(simulated, exchange);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var place = $"{number} {exchange.Method} {exchange.Path}";
            comparison.Compare($"{place} status", exchange.Status, (int)answer.StatusCode);
            comparison.Compare($"{place} contentType", exchange.ContentType, answer.Content.Headers.ContentType?.ToString());
            if (exchange.Text is { } recorded)
            {
                comparison.Compare($"{place} text", recorded, text);
            }
            else
            {
                comparison.Compare(place, exchange.Response, Parsed(text));
            }

            table.Append(comparison.Differences.Count == before ? "  same     " : "  DIFFERS  ").AppendLine($"{exchange.Status} {place}");
        }

        table.AppendLine($"  {comparison.Members} values, {comparison.Differences.Count} differ, {comparison.Missing.Count} members missing");
        return (comparison, table.ToString());
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return text;
        }
    }
}
