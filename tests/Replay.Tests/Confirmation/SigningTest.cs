using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Settings;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A test with two simulated instances, a gate, and people who sign.</summary>
public abstract class SigningTest : ReplayTest, IDisposable
{
    protected const string Alice = "alice@example.org";
    protected const string Bob = "bob@example.org";
    protected const string OneForAll = """{ "for": ["always"], "signers": 1 }""";
    protected const string TwoForAll = """{ "for": ["always"], "signers": 2, "of": ["alice@example.org", "bob@example.org", "carol@example.org"] }""";

    protected GateOfTest Gate { get; } = new();

    protected SetClock Clock { get; } = new();

    protected int Writes => TwoInstances.Writes(Prod).Count();

    public void Dispose()
    {
        Gate.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The main job, recorded, under a policy, with these people allowed to sign.</summary>
    protected async Task<string> RecordedAsync(string sign, params string[] people)
    {
        GateOfTest.NeedsSshKeygen();
        Gate.Policy(sign);
        foreach (var person in people)
        {
            await Gate.AllowAsync(person);
        }
        return await Two.RecordMainJobAsync();
    }

    protected async Task<string> StatementAsync(string changeset, Selection? selection = null, int? hours = null)
    {
        var path = Path.Combine(Gate.Statements, $"{Path.GetRandomFileName()}.json");
        await using var session = Judging(Purpose.Look, selection);
        var stated = await session.StateAsync(await LoadAsync(changeset), new StatementWish(path, Language.English, hours), Cancel);
        stated.Problem.Should().BeNull();
        stated.Plan.Problems.Should().BeEmpty();
        stated.Statement.Should().NotBeNull();
        return path;
    }

    protected async Task<Plan> JudgedAsync(string changeset, Selection? selection = null)
    {
        await using var session = Judging(Purpose.Look, selection);
        return await session.PlanAsync(await LoadAsync(changeset), Cancel);
    }

    protected async Task<ConfirmedReplay> ConfirmSignedAsync(string changeset, string statement, params string[] signatures) => await ConfirmSignedAsync(changeset, Selection.All, statement, signatures);

    protected async Task<ConfirmedReplay> ConfirmSignedAsync(string changeset, Selection selection, string statement, params string[] signatures)
    {
        await using var session = Judging(Purpose.Confirm, selection);
        return await session.ConfirmAsync(await LoadAsync(changeset), new SignedFiles(statement, [.. signatures]), Cancel);
    }

    /// <summary>Refused for exactly these reasons, and nothing was written by the program.</summary>
    protected void Refused(ConfirmedReplay came, params string[] codes)
    {
        came.Should().BeOfType<ConfirmedReplay.Refused>().Which.Problems.Select(p => p.Code.Text).Distinct().Should().BeEquivalentTo(codes, because: string.Join("; ", ((ConfirmedReplay.Refused)came).Problems));
        TwoInstances.Writes(Prod).Where(w => w.Key == "agent").Should().BeEmpty();
    }

    /// <summary>What the ledger holds once a replay under a statement has come to these outcomes.</summary>
    protected async Task EndedAsync(string changeset, string statement, params string[] outcomes)
    {
        var plan = await JudgedAsync(changeset);
        await using var ledger = await Ledger.OpenAsync(Place, TimeProvider.System, Cancel);
        var journal = new LedgerJournal(ledger, plan, new SessionOptions(new Silent(), NullLogger.Instance, Clock, Patience));
        await journal.ConfirmedAsync(new Signed(Digest.Of(await File.ReadAllBytesAsync(statement, Cancel)).Hex, [Alice]), Cancel);
        await ledger.AppendAsync([new NewEntry(plan.Loaded.Changeset.Id, "erp", "", EntryKind.Finished, JsonSerializer.Serialize(new FinishedBody([.. outcomes]), EntryJson.Default.FinishedBody))], Cancel);
    }

    protected LedgerPlace Place => ((Checked<LedgerPlace>.Valid)LedgerPlace.Read("the test", Path.Combine(Two.Folder, "ledger.db"))).Value;

    internal ReplaySession Judging(Purpose purpose, Selection? selection = null, Action<Step>? at = null)
    {
        var variables = new Dictionary<string, string?>(Two.ReplayVariables(), StringComparer.Ordinal) { ["DOLIBARR_GATE"] = Gate.Folder };
        var options = new SessionOptions(new Silent(), NullLogger.Instance, Clock, Patience) { Selection = selection ?? Selection.All, AtStep = at ?? (_ => { }) };
        return ((SessionResult.Open)ReplaySession.Open(variables, purpose, options)).Session;
    }
}

/// <summary>A clock that a test puts forward.</summary>
public sealed class SetClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
