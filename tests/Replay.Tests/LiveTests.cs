using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Recording;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Replay.Tests;

/// <summary>
/// The main job on two real Dolibarr, where there are any: DOLIBARR_LIVE_PROD_URL, DOLIBARR_LIVE_PROD_KEY (may write),
/// DOLIBARR_LIVE_SANDBOX_URL, DOLIBARR_LIVE_SANDBOX_KEY (may write). Every run enters a supplier and an invoice of its own there.
/// </summary>
public sealed class LiveTests : IDisposable
{
    private static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.4 live\n%%EOF\n");

    private readonly string folder = Directory.CreateTempSubdirectory("changesets-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task On_real_instances_the_main_job_is_recorded_replayed_once_and_verified()
    {
        var variables = Variables();
        var path = await RecordAsync(variables);
        var loaded = ((LoadResult.Good)await LoadedChangeset.LoadAsync(path, Cancel)).Loaded;
        await using var session = ((SessionResult.Open)ReplaySession.Open(variables, Purpose.Confirm, new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, ReplayTest.Patience))).Session;
        var plan = await session.PlanAsync(loaded, Cancel);
        plan.Problems.Should().BeEmpty();

        var replayed = (await session.ConfirmAsync(loaded, plan.Code, Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;

        replayed.Operations.SelectMany(o => o.Problems).Should().BeEmpty();
        replayed.Operations.Should().OnlyContain(o => o.Outcome == Outcomes.Applied);
        replayed.Differences.Should().BeEmpty();
        (await session.ConfirmAsync(loaded, plan.Code, Cancel)).Should().BeOfType<ConfirmedReplay.NothingToDo>();
        (await session.VerifyAsync(loaded, Cancel)).ExitCode.Should().Be(ExitCode.Done);
    }

    private static Dictionary<string, string?> Variables()
    {
        string Of(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : Skipped(name);
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DOLIBARR_TARGET"] = "sandbox",
            ["DOLIBARR_PROD_URL"] = Of("DOLIBARR_LIVE_PROD_URL"),
            ["DOLIBARR_PROD_API_KEY"] = Of("DOLIBARR_LIVE_PROD_KEY"),
            ["DOLIBARR_PROD_WRITE_KEY"] = Of("DOLIBARR_LIVE_PROD_KEY"),
            ["DOLIBARR_SANDBOX_URL"] = Of("DOLIBARR_LIVE_SANDBOX_URL"),
            ["DOLIBARR_SANDBOX_API_KEY"] = Of("DOLIBARR_LIVE_SANDBOX_KEY"),
        };
    }

    private static string Skipped(string name)
    {
        Assert.Skip($"{name} is not set: no real Dolibarr is at hand.");
        return "";
    }

    private async Task<string> RecordAsync(Dictionary<string, string?> variables)
    {
        variables["DOLIBARR_CHANGESETS"] = folder;
        var forAgent = variables.Where(v => v.Key != "DOLIBARR_PROD_WRITE_KEY").ToDictionary(StringComparer.Ordinal);
        var settings = ((Checked<Settings>.Valid)Settings.Read(forAgent, SettingsNeeds.Agent)).Value;
        using var recorder = ((OpenResult.Open)await Recorder.OpenAsync(settings, new RecorderOptions("test 1.0", null, NullLogger.Instance, ReplayTest.Patience), Cancel)).Recorder;
        var unique = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var pdf = recorder.AddFile("pdf", Pdf, (id, digest) => new Evidence.File { Id = id, Name = "été & co.pdf", Sha256 = digest, Size = Pdf.Length });
        foreach (var operation in TwoInstances.MainJob(pdf.Id))
        {
            var own = operation switch
            {
                Operation.Create { Resource: "thirdparty" } party => party with { Set = TwoInstances.Supplier.With("vatNumber", "FR" + unique[^11..]).With("siren", unique[^9..]).With("country", "FR") },
                Operation.Create invoice => invoice with { Set = invoice.Set.With("supplierReference", "F-" + unique).With("notePrivate", "R&D <= \"é\" 日本\nsecond line") },
                _ => operation,
            };
            TwoInstances.Done(await recorder.DoAsync(own, Cancel));
        }
        TwoInstances.Done(await recorder.DoAsync(
            new Operation.Update { Id = "", Resource = "thirdparty", On = new Reference.Created("op1"), Before = Fields.None, Set = Fields.None.With("phone", "+33 1 02 03 04 05").With("town", "L'Haÿ-les-Roses") }, Cancel));
        return ((EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
    }
}
