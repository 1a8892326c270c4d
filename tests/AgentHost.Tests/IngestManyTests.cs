using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Samples;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary><c>agent ingest</c> of many messages: what it prints, and what it ends with.</summary>
public sealed class IngestManyTests(Servers servers) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("inbox-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Of_a_folder_each_message_is_a_line_with_its_changeset_and_the_last_says_how_many()
    {
        await using var sandbox = await Servers.SandboxAsync();
        Put(("1.eml", Mail("F-1")), ("2.eml", Mail("F-2")), ("3.txt", [1]));

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "ingest", folder);

        ran.ExitCode.Should().Be(0, ran.Errors);
        var lines = ran.Output.Split('\n');
        lines[0].Should().StartWith("entered").And.Contain("1.eml: F-1, Hébergeur Dupont SARL").And.Contain("new-supplier").And.EndWith("changeset.json");
        lines[1].Should().StartWith("entered").And.Contain("2.eml: F-2");
        ran.Output.Should().Contain("2 messages: 2 entered.").And.Contain("1 file in").And.Contain("3.txt").And.NotContain("\r").And.NotContain("\u001b");
    }

    [Fact]
    public async Task Run_again_all_is_there_and_that_is_exit_code_0()
    {
        await using var sandbox = await Servers.SandboxAsync();
        Put(("1.eml", Mail("F-1")));
        var variables = servers.Variables(sandbox);
        await Ran.AgentAsync(variables, "ingest", folder);

        var again = await Ran.AgentAsync(variables, "ingest", folder);

        again.ExitCode.Should().Be(0, again.Errors);
        again.Output.Should().StartWith("already there").And.Contain("changeset.json").And.Contain("1 message: 1 already there.");
    }

    [Fact]
    public async Task One_that_is_refused_is_exit_code_4_and_counted_by_its_reason()
    {
        await using var sandbox = await Servers.SandboxAsync();
        Put(("1.eml", Mail("F-1")), ("2.xml", SampleXml.Of(SampleCatalogue.Hosting with { Number = "F-2", TypeCode = "384" })), ("3.eml", "Subject: x\r\n\r\nhello"u8.ToArray()));

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "ingest", folder);

        ran.ExitCode.Should().Be(4);
        ran.Output.Should().Contain("3 messages: 1 entered, 1 no invoice, 1 refused.").And.Contain("type-for-a-person 1").And.Contain("mail-without-file 1");
    }

    [Fact]
    public async Task As_JSON_each_message_is_a_line_and_so_is_the_summary()
    {
        await using var sandbox = await Servers.SandboxAsync();
        Put(("1.eml", Mail("F-1")), ("2.eml", "Subject: x\r\n\r\nhello"u8.ToArray()));

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "ingest", folder, "--json");

        var lines = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Should().HaveCount(3);
        lines[0].EnumerateObject().Select(m => m.Name).Should().Equal("message", "outcome", "parts");
        lines[0].GetProperty("parts")[0].EnumerateObject().Select(m => m.Name).Should().Equal("invoices", "outcome", "changeset", "operations", "warnings");
        lines[1].GetProperty("parts")[0].GetProperty("problems")[0].GetProperty("code").GetString().Should().Be("mail-without-file");
        lines[2].EnumerateObject().Select(m => m.Name).Should().Equal("summary", "reasons", "leftAlone", "open", "unreadable", "problems");
        lines[2].GetProperty("summary").ToString().Should().Be("""{"messages":2,"already-there":0,"entered":1,"draft":0,"no-invoice":1,"refused":0,"not-reached":0}""");
    }

    [Fact]
    public async Task A_changeset_that_was_left_open_is_named_with_what_to_do()
    {
        await using var sandbox = await Servers.SandboxAsync();
        Put(("1.eml", Mail("F-1")), ("2.eml", Mail("F-2")));
        var variables = servers.Variables(sandbox);
        var open = Path.GetDirectoryName((await Ran.AgentAsync(variables, "ingest", Path.Combine(folder, "1.eml"), "--json")).Json.GetProperty("changeset").GetString()!)!;
        var file = Path.Combine(open, "changeset.json");
        await File.WriteAllLinesAsync(file + ".tmp", (await File.ReadAllLinesAsync(file, Cancel)).Where(line => !line.Contains("\"finished\"", StringComparison.Ordinal)), Cancel);
        File.Move(file + ".tmp", file, overwrite: true);

        var ran = await Ran.AgentAsync(variables, "ingest", folder);

        ran.ExitCode.Should().Be(4, ran.Output);
        ran.Output.Should().Contain("(changeset-open)").And.Contain($"agent discard {Path.GetRelativePath(Path.GetTempPath(), file)}").And.Contain("1 entered, 1 refused");
    }

    [Fact]
    public async Task A_sandbox_that_does_not_answer_is_said_once_and_is_exit_code_1()
    {
        Put(("1.eml", Mail("F-1")), ("2.eml", Mail("F-2")));
        var variables = servers.Variables();
        variables["DOLIBARR_SANDBOX_URL"] = "http://127.0.0.1:9";

        var ran = await Ran.AgentAsync(variables, "ingest", folder);

        ran.ExitCode.Should().Be(1);
        ran.Output.Should().Contain("2 messages; 2 not reached.");
        ran.Errors.Split('\n').Count(line => line.Contains("(connection)", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task Several_paths_are_taken_in_their_order_and_one_that_leads_nowhere_stops_none()
    {
        await using var sandbox = await Servers.SandboxAsync();
        Put(("1.eml", Mail("F-1")));

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "ingest", Path.Combine(folder, "none.eml"), Path.Combine(folder, "1.eml"));

        ran.ExitCode.Should().Be(1);
        ran.Output.Should().Contain("1 message: 1 entered.");
        ran.Errors.Should().Contain("(file-missing)");
    }

    [Fact]
    public async Task Asked_to_stop_it_ends_after_the_message_it_is_at_and_the_same_command_goes_on()
    {
        await using var slow = await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = [SimulatedKey.Read("agent=sandbox-agent-key", out _)!], Latency = TimeSpan.FromMilliseconds(300) }, Cancel);
        Put(("1.eml", Mail("F-1")), ("2.eml", Mail("F-2")), ("3.eml", Mail("F-3")));
        var variables = servers.Variables(slow);

        using var process = Ran.Start(variables, "ingest", folder);
        while (!slow.Requests.Any(r => r.Method == "POST") && !process.HasExited)
        {
            await Task.Delay(5, Cancel);
        }
        // The signal that a background job does not ignore; Ctrl-C ends in the same place.
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(Cancel);
        }
        var stopped = await Ran.EndAsync(process);
        var again = await Ran.AgentAsync(variables, "ingest", folder);

        stopped.ExitCode.Should().Be(1, stopped.Errors);
        stopped.Errors.Should().Contain("it ends after this message");
        stopped.Output.Should().Contain("3 messages: 1 entered; 2 not reached.").And.Contain("Run the same command again");
        again.ExitCode.Should().Be(0, again.Errors);
        again.Output.Should().Contain("3 messages: 1 already there, 2 entered.");
        slow.Requests.Count(r => r.Method == "POST" && r.Path.EndsWith("/supplierinvoices", StringComparison.Ordinal)).Should().Be(3);
    }

    private static byte[] Mail(string number) => SampleEmail.With(SampleCatalogue.Hosting with { Number = number }).ToBytes();

    private void Put(params (string Name, byte[] Content)[] files)
    {
        foreach (var (name, content) in files)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }
    }
}
