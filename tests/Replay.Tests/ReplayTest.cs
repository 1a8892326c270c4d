using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Settings;
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

    public async ValueTask InitializeAsync() => Two = await StartAsync();

    /// <summary>The instances that the test is about.</summary>
    protected virtual Task<TwoInstances> StartAsync() => TwoInstances.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Two.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static async Task<LoadedChangeset> LoadAsync(string path) => ((LoadResult.Good)await LoadedChangeset.LoadAsync(path, Cancel)).Loaded;

    protected ReplaySession Session(Purpose purpose, Selection? selection = null) => Session(purpose, new Silent(), selection);

    protected ReplaySession Session(Purpose purpose, IReplayProgress progress, Selection? selection = null)
    {
        var options = new SessionOptions(progress, NullLogger.Instance, TimeProvider.System, Patience);
        return ReplaySession.Open(Two.ReplayVariables(), purpose, options with { Selection = selection ?? Selection.All }) is SessionResult.Open open
            ? open.Session
            : throw new InvalidOperationException("The variables of the test are wrong.");
    }

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

    /// <summary>Plans a part of it, and confirms that part with its own code.</summary>
    protected async Task<Replayed> ReplayAsync(string path, Selection selection)
    {
        var loaded = await LoadAsync(path);
        await using var session = Session(Purpose.Confirm, selection);
        return (await session.ConfirmAsync(loaded, (await session.PlanAsync(loaded, Cancel)).Code, Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;
    }

    /// <summary>What a person does on prod by hand.</summary>
    protected async Task EnterOnProdAsync(string path, string json)
    {
        using var person = Prod.ClientOf("agent");
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        (await person.PostAsync(new Uri(path, UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
    }

    protected static async Task<string> FinishAsync(Recording.Recorder recorder) => ((Recording.EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;

    /// <summary>Leaves the ledger as a run does that died before it wrote these kinds of entries.</summary>
    protected async Task ForgetAsync(string path, params string[] kinds)
    {
        var place = new LedgerPlace.File(Path.Combine(Two.Folder, "ledger.db"));
        ImmutableArray<NewEntry> kept;
        await using (var ledger = (await Ledger.OpenToReadAsync(place, TimeProvider.System, Cancel))!)
        {
            kept = [.. (await ledger.OfAsync((await LoadAsync(path)).Changeset.Id, Cancel)).Select(entry => entry.Content).Where(entry => !kinds.Contains(entry.Kind))];
        }
        File.Delete(place.Path);
        await using var again = await Ledger.OpenAsync(place, TimeProvider.System, Cancel);
        await again.AppendAsync(kept, Cancel);
    }

    /// <summary>Plans, and confirms with the plan's own code.</summary>
    protected async Task<Replayed> ReplayAsync(string path) =>
        (await ConfirmAsync(path, (await PlanAsync(path)) is var plan && plan.Problems.IsEmpty ? plan.Code : throw new InvalidOperationException(string.Join("; ", plan.Problems)))).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;
}
