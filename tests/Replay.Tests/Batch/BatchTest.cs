using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A test with several changesets that are planned and confirmed together.</summary>
public abstract class BatchTest : ReplayTest
{
    protected static Operation Supplier { get; } =
        new Operation.Create { Id = "", Resource = "thirdparty", Set = TwoInstances.Supplier, Keys = ["vatNumber", "siren"] };

    protected static Operation Invoice(string number) => TwoInstances.InvoiceOfDupont(number);

    protected static Operation Another(string name, string vat = "FR22424761419") => TwoInstances.Another(name, vat);

    protected static Operation Phone(string before, string after) => TwoInstances.PhoneOfDupont(before, after);

    protected Task<string> RecordAsync(params Operation[] operations) => Two.RecordAsync(operations);

    protected static async Task<ImmutableArray<LoadedChangeset>> LoadAllAsync(params string[] paths)
    {
        var all = ImmutableArray.CreateBuilder<LoadedChangeset>(paths.Length);
        foreach (var path in paths)
        {
            all.Add(await LoadAsync(path));
        }
        return all.ToImmutable();
    }

    protected async Task<BatchPlan> PlanAllAsync(params string[] paths)
    {
        await using var session = Session(Purpose.Look);
        return await session.PlanAllAsync(await LoadAllAsync(paths), Cancel);
    }

    protected async Task<BatchReplay> ConfirmAllAsync(string code, params string[] paths)
    {
        await using var session = Session(Purpose.Confirm);
        return await session.ConfirmAllAsync(await LoadAllAsync(paths), code, Cancel);
    }

    protected async Task<BatchReplay> ConfirmAllAsync(string code, IReplayProgress progress, params string[] paths)
    {
        await using var session = Session(Purpose.Confirm, progress);
        return await session.ConfirmAllAsync(await LoadAllAsync(paths), code, Cancel);
    }

    /// <summary>Plans them, and confirms with the code of that plan.</summary>
    protected async Task<BatchReplay> ReplayAllAsync(params string[] paths) =>
        await ConfirmAllAsync((await PlanAllAsync(paths)).Code, paths);

    protected async Task<ImmutableArray<LedgerEntry>> EntriesAsync(string path)
    {
        var place = new LedgerPlace.File(Path.Combine(Two.Folder, "ledger.db"));
        await using var ledger = (await Ledger.OpenToReadAsync(place, TimeProvider.System, Cancel))!;
        return await ledger.OfAsync((await LoadAsync(path)).Changeset.Id, Cancel);
    }

    /// <summary>What a person changes on prod by hand.</summary>
    protected async Task ChangeOnProdAsync(string path, string json)
    {
        using var person = Prod.ClientOf("admin");
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        (await person.PutAsync(new Uri(path, UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
    }

    protected static IEnumerable<MemberStanding> StandingsOf(BatchPlan plan) => plan.Members.Select(member => member.Standing);

    protected static IEnumerable<ExitCode> ExitsOf(BatchReplay replay) => replay.Ended.Select(one => one.ExitCode);

    protected static IEnumerable<string> CodesOf(IEnumerable<Problem> problems) => problems.Select(problem => problem.Code.Text).Distinct();
}

/// <summary>Does something just before one changeset of a batch is begun.</summary>
/// <param name="number">Which one, from 1.</param>
internal sealed class Between(int number, Action act) : IReplayProgress
{
    public void Sending(Operation operation, int attempt) { }

    public void Waiting(Operation operation, DateTimeOffset until) { }

    public void Ended(ReplayedOperation operation) { }

    public void Beginning(LoadedChangeset loaded, int which, int of)
    {
        if (which == number)
        {
            act();
        }
    }
}
