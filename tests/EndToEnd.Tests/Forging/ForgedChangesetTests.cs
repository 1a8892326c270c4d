using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.EndToEnd.Tests.Forging;

/// <summary>
/// A real changeset with every member changed, removed, or swapped with another's, alone and in pairs, its bytes as a
/// recorder would write them: each is refused, or what is not true of it is shown first. What nobody can check without the
/// recorder's signature is named here, and is nothing that reaches prod.
/// </summary>
public sealed class ForgedChangesetTests : IAsyncLifetime
{
    private const int Pairs = 200;

    /// <summary>
    /// What only the recorder knows: the title, the agent's own words, when and by which program and model it was recorded;
    /// numbers that each instance draws.
    /// </summary>
    private static readonly ImmutableArray<string> Unprovable = ["title", "recorded.at", "recorded.finished", "recorded.by", "recorded.model", "recorded.author", "recorded.on.dolibarr", ".note", ".after.number", ".after.supplierCode"];

    /// <summary>What changes nothing: keys that count whatever the changeset says, and a type and a currency that are every invoice's where none is asked for.</summary>
    private static readonly ImmutableArray<string> WithoutEffect = [".keys[0]", ".keys[1]", ".keys[2]", "operations[1].set.type", "operations[1].set.currency"];

    /// <summary>That nobody knows goods from services is found again; which lines a recorder took for which stands in its own words.</summary>
    private const string InItsOwnWords = "kind-assumed";

    private static readonly Patience Patience = new(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(20), TimeProvider.System);

    private TwoServers two = null!;
    private EvidenceReader reader = null!;
    private JsonNode real = null!;
    private string folder = "";
    private ImmutableHashSet<string> warned = [];
    private ImmutableArray<Warning> recorded = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        two = await TwoServers.StartAsync();
        var path = await two.IngestAsync();
        folder = Path.GetDirectoryName(path)!;
        real = JsonNode.Parse(await File.ReadAllBytesAsync(path, Cancel))!;
        reader = ReaderOfTest.Real();
        var seen = (await SeenAsync(real))!;
        (warned, recorded) = (seen.Warned, seen.Plan.Loaded.Changeset.Warnings);
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await two.DisposeAsync();
    }

    [Fact]
    public async Task The_changeset_as_it_was_recorded_is_believed() => (await SeenAsync(real))!.IsDoubted.Should().BeFalse("nothing is wrong with it");

    [Fact]
    public async Task All_that_it_warns_of_is_found_again() => (await SeenAsync(WithoutWarnings(real)))!.Found.Should().Contain(warned).And.NotBeEmpty();

    [Fact]
    public async Task Every_member_changed_or_removed_is_refused_or_shown()
    {
        var believed = new List<string>();
        foreach (var forgery in Forgery.Single(real).Where(forgery => !IsUnprovable(forgery.Path)))
        {
            var forged = real.DeepClone();
            if (forgery.Do(forged) && await IsBelievedAsync(forged))
            {
                believed.Add(forgery.Words);
            }
        }

        string.Join(Environment.NewLine, believed).Should().BeEmpty();
    }

    /// <summary>What an operation no longer asks for and no longer says that it brought about: prod would get less than the sandbox holds.</summary>
    [Fact]
    public async Task A_field_removed_from_what_was_asked_and_from_what_was_held_is_refused_or_shown()
    {
        var believed = new List<string>();
        foreach (var (operation, number) in real["operations"]!.AsArray().Select((operation, number) => (operation!, number)))
        {
            foreach (var name in (operation["set"]?.AsObject() ?? []).Select(field => field.Key).Where(name => operation["after"]?[name] is not null))
            {
                var forged = real.DeepClone();
                foreach (var image in new[] { "set", "after" })
                {
                    forged["operations"]![number]![image]!.AsObject().Remove(name);
                }
                if (!WithoutEffect.Contains($"operations[{number}].set.{name}") && await IsBelievedAsync(forged))
                {
                    believed.Add($"operations[{number}].{name}");
                }
            }
        }

        string.Join(Environment.NewLine, believed).Should().BeEmpty();
    }

    [Fact]
    public async Task Pairs_of_forgeries_and_swapped_values_are_refused_or_shown()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("DOLIBARR_FORGED_PAIRS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Pairs;
        // The same pairs each time, so that a failure can be looked at.
        var random = new Random(1);
        var single = Forgery.Single(real).Where(forgery => !IsUnprovable(forgery.Path)).ToList();
        var members = Forgery.Members(real).Where(path => !IsUnprovable(path)).ToList();
        var believed = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var first = random.Next(2) == 0 ? single[random.Next(single.Count)] : Forgery.Swap(members[random.Next(members.Count)], members[random.Next(members.Count)]);
            var second = single[random.Next(single.Count)];
            var forged = real.DeepClone();
            var did = first.Do(forged) | second.Do(forged);
            if (did && !JsonNode.DeepEquals(forged, real) && await IsBelievedAsync(forged))
            {
                believed.Add($"{first.Words}; {second.Words}");
            }
        }

        string.Join(Environment.NewLine, believed).Should().BeEmpty();
    }

    private static bool IsUnprovable(string path) => Unprovable.Concat(WithoutEffect).Any(one => one[0] == '.' ? path.EndsWith(one, StringComparison.Ordinal) : path == one);

    /// <summary>
    /// Whether a person would be given a code for it, and nothing says that it is not true. Where its warnings alone were
    /// edited that is no harm, as long as all that the real one warns of is found again, or stands there as it was recorded.
    /// </summary>
    private async Task<bool> IsBelievedAsync(JsonNode changeset) => await SeenAsync(changeset) is { IsDoubted: false } seen
        && (!JsonNode.DeepEquals(WithoutWarnings(changeset), WithoutWarnings(real)) || !warned.IsSubsetOf(seen.Found.Union(AsRecorded(seen.Plan))));

    /// <summary>The classes of the warnings that are the recorder's own.</summary>
    private IEnumerable<string> AsRecorded(Plan plan) => plan.Loaded.Changeset.Warnings
        .Where(warning => recorded.Contains(warning) || InItsOwnWords == warning.Code)
        .Select(warning => $"{RiskCodes.ClassesOf(warning.Code)[^1]} {warning.On}");

    private static JsonNode WithoutWarnings(JsonNode changeset)
    {
        var rest = changeset.DeepClone();
        rest.AsObject().Remove("warnings");
        return rest;
    }

    /// <summary>What becomes of it; null where it is not even loaded.</summary>
    private async Task<Seen?> SeenAsync(JsonNode changeset)
    {
        var path = Path.Combine(folder, "changeset.json");
        await File.WriteAllBytesAsync(path, ForgedFile.Written(changeset), Cancel);
        if (await LoadedChangeset.LoadAsync(path, Cancel) is not LoadResult.Good { Loaded: var loaded })
        {
            return null;
        }
        var variables = two.Person.ToDictionary(variable => variable.Key, variable => (string?)variable.Value, StringComparer.Ordinal);
        // A ledger of its own each time: nothing is remembered from one forgery to the next.
        variables["DOLIBARR_LEDGER"] = Path.Combine(Directory.CreateDirectory(Path.Combine(two.Folder, Guid.NewGuid().ToString("N"))).FullName, "ledger.db");
        var options = new SessionOptions(null!, NullLogger.Instance, TimeProvider.System, Patience) { Reader = reader };
        await using var session = ((SessionResult.Open)ReplaySession.Open(variables, Purpose.Look, options)).Session;
        return new Seen(await session.PlanAsync(loaded, Cancel));
    }

    /// <summary>A plan as a person sees it.</summary>
    private sealed record Seen(Plan Plan)
    {
        /// <summary>Whether it is refused, or something in it is said not to be true.</summary>
        public bool IsDoubted => !Plan.Problems.IsEmpty || !Plan.Checks.Findings.IsEmpty;

        /// <summary>The classes of all that is warned of by others than the changeset itself, each with what it is about.</summary>
        public ImmutableHashSet<string> Found => Classes(warning => warning.Source != WarningSource.Recorder);

        /// <summary>The same with what the changeset says.</summary>
        public ImmutableHashSet<string> Warned => Classes(_ => true);

        private ImmutableHashSet<string> Classes(Func<ReviewWarning, bool> counts) =>
            [.. ReviewPage.Checked(Plan.Loaded.Changeset, Language.English, Plan.Checks).Warnings.Where(counts).Select(warning => (Code: warning.Code.ToString(), On: warning.On.ToString()))
                .Concat(Plan.Risks.Select(risk => (risk.Code, On: risk.Operation)))
                .Select(warning => $"{RiskCodes.ClassesOf(warning.Code)[^1]} {warning.On}")];
    }
}
