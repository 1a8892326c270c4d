using System.Globalization;

namespace DolibarrAgent.Benchmarks;

/// <summary>
/// Two real Dolibarr, named by the variables of the live tests. They cannot be made fresh, so every run has a job of its
/// own: suppliers and invoices that stay there afterwards.
/// </summary>
internal sealed class LiveGround(IReadOnlyDictionary<string, string?> variables, (int Invoices, int FileSize) size, string folder) : IGround
{
    private static readonly string[] Needed = ["DOLIBARR_LIVE_PROD_URL", "DOLIBARR_LIVE_PROD_KEY", "DOLIBARR_LIVE_SANDBOX_URL", "DOLIBARR_LIVE_SANDBOX_KEY"];

    private readonly long begun = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
    private int runs;

    public IReadOnlyList<string> Facts =>
    [
        $"prod: the real Dolibarr at {variables["DOLIBARR_LIVE_PROD_URL"]}; sandbox: the one at {variables["DOLIBARR_LIVE_SANDBOX_URL"]}",
        "every run enters suppliers and invoices of its own there, for good; requests are counted as they leave this process",
    ];

    /// <summary>Why it cannot be used; null where it can.</summary>
    public static string? Missing(IReadOnlyDictionary<string, string?> variables) =>
        Needed.Where(name => variables.GetValueOrDefault(name) is not { Length: > 0 }).ToList() is [_, ..] missing
            ? $"--live needs {string.Join(", ", missing)}: the root and a key that may write, of two instances that are not real books."
            : null;

    public Task PrepareAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task<Stage> ForFloorAsync(CancellationToken cancel)
    {
        var (job, target) = Next();
        return Task.FromResult(new Stage(job, $"BENCHFLOOR{job.Tag}", target, null));
    }

    public async Task<Stage> ForReplayAsync(CancellationToken cancel)
    {
        var (job, target) = Next();
        var loaded = await Product.LoadAsync(await Product.RecordAsync(target, job, cancel), cancel);
        return new Stage(job, loaded.Changeset.Id, target, loaded);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private (Job Job, Target Target) Next()
    {
        runs++;
        var tag = string.Create(CultureInfo.InvariantCulture, $"L{begun}R{runs}");
        var job = Job.Of(size.Invoices, tag, (int)((begun + runs) % 1_000_000), size.FileSize);
        var key = variables["DOLIBARR_LIVE_PROD_KEY"]!;
        return (job, new Target(
            new Server(new Uri(variables["DOLIBARR_LIVE_PROD_URL"]!), key), key,
            new Server(new Uri(variables["DOLIBARR_LIVE_SANDBOX_URL"]!), variables["DOLIBARR_LIVE_SANDBOX_KEY"]!),
            folder, Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"ledger-{runs}.db"))));
    }
}
