using System.Text;
using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Recording;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Campaign.Tests;

/// <summary>A prod and a sandbox with one recorded changeset. Prod is set back to its beginning for every history.</summary>
internal sealed class Stage : IAsyncDisposable
{
    // Waiting takes no time on the clock of patience; the calls themselves run on the real one. Short where calls get
    // lost on purpose; elsewhere a busy machine must not look like a server that does not answer.
    private static readonly HttpLimits ShortLimits = new()
    {
        Write = TimeSpan.FromMilliseconds(250),
        ReadTry = TimeSpan.FromMilliseconds(250),
        RetryDelay = TimeSpan.FromMilliseconds(1),
        LongestRetryDelay = TimeSpan.FromMilliseconds(1),
        Outage = TimeSpan.FromMilliseconds(3),
        OutagePause = TimeSpan.FromMilliseconds(1),
        LargestAnswer = 1024 * 1024,
    };

    private static readonly HttpLimits Limits = ShortLimits with { Write = TimeSpan.FromSeconds(30), ReadTry = TimeSpan.FromSeconds(30) };

    private readonly LeapingClock clock = new();
    private readonly TwoInstances two;
    private readonly string ledgers;
    private SimulatedState beginning = null!;
    private int histories;

    private Stage(TwoInstances two)
    {
        this.two = two;
        // The ledger is synchronised to the disk at every entry; what a campaign asks of it is its content.
        ledgers = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"campaign-{Guid.NewGuid():N}");
        Directory.CreateDirectory(ledgers);
    }

    public SimulatedDolibarr Prod => two.Prod;

    public LoadedChangeset Loaded { get; private set; } = null!;

    private string Ledger => Path.Combine(ledgers, $"{histories}.db");

    public static async Task<Stage> OpenAsync(Func<Recorder, CancellationToken, Task> record, CancellationToken cancel)
    {
        var stage = new Stage(await TwoInstances.StartAsync());
        await EnterAsync(stage.two.Sandbox, HttpMethod.Post, "thirdparties", Job.Known);
        await EnterAsync(stage.Prod, HttpMethod.Post, "thirdparties", Job.Known);
        await EnterAsync(stage.two.Sandbox, HttpMethod.Post, "products", Job.KnownProduct);
        await EnterAsync(stage.Prod, HttpMethod.Post, "products", Job.KnownProduct);
        foreach (var sample in ResourceSample.All.Where(sample => sample.There is not null))
        {
            await EnterAsync(stage.two.Sandbox, HttpMethod.Post, sample.Description.Api!.Route, sample.There!);
            await EnterAsync(stage.Prod, HttpMethod.Post, sample.Description.Api!.Route, sample.There!);
        }
        await stage.RecordAsync(Job.RecordEarlierAsync, cancel);
        if (await stage.ReplayAsync(new Death(0), cancel) is not Came.Through { Replay: ConfirmedReplay.Done { Replayed.ExitCode: ExitCode.Done } })
        {
            throw new InvalidOperationException("What was there before could not be replayed.");
        }
        await stage.RecordAsync(record, cancel);
        stage.beginning = stage.Prod.Remember();
        return stage;
    }

    private async Task RecordAsync(Func<Recorder, CancellationToken, Task> record, CancellationToken cancel)
    {
        using var recorder = await two.RecorderAsync();
        await record(recorder, cancel);
        var path = ((EndResult.Ended)await recorder.FinishAsync(cancel)).Path;
        Loaded = ((LoadResult.Good)await LoadedChangeset.LoadAsync(path, cancel)).Loaded;
    }

    /// <summary>Prod as it was before any replay, and a ledger that knows nothing.</summary>
    public void Begin()
    {
        File.Delete(Ledger);
        histories++;
        Prod.Faults = FaultPlan.None;
        Prod.Restore(beginning);
        two.Sandbox.ForgetRequests();
    }

    /// <summary>What there is now, for several histories that begin alike.</summary>
    public Halfway Remember()
    {
        var ledger = Path.Combine(ledgers, "halfway.db");
        CopyLedger(Ledger, ledger);
        return new Halfway(Prod.Remember(), ledger, Prod.Requests.Count(r => r.Method != "GET"), Prod.Effects.Count);
    }

    /// <summary>Prod and the ledger as they were then.</summary>
    public void Begin(Halfway halfway)
    {
        Begin();
        Prod.Restore(halfway.Prod);
        CopyLedger(halfway.Ledger, Ledger);
    }

    private static void CopyLedger(string from, string to)
    {
        foreach (var part in new[] { "", "-wal" })
        {
            File.Delete(to + part);
            if (File.Exists(from + part))
            {
                File.Copy(from + part, to + part);
            }
        }
    }

    /// <summary>One run of <c>replay --confirm</c>, with the code of a plan made just before it.</summary>
    public Task<Came> ReplayAsync(Death death, CancellationToken cancel) => ReplayAsync(death, isAfterRestore: false, cancel);

    /// <summary>The same, where a person may say that prod was restored from a backup.</summary>
    public async Task<Came> ReplayAsync(Death death, bool isAfterRestore, CancellationToken cancel)
    {
        try
        {
            var options = new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, new Patience(TimeSpan.FromSeconds(35), TimeSpan.FromSeconds(1), clock)) { AtStep = death.At, FewestInPart = 2, AgainAfterRestore = isAfterRestore, Limits = Prod.Faults == FaultPlan.None ? Limits : ShortLimits };
            await using var session = ((SessionResult.Open)ReplaySession.Open(Variables(), Purpose.Confirm, options)).Session;
            var plan = await session.PlanAsync(Loaded, cancel);
            // Where prod could not be read, on a machine that is busy as a whole for instance, a person plans again.
            plan = plan.ExitCode == ExitCode.Error ? await session.PlanAsync(Loaded, cancel) : plan;
            return new Came.Through(await session.ConfirmAsync(Loaded, plan.Code, cancel));
        }
        catch (DiedException)
        {
            return new Came.Dead();
        }
    }

    /// <summary>Prod is restored from a backup that is older than every replay; the ledger is not.</summary>
    public void RestoreProd() => Prod.Restore(beginning);

    /// <summary>Whether the chain of the ledger holds.</summary>
    public async Task<bool> ChainHoldsAsync(CancellationToken cancel) =>
        await History.ReadAsync(Variables(), Loaded.Changeset.Id, TimeProvider.System, cancel) is HistoryResult.Good { History: { FirstBroken: null } };

    /// <summary>What a person does on prod by hand.</summary>
    public Task<JsonNode?> ByHandAsync(HttpMethod method, string path, string json = "{}") => EnterAsync(Prod, method, path, json);

    /// <summary>What prod holds that matters, without the numbers of its own: the same for every order in which it came about.</summary>
    public async Task<string> PictureAsync(CancellationToken cancel)
    {
        using var client = Prod.ClientOf("reader");
        var picture = new StringBuilder();
        var parties = await ListAsync(client, "thirdparties?limit=0", cancel);
        var names = parties.ToDictionary(p => Text(p, "id"), p => Text(p, "name"));
        foreach (var party in parties.Select(p => $"{Marker(p)} {Text(p, "name")} {Text(p, "name_alias")} {Text(p, "tva_intra")} {Text(p, "phone")} {Text(p, "email")}").Order(StringComparer.Ordinal))
        {
            picture.AppendLine(party);
        }
        foreach (var invoice in (await ListAsync(client, "supplierinvoices?limit=0", cancel)).OrderBy(i => Text(i, "ref_supplier"), StringComparer.Ordinal))
        {
            var files = (await ListAsync(client, $"documents?modulepart=supplier_invoice&id={Text(invoice, "id")}", cancel)).Select(f => $"{Text(f, "relativename")}={Text(f, "label")}").Order(StringComparer.Ordinal);
            var lines = invoice["lines"]!.AsArray().Select(l => $"{Text(l!, "desc")} {Text(l!, "qty")} {Text(l!, "total_ht")}");
            picture.AppendLine($"{Marker(invoice)} {Text(invoice, "ref_supplier")} {names.GetValueOrDefault(Text(invoice, "socid"))} {Text(invoice, "label")} {Text(invoice, "status")} {Text(invoice, "total_ttc")} [{string.Join(", ", lines)}] [{string.Join(", ", files)}]");
        }
        foreach (var sample in ResourceSample.All)
        {
            var wires = sample.Description.Fields.All.Where(field => field.Type != FieldType.Reference && !field.Drawn).Select(field => field.Wire).ToList();
            foreach (var one in (await ListAsync(client, $"{sample.Description.Api!.Route}?limit=0", cancel)).Select(one => $"{Marker(one)} {string.Join(' ', wires.Select(wire => Text(one, wire)))}").Order(StringComparer.Ordinal))
            {
                picture.AppendLine(one);
            }
        }
        foreach (var product in await ListAsync(client, "products?limit=0", cancel))
        {
            var prices = (await ListAsync(client, $"products/{Text(product, "id")}/purchase_prices", cancel)).Select(price =>
                $"{names.GetValueOrDefault(Text(price, "fourn_id"))} {Text(price, "fourn_ref")} {Text(price, "fourn_unitprice")}");
            picture.AppendLine($"{Text(product, "ref")}: {string.Join(", ", prices.Order(StringComparer.Ordinal))}");
        }
        foreach (var category in await ListAsync(client, "categories?limit=0", cancel))
        {
            var suppliers = (await ListAsync(client, $"categories/{Text(category, "id")}/objects?type=supplier&onlyids=1", cancel))
                .Select(id => names.GetValueOrDefault(id.ToString())).Order(StringComparer.Ordinal);
            picture.AppendLine($"{Text(category, "label")}: {string.Join(", ", suppliers)}");
        }
        return picture.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await two.DisposeAsync();
        Directory.Delete(ledgers, recursive: true);
    }

    private Dictionary<string, string?> Variables() => new(two.ReplayVariables(), StringComparer.Ordinal) { ["DOLIBARR_LEDGER"] = Ledger };

    private static async Task<JsonNode?> EnterAsync(SimulatedDolibarr instance, HttpMethod method, string path, string json)
    {
        using var person = instance.ClientOf("admin");
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        using var answer = await person.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text) : null;
    }

    private static async Task<IReadOnlyList<JsonNode>> ListAsync(HttpClient client, string path, CancellationToken cancel)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancel);
        return answer.IsSuccessStatusCode && JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel)) is JsonArray list ? [.. list.Select(item => item!)] : [];
    }

    // Each stage records changesets of its own; the operation is what they share.
    private static string Marker(JsonNode item) => Text(item, "ref_ext").Split('/')[^1];

    private static string Text(JsonNode item, string member) => item[member]?.ToString() ?? "";

    private sealed class Silent : IReplayProgress
    {
        public void Sending(Operation operation, int attempt) { }

        public void Waiting(Operation operation, DateTimeOffset until) { }

        public void Ended(ReplayedOperation operation) { }
    }
}

/// <summary>Where a run had come when its process died. It is gone with the next that its stage remembers.</summary>
/// <param name="Ledger">The file that holds what the ledger held.</param>
/// <param name="Writes">How many writes had reached prod.</param>
/// <param name="Effects">How many of them had taken effect.</param>
internal sealed record Halfway(SimulatedState Prod, string Ledger, int Writes, int Effects);

/// <summary>How a run of a replay came out. Closed.</summary>
internal abstract record Came
{
    private Came() { }

    /// <summary>The process died.</summary>
    public sealed record Dead : Came;

    public sealed record Through(ConfirmedReplay Replay) : Came;
}
