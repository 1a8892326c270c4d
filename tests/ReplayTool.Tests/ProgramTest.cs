using DolibarrAgent.Simulator;

namespace DolibarrAgent.ReplayTool.Tests;

/// <summary>A test with two simulated instances and the program that a person runs.</summary>
public abstract class ProgramTest : IAsyncLifetime
{
    protected TwoInstances Two { get; private set; } = null!;

    protected SimulatedDolibarr Prod => Two.Prod;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected Dictionary<string, string?> Person => new(Two.ReplayVariables(), StringComparer.Ordinal) { ["DOLIBARR_SETTLE_SECONDS"] = "1" };

    protected int Writes => TwoInstances.Writes(Prod).Count();

    public async ValueTask InitializeAsync() => Two = await TwoInstances.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Two.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal Task<Ran> ReplayAsync(params string[] arguments) => Ran.ReplayAsync(Person, arguments);

    internal async Task<string> CodeAsync(string changeset) => (await ReplayAsync(changeset, "--json")).Json.GetProperty("plan").GetProperty("code").GetString()!;

    /// <summary>What a program reads in its answer: the codes of its problems.</summary>
    internal static IEnumerable<string?> CodesOf(Ran ran) => ran.Json.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("code").GetString());
}
