using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.ReplayTool.Tests;

/// <summary>Several people replay one changeset at once, each with a program of their own, on a prod that takes its time.</summary>
public abstract class OneAtATimeTests : ProgramTest
{
    [Fact]
    public async Task Of_two_at_once_one_works_and_the_other_is_told_who_does_and_since_when()
    {
        await using var slow = await SlowAsync();
        var (person, changeset, code) = await ConfirmableAsync(slow);

        using var first = Confirm(person, changeset, code);
        using var second = Confirm(person, changeset, code);
        var (one, other) = (await Ran.EndAsync(first), await Ran.EndAsync(second));

        var (worked, refused) = one.ExitCode == 0 ? ((Ran: one, Process: first), other) : ((Ran: other, Process: second), one);
        worked.Ran.ExitCode.Should().Be(0, worked.Ran.Errors + refused.Errors);
        refused.ExitCode.Should().Be(4, refused.Errors);
        var words = Regex.Replace(refused.Errors, @"\s+", " ");
        words.Should().MatchRegex(
            $"Another replay of this changeset on erp is under way: {Regex.Escape(Environment.UserName)}@[^ ]+ \\(process {worked.Process.Id.ToString(CultureInfo.InvariantCulture)}\\), since \\d{{4}}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC\\.");
        OneOfEach(slow);
    }

    [Fact]
    public async Task Of_eight_at_once_one_works()
    {
        await using var slow = await SlowAsync();
        var (person, changeset, code) = await ConfirmableAsync(slow);

        var processes = Enumerable.Range(0, 8).Select(_ => Confirm(person, changeset, code)).ToList();
        var ran = await Task.WhenAll(processes.Select(Ran.EndAsync));
        processes.ForEach(process => process.Dispose());

        ran.Should().OnlyContain(r => r.ExitCode == 0 || r.ExitCode == 4);
        ran.Should().Contain(r => r.ExitCode == 0);
        OneOfEach(slow);
        (await Ran.ReplayAsync(person, "history", "--verify")).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task One_that_is_killed_leaves_the_way_free_to_the_next()
    {
        await using var slow = await SlowAsync();
        var (person, changeset, code) = await ConfirmableAsync(slow);
        using var killed = Confirm(person, changeset, code);
        while (!slow.Requests.Any(r => r.Method == "POST") && !killed.HasExited)
        {
            await Task.Delay(5, Cancel);
        }
        // SIGKILL: it can give nothing back.
        killed.Kill();
        await killed.WaitForExitAsync(Cancel);
        killed.ExitCode.Should().NotBe(0);

        var next = await Ran.ReplayAsync(person, "--confirm", changeset, "--code", code);

        next.ExitCode.Should().Be(0, next.Output + next.Errors);
        OneOfEach(slow);
        (await Ran.ReplayAsync(person, "history", "--verify")).ExitCode.Should().Be(0);
    }

    /// <summary>What names the ledger.</summary>
    protected abstract Task<string> LedgerAsync();

    private async Task<(Dictionary<string, string?> Person, string Changeset, string Code)> ConfirmableAsync(SimulatedDolibarr slow)
    {
        var person = new Dictionary<string, string?>(Person) { ["DOLIBARR_PROD_URL"] = slow.Address.ToString(), ["DOLIBARR_LEDGER"] = await LedgerAsync() };
        var changeset = await Two.RecordMainJobAsync();
        var planned = await Ran.ReplayAsync(person, changeset, "--json");
        return (person, changeset, planned.Json.GetProperty("plan").GetProperty("code").GetString()!);
    }

    private static Process Confirm(Dictionary<string, string?> person, string changeset, string code)
    {
        var process = Ran.Start(person, "--confirm", changeset, "--code", code);
        process.StandardInput.Close();
        return process;
    }

    private static void OneOfEach(SimulatedDolibarr prod)
    {
        foreach (var made in new[] { "/thirdparties", "/supplierinvoices", "/documents/upload", "/validate" })
        {
            prod.Requests.Count(r => r.Method == "POST" && r.Path.EndsWith(made, StringComparison.Ordinal) && r.Status == 200).Should().Be(1, made);
        }
    }

    private static Task<SimulatedDolibarr> SlowAsync() => SimulatedDolibarr.StartAsync(
        new SimulatorOptions { Keys = [Key("reader=prod-reader-key:read"), Key("agent=prod-agent-key")], Production = true, FirstId = 7000, Latency = TimeSpan.FromMilliseconds(200) }, Cancel);

    private static SimulatedKey Key(string text) => SimulatedKey.Read(text, out _)!;
}

public sealed class OneAtATimeInSqliteTests : OneAtATimeTests
{
    protected override Task<string> LedgerAsync() => Task.FromResult(Path.Combine(Two.Folder, "shared.db"));
}

public sealed class OneAtATimeInPostgresTests : OneAtATimeTests, IAsyncDisposable
{
    private PostgresDatabase? database;

    protected override async Task<string> LedgerAsync() => (database = await PostgresDatabase.MakeAsync()).Url;

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }
}
