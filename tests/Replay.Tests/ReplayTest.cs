using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A test with two simulated instances and what a person does with a changeset on them.</summary>
public abstract class ReplayTest : IAsyncLifetime
{
    internal static readonly Patience Patience = new(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(20), TimeProvider.System);

    protected TwoInstances Two { get; private set; } = null!;

    protected SimulatedDolibarr Prod => Two.Prod;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Two = await TwoInstances.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Two.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static async Task<LoadedChangeset> LoadAsync(string path) => ((LoadResult.Good)await LoadedChangeset.LoadAsync(path, Cancel)).Loaded;

    protected ReplaySession Session(Purpose purpose) =>
        ReplaySession.Open(Two.ReplayVariables(), purpose, new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, Patience)) is SessionResult.Open open
            ? open.Session
            : throw new InvalidOperationException("The variables of the test are wrong.");

    protected async Task<Plan> PlanAsync(string path)
    {
        await using var session = Session(Purpose.Look);
        return await session.PlanAsync(await LoadAsync(path), Cancel);
    }

    protected async Task<ConfirmedReplay> ConfirmAsync(string path, string code)
    {
        await using var session = Session(Purpose.Confirm);
        return await session.ConfirmAsync(await LoadAsync(path), code, Cancel);
    }

    /// <summary>Plans, and confirms with the plan's own code.</summary>
    protected async Task<Replayed> ReplayAsync(string path) =>
        (await ConfirmAsync(path, (await PlanAsync(path)).Code)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;
}
