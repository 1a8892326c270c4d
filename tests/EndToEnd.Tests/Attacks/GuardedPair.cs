using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using DolibarrAgent.Samples;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.EndToEnd.Tests;

/// <summary>
/// Prod and a sandbox that is a copy of it, keys and all, as an attacker would have them: whoever reaches the wrong one is
/// let in. Each is behind a name that can be led elsewhere. Only the sandbox has the canary.
/// </summary>
public sealed class GuardedPair : IAsyncDisposable
{
    public const string Canary = "CANARY-SANDBOX";

    private GuardedPair(SimulatedDolibarr prod, SimulatedDolibarr sandbox, (X509Certificate2? Prod, X509Certificate2? Sandbox) certificates)
    {
        (Prod, Sandbox, Certificates) = (prod, sandbox, certificates);
        ProdName = new Front(prod.Address, certificates.Prod) { Elsewhere = (sandbox.Address, certificates.Sandbox) };
        SandboxName = new Front(sandbox.Address, certificates.Sandbox) { Elsewhere = (prod.Address, certificates.Prod) };
    }

    public SimulatedDolibarr Prod { get; }

    public SimulatedDolibarr Sandbox { get; }

    public Front ProdName { get; }

    public Front SandboxName { get; }

    public (X509Certificate2? Prod, X509Certificate2? Sandbox) Certificates { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("attack-").FullName;

    public string Targets => Path.Combine(Folder, "gate", "targets.json");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<GuardedPair> StartAsync(bool secure = false)
    {
        var pair = new GuardedPair(await ServerAsync(5000), await ServerAsync(1), secure ? (Front.Certificate(), Front.Certificate()) : (null, null));
        Directory.CreateDirectory(Path.GetDirectoryName(pair.Targets)!);
        await EnterCanaryAsync(pair.Sandbox);
        return pair;
    }

    /// <summary>What the agent's process may see.</summary>
    public Dictionary<string, string> Agent
    {
        get
        {
            var variables = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DOLIBARR_TARGET"] = "sandbox",
                ["DOLIBARR_PROD_URL"] = ProdName.Address.ToString(),
                ["DOLIBARR_PROD_API_KEY"] = "reader-key",
                ["DOLIBARR_SANDBOX_URL"] = SandboxName.Address.ToString(),
                ["DOLIBARR_SANDBOX_API_KEY"] = "agent-key",
                ["DOLIBARR_CHANGESETS"] = Path.Combine(Folder, "changesets"),
                ["DOLIBARR_GATE"] = Path.Combine(Folder, "gate"),
                ["DOLIBARR_SETTLE_SECONDS"] = "1",
            };
            if (Certificates is { Prod: { } prod, Sandbox: { } sandbox })
            {
                // This process trusts both, as one trusts whatever an authority has signed.
                variables["SSL_CERT_FILE"] = Path.Combine(Folder, "trusted.pem");
                File.WriteAllText(variables["SSL_CERT_FILE"], $"{prod.ExportCertificatePem()}\n{sandbox.ExportCertificatePem()}\n");
            }
            return variables;
        }
    }

    /// <summary>What the process of the person who replays sees.</summary>
    public Dictionary<string, string> Person => new(Agent, StringComparer.Ordinal) { ["DOLIBARR_PROD_WRITE_KEY"] = "agent-key" };

    public Task<Ran> EnrollAsync(params string[] arguments) => Ran.ReplayAsync(Person, ["enroll", .. arguments]);

    public async Task EnrolledAsync() => (await EnrollAsync("--canary", Canary)).ExitCode.Should().Be(0);

    public Task<Ran> IngestAsync() => Ran.AgentAsync(Agent, "ingest", Mail(), "--json");

    /// <summary>A changeset that waits, and the code of its plan.</summary>
    public async Task<(string Path, string Code)> PlannedAsync()
    {
        var ingested = await IngestAsync();
        ingested.ExitCode.Should().Be(0, ingested.ToString());
        var path = ingested.Json.GetProperty("changeset").GetString()!;
        var planned = await Ran.ReplayAsync(Person, path, "--json");
        planned.ExitCode.Should().Be(2, planned.ToString());
        return (path, planned.Json.GetProperty("plan").GetProperty("code").GetString()!);
    }

    public static Task<string> EnterCanaryAsync(SimulatedDolibarr server) =>
        TwoServers.SendAsync(server, HttpMethod.Post, "thirdparties", $$"""{"name":"The canary","client":"1","code_client":"{{Canary}}"}""");

    /// <summary>Writes that were not the person's by hand.</summary>
    public static int Writes(SimulatedDolibarr server) => server.Requests.Count(r => r.Method != "GET" && r.Key != "admin");

    public async ValueTask DisposeAsync()
    {
        await ProdName.DisposeAsync();
        await SandboxName.DisposeAsync();
        await Prod.DisposeAsync();
        await Sandbox.DisposeAsync();
        Certificates.Prod?.Dispose();
        Certificates.Sandbox?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private string Mail()
    {
        var path = Path.Combine(Folder, "invoice.eml");
        File.WriteAllBytes(path, SampleEmail.With(SampleCatalogue.Hosting).ToBytes());
        return path;
    }

    private static Task<SimulatedDolibarr> ServerAsync(long firstId) => SimulatedDolibarr.StartAsync(
        new SimulatorOptions { Keys = [.. new[] { "agent=agent-key", "reader=reader-key:read", "admin=admin-key:admin" }.Select(key => SimulatedKey.Read(key, out _)!)], FirstId = firstId, Production = true },
        Cancel);
}
