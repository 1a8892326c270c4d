using DolibarrAgent.AgentHost.Tests;
using DolibarrAgent.Samples;
using DolibarrAgent.Simulator;

[assembly: AssemblyFixture(typeof(Servers))]

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>Two simulated instances and the sample's files, once for all tests; a test that writes has a sandbox of its own.</summary>
public sealed class Servers : IAsyncLifetime
{
    private int folders;

    public SimulatedDolibarr Prod { get; private set; } = null!;

    public SimulatedDolibarr Sandbox { get; private set; } = null!;

    public string Folder { get; } = Directory.CreateTempSubdirectory("agent-tests-").FullName;

    public string Mail => Keep("invoice.eml", SampleEmail.With(SampleCatalogue.Hosting).ToBytes());

    public string Pdf => Keep("F-2026-1.pdf", SamplePdf.Of(SampleCatalogue.Hosting));

    public string Xml => Keep("F-2026-1.xml", SampleXml.Of(SampleCatalogue.Hosting));

    public async ValueTask InitializeAsync()
    {
        Prod = await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = Keys("prod"), FirstId = 5000, Production = true }, CancellationToken.None);
        Sandbox = await SandboxAsync();
    }

    public static Task<SimulatedDolibarr> SandboxAsync() => SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = Keys("sandbox"), UnknownKeyDelay = TimeSpan.Zero }, CancellationToken.None);

    /// <summary>The variables of somebody who may do everything, with a folder of their own for changesets.</summary>
    public Dictionary<string, string> Variables(SimulatedDolibarr? sandbox = null) => new(StringComparer.Ordinal)
    {
        ["DOLIBARR_TARGET"] = "sandbox",
        ["DOLIBARR_PROD_URL"] = Prod.Address.ToString(),
        ["DOLIBARR_PROD_API_KEY"] = "prod-reader-key",
        ["DOLIBARR_SANDBOX_URL"] = (sandbox ?? Sandbox).Address.ToString(),
        ["DOLIBARR_SANDBOX_API_KEY"] = "sandbox-agent-key",
        ["DOLIBARR_CHANGESETS"] = Path.Combine(Folder, $"changesets-{Interlocked.Increment(ref folders)}"),
    };

    public string Keep(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        if (!File.Exists(path))
        {
            File.WriteAllBytes(path, bytes);
        }
        return path;
    }

    public static IEnumerable<LoggedRequest> Writes(SimulatedDolibarr server) => server.Requests.Where(r => r.Method != "GET");

    public async ValueTask DisposeAsync()
    {
        await Prod.DisposeAsync();
        await Sandbox.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static System.Collections.Immutable.ImmutableArray<SimulatedKey> Keys(string instance) =>
        [.. new[] { "agent", "reader:read", "blind:blind", "none:none", "mute:mute" }.Select(k => k.Split(':')).Select(k => SimulatedKey.Read($"{k[0]}={instance}-{k[0]}-key{(k.Length > 1 ? ":" + k[1] : "")}", out _)!)];
}
