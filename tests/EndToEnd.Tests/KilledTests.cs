namespace DolibarrAgent.EndToEnd.Tests;

/// <summary>The replay is killed, as by a power cut, at every call that it makes to prod in turn, and run again.</summary>
public sealed class KilledTests
{
    /// <summary>The calls of a whole replay of the sample are more; a moment behind the last is a replay that was not killed.</summary>
    private const int Moments = 30;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_any_moment_and_run_again_there_is_one_invoice_and_one_supplier()
    {
        var killed = 0;
        for (var moment = 1; moment <= Moments; moment++)
        {
            killed += await KillAtAsync(moment) ? 1 : 0;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"killed at {killed} moments");
        killed.Should().BeGreaterThanOrEqualTo(10);
    }

    private static async Task<bool> KillAtAsync(int moment)
    {
        await using var two = await TwoServers.StartAsync(TimeSpan.FromMilliseconds(20));
        var changeset = await two.IngestAsync();
        var code = await two.CodeAsync(changeset);
        var before = two.Prod.Requests.Count;
        using var replay = Ran.Start("ReplayTool", "replay", two.Person, "--confirm", changeset, "--code", code);
        while (!replay.HasExited && two.Prod.Requests.Count < before + moment)
        {
            await Task.Delay(1, Cancel);
        }
        // SIGKILL: nothing is flushed, nothing is told.
        replay.Kill();
        await replay.WaitForExitAsync(Cancel);
        var cut = replay.ExitCode != 0;

        var again = await Ran.ReplayAsync(two.Person, "--confirm", changeset, "--code", code);

        again.ExitCode.Should().Be(0, $"killed at call {moment}: {again.Errors}{again.Output}");
        (await TwoServers.ListAsync(two.Prod, "supplierinvoices")).Should().ContainSingle($"killed at call {moment}").Which.GetProperty("status").GetString().Should().Be("1");
        (await TwoServers.ListAsync(two.Prod, "thirdparties")).Should().ContainSingle($"killed at call {moment}");
        return cut;
    }
}
