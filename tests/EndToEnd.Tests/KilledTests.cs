namespace DolibarrAgent.EndToEnd.Tests;

/// <summary>The replay is killed, as by a power cut, at moments spread over all the calls that it makes to prod, and run again.</summary>
public sealed class KilledTests
{
    private const int Moments = 12;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_any_moment_and_run_again_there_is_one_invoice_and_one_supplier()
    {
        await using var two = await TwoServers.StartAsync(TimeSpan.FromMilliseconds(20));
        var changeset = await two.IngestAsync();
        var code = await two.CodeAsync(changeset);
        two.Prod.Reset();
        (await Ran.ReplayAsync(two.Person, "--confirm", changeset, "--code", code)).ExitCode.Should().Be(0);
        var calls = two.Prod.Requests.Count;
        var killed = 0;
        for (var moment = 1; moment <= Moments; moment++)
        {
            // The same situation again: nothing on prod, and in the ledger only the plan, shown again.
            two.Prod.Reset();
            foreach (var file in Directory.GetFiles(two.Agent["DOLIBARR_CHANGESETS"], "ledger.db*"))
            {
                File.Delete(file);
            }
            // Nor does anybody remember the ledger that was there.
            Directory.Delete(two.State, recursive: true);
            code = await two.CodeAsync(changeset);
            two.Prod.Reset();
            killed += await KillAtAsync(two, (changeset, code), moment * calls / (Moments + 1)) ? 1 : 0;
        }
        killed.Should().BeGreaterThanOrEqualTo(10, $"of {Moments} moments");
    }

    private static async Task<bool> KillAtAsync(TwoServers two, (string Path, string Code) changeset, int call)
    {
        using var replay = Ran.Start("ReplayTool", "replay", two.Person, "--confirm", changeset.Path, "--code", changeset.Code);
        while (!replay.HasExited && two.Prod.Requests.Count < call)
        {
            await Task.Delay(1, Cancel);
        }
        // SIGKILL: nothing is flushed, nothing is told.
        replay.Kill();
        await replay.WaitForExitAsync(Cancel);

        var again = await Ran.ReplayAsync(two.Person, "--confirm", changeset.Path, "--code", changeset.Code);
        if (again.ExitCode == 4 && again.ToString().Contains("stale-code", StringComparison.Ordinal))
        {
            // A new supplier was sent and did not arrive before the kill. It may still come: the person looks first, and confirms again.
            again = await Ran.ReplayAsync(two.Person, "--confirm", changeset.Path, "--code", await two.CodeAsync(changeset.Path));
        }

        again.ExitCode.Should().Be(0, $"killed at call {call}: {again.Errors}{again.Output}");
        (await TwoServers.ListAsync(two.Prod, "supplierinvoices")).Should().ContainSingle($"killed at call {call}").Which.GetProperty("status").GetString().Should().Be("1");
        (await TwoServers.ListAsync(two.Prod, "thirdparties")).Should().ContainSingle($"killed at call {call}");
        return replay.ExitCode != 0;
    }
}
