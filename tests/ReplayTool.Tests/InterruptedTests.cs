using System.Diagnostics;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.ReplayTool.Tests;

public sealed class InterruptedTests : ProgramTest
{
    [Fact]
    public async Task Stopped_by_a_person_it_says_how_to_go_on_and_the_same_command_goes_on()
    {
        await using var slow = await SimulatedDolibarr.StartAsync(
            new SimulatorOptions { Keys = [Key("reader=prod-reader-key:read"), Key("agent=prod-agent-key")], Production = true, FirstId = 7000, Latency = TimeSpan.FromMilliseconds(500) }, Cancel);
        var person = new Dictionary<string, string?>(Person) { ["DOLIBARR_PROD_URL"] = slow.Address.ToString() };
        var changeset = await Two.RecordMainJobAsync();
        var code = (await Ran.ReplayAsync(person, changeset, "--json")).Json.GetProperty("plan").GetProperty("code").GetString()!;

        using var process = Ran.Start(person, "--confirm", changeset, "--code", code);
        process.StandardInput.Close();
        while (!slow.Requests.Any(r => r.Method == "POST") && !process.HasExited)
        {
            await Task.Delay(5, Cancel);
        }
        // The signal that a background job does not ignore; Ctrl-C ends in the same place.
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(Cancel);
        }
        var stopped = await Ran.EndAsync(process);
        var again = await Ran.ReplayAsync(person, "--confirm", changeset, "--code", code);

        stopped.ExitCode.Should().Be(1, stopped.Output);
        stopped.Errors.Should().Contain("stopped").And.Contain("Run the same command again");
        again.ExitCode.Should().Be(0, again.Output + again.Errors);
        slow.Requests.Count(r => r.Method == "POST" && r.Path.EndsWith("/thirdparties", StringComparison.Ordinal) && r.Status == 200).Should().Be(1);
        slow.Requests.Count(r => r.Method == "POST" && r.Path.EndsWith("/supplierinvoices", StringComparison.Ordinal) && r.Status == 200).Should().Be(1);
    }

    private static SimulatedKey Key(string text) => SimulatedKey.Read(text, out _)!;
}
