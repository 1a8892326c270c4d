using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using DolibarrAgent.Samples;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.EndToEnd.Tests;

/// <summary><c>erp</c> and <c>erp-sandbox</c>, simulated, numbering their objects differently, and a folder for mail and changesets.</summary>
public sealed class TwoServers : IAsyncDisposable
{
    private TwoServers(SimulatedDolibarr prod, SimulatedDolibarr sandbox) => (Prod, Sandbox) = (prod, sandbox);

    public SimulatedDolibarr Prod { get; }

    public SimulatedDolibarr Sandbox { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("end-to-end-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TwoServers> StartAsync(TimeSpan latency = default) => new(
        await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = Keys("prod"), FirstId = 5000, Production = true, Latency = latency }, Cancel),
        await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = Keys("sandbox"), FirstId = 1 }, Cancel));

    /// <summary>What the agent's process may see.</summary>
    public Dictionary<string, string> Agent => new(StringComparer.Ordinal)
    {
        ["DOLIBARR_TARGET"] = "sandbox",
        ["DOLIBARR_PROD_URL"] = Prod.Address.ToString(),
        ["DOLIBARR_PROD_API_KEY"] = "prod-reader-key",
        ["DOLIBARR_SANDBOX_URL"] = Sandbox.Address.ToString(),
        ["DOLIBARR_SANDBOX_API_KEY"] = "sandbox-agent-key",
        ["DOLIBARR_CHANGESETS"] = Path.Combine(Folder, "changesets"),
    };

    /// <summary>What the process of the person who replays sees.</summary>
    public Dictionary<string, string> Person => new(Agent, StringComparer.Ordinal) { ["DOLIBARR_PROD_WRITE_KEY"] = "prod-agent-key", ["DOLIBARR_SETTLE_SECONDS"] = "1", ["XDG_STATE_HOME"] = State };

    /// <summary>Where the person's programs remember what they saw of the ledger.</summary>
    public string State => Path.Combine(Folder, "state");

    /// <summary>The sample mail, ingested on the sandbox.</summary>
    /// <returns>The path of changeset.json.</returns>
    public async Task<string> IngestAsync()
    {
        var ran = await Ran.AgentAsync(Agent, "ingest", Mail(), "--json");
        return ran.ExitCode == 0 ? ran.Json.GetProperty("changeset").GetString()! : throw new InvalidOperationException(ran.ToString());
    }

    public string Mail()
    {
        var path = Path.Combine(Folder, "invoice.eml");
        File.WriteAllBytes(path, SampleEmail.With(SampleCatalogue.Hosting).ToBytes());
        return path;
    }

    public async Task<string> CodeAsync(string changeset)
    {
        var planned = await Ran.ReplayAsync(Person, changeset, "--json");
        return planned.ExitCode == 2 ? planned.Json.GetProperty("plan").GetProperty("code").GetString()! : throw new InvalidOperationException(planned.ToString());
    }

    public static int Writes(SimulatedDolibarr server) => server.Requests.Count(r => r.Method != "GET");

    /// <summary>All of a list, as an administrator sees it; none where Dolibarr answers 404 for that.</summary>
    public static async Task<ImmutableArray<JsonElement>> ListAsync(SimulatedDolibarr server, string path)
    {
        using var person = server.ClientOf("admin");
        using var answer = await person.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return answer.IsSuccessStatusCode ? [.. JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.EnumerateArray()] : [];
    }

    /// <summary>The bytes of a file on prod, given its entry in the list of documents.</summary>
    public async Task<byte[]> DownloadAsync(JsonElement file)
    {
        const string Root = "fournisseur/facture/";
        var path = $"{file.GetProperty("filepath").GetString()![Root.Length..]}/{file.GetProperty("filename").GetString()}";
        using var person = Prod.ClientOf("admin");
        var answer = await person.GetStringAsync(new Uri($"documents/download?modulepart=facture_fournisseur&original_file={Uri.EscapeDataString(path)}", UriKind.Relative), Cancel);
        return Convert.FromBase64String(JsonDocument.Parse(answer).RootElement.GetProperty("content").GetString()!);
    }

    /// <summary>A person works on an instance by hand.</summary>
    public static async Task<string> SendAsync(SimulatedDolibarr server, HttpMethod method, string path, string json)
    {
        using var person = server.ClientOf("admin");
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        using var answer = await person.SendAsync(request, Cancel);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Prod.DisposeAsync();
        await Sandbox.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static ImmutableArray<SimulatedKey> Keys(string instance) =>
        [.. new[] { "agent", "reader:read", "admin:admin", "blind:blind", "none:none" }.Select(k => k.Split(':')).Select(k => SimulatedKey.Read($"{k[0]}={instance}-{k[0]}-key{(k.Length > 1 ? ":" + k[1] : "")}", out _)!)];
}
