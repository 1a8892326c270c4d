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

    /// <summary>The code of a plan that waits; the test fails with what the program said where it does not.</summary>
    internal async Task<string> CodeAsync(string changeset)
    {
        var planned = await ReplayAsync(changeset, "--json");
        return planned.ExitCode == 2 ? planned.Json.GetProperty("plan").GetProperty("code").GetString()! : throw new InvalidOperationException(Words(planned));
    }

    /// <summary>Plans and confirms it, as what a test begins with.</summary>
    internal async Task ConfirmedAsync(string changeset)
    {
        var confirmed = await ReplayAsync("--confirm", changeset, "--code", await CodeAsync(changeset));
        confirmed.ExitCode.Should().Be(0, Words(confirmed));
    }

    private static string Words(Ran ran) => $"{ran.Output}{ran.Errors}";

    /// <summary>What a program reads in its answer: the codes of its problems.</summary>
    internal static IEnumerable<string?> CodesOf(Ran ran) => ran.Json.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("code").GetString());
}
