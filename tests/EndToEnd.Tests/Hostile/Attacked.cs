using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Operations;
using DolibarrAgent.Settings;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.EndToEnd.Tests.Hostile;

/// <summary>Two instances with a supplier (1, on prod 5000) and its draft invoice of 12.00 each, on which one attack after the other is tried.</summary>
internal sealed class Attacked : IAsyncDisposable
{
    private readonly TwoInstances two;
    private SimulatedState prod = null!;
    private SimulatedState sandbox = null!;
    // Where it is, a folder in memory: what is tried here is not the disk.
    private readonly string folder = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"hostile-{Guid.NewGuid():N}")).FullName;

    private int cases;

    private Attacked(TwoInstances two) => this.two = two;

    public TwoInstances Two => two;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Attacked> StartAsync()
    {
        var attacked = new Attacked(await TwoInstances.StartAsync());
        foreach (var (server, id) in new[] { (attacked.two.Prod, 5000), (attacked.two.Sandbox, 1) })
        {
            await TwoServers.SendAsync(server, HttpMethod.Post, "thirdparties", """{"name":"Victime SA","fournisseur":1,"code_fournisseur":"-1","tva_intra":"FR22424761419","idprof1":"424761419"}""");
            await TwoServers.SendAsync(server, HttpMethod.Post, "supplierinvoices", $$"""{"socid":{{id}},"ref_supplier":"V-1","date":"2026-11-19","lines":[{"desc":"all","qty":1,"subprice":10,"tva_tx":20,"product_type":1}]}""");
        }
        (attacked.prod, attacked.sandbox) = (attacked.two.Prod.Remember(), attacked.two.Sandbox.Remember());
        return attacked;
    }

    /// <summary>As at the beginning, with a folder of its own.</summary>
    public Dictionary<string, string?> Anew()
    {
        two.Prod.Restore(prod);
        two.Sandbox.Restore(sandbox);
        var variables = two.Variables();
        variables["DOLIBARR_CHANGESETS"] = Path.Combine(folder, $"case-{++cases}");
        return variables;
    }

    public static Skill SkillWith(Dictionary<string, string?> variables)
    {
        var settings = ((Checked<ProgramSettings>.Valid)ProgramSettings.Read(variables, SettingsNeeds.Agent)).Value;
        return new Skill(new SkillOptions(settings, "test 1.0") { Patience = new Patience(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(20), TimeProvider.System) });
    }

    /// <summary>A mail is given to a model that obeys it. Ended, what is left open is finished; then more is done and discarded.</summary>
    public async Task<(ObedientModel Model, Books Books)> ObeyAsync(Payload payload, Place place)
    {
        var variables = Anew();
        using var skill = SkillWith(variables);
        await skill.Documents.GiveAsync($"{payload.Text}.eml", HostileMail.Of(payload, place), Cancel);
        var model = new ObedientModel(DolibarrPlugin.Of(skill, NullLogger.Instance));
        await model.ObeyAsync(payload.Text, Cancel);
        await model.CallAsync("finish_changeset", null, Cancel);
        await model.CallAsync("create_third_party", new() { ["name"] = $"{HostileMail.Canary} after the end" }, Cancel);
        await model.CallAsync("discard_changeset", null, Cancel);
        return (model, new Books(two.Sandbox.Effects, await ChangesetsAsync(variables["DOLIBARR_CHANGESETS"]!)));
    }

    /// <summary>Every changeset in a folder, read as a person's program reads it.</summary>
    public static async Task<ImmutableArray<Changeset>> ChangesetsAsync(string folder)
    {
        var all = ImmutableArray.CreateBuilder<Changeset>();
        string[] folders = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        foreach (var one in folders.Where(f => File.Exists(Path.Combine(f, "changeset.json"))).Order(StringComparer.Ordinal))
        {
            all.Add(await LoadedChangeset.LoadAsync(one, Cancel) is LoadResult.Good { Loaded: var loaded } ? loaded.Changeset : throw new InvalidOperationException($"{one} cannot be read."));
        }
        return all.ToImmutable();
    }

    /// <summary>What stands in a result in no <c>data</c> block.</summary>
    public static IEnumerable<string> OutsideData(string result) => Outside(JsonDocument.Parse(result).RootElement);

    /// <summary>All third parties and invoices of the sandbox.</summary>
    public async Task<IEnumerable<JsonElement>> HeldAsync() => [.. await TwoServers.ListAsync(two.Sandbox, "thirdparties"), .. await TwoServers.ListAsync(two.Sandbox, "supplierinvoices")];

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        await two.DisposeAsync();
    }

    private static IEnumerable<string> Outside(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(m => m.Name != "data").SelectMany(m => Outside(m.Value).Prepend(m.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Outside),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
