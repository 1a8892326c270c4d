using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>What nobody foresaw: a sentence for a person, the command's JSON for a program, the stack trace for the log alone.</summary>
public sealed class LastBoundaryTests(Servers servers)
{
    public static TheoryData<string, string> Commands => new()
    {
        { "read", "/reason/code" },
        { "ingest", "/problems/0/code" },
        { "run", "/problems/0/code" },
        { "discard", "/problems/0/code" },
        { "doctor", "/examined/0/code" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Each_command_says_it_in_its_own_JSON(string command, string code)
    {
        // No prod at all: that the shared one is never asked anything is a fact of other tests.
        var variables = servers.Variables();
        variables.Remove("DOLIBARR_PROD_URL");

        var ran = await FailedAsync(variables, [command, .. command == "doctor" ? Array.Empty<string>() : ["/no/such/file"], "--json"]);

        ran.ExitCode.Should().Be(1);
        At(ran.Json, code).Should().Be("unexpected");
    }

    [Fact]
    public async Task A_person_reads_what_happened_and_what_to_do_and_only_the_log_has_the_stack_trace()
    {
        var variables = servers.Variables();

        var ran = await FailedAsync(variables, ["ingest", "/no/such/file"], failing: int.MaxValue, inErrors: 1);

        ran.ExitCode.Should().Be(1);
        ran.Output.Should().BeEmpty();
        ran.Errors.Should().ContainAll("is a defect", "nothing needs to be taken back", Path.Combine(variables["DOLIBARR_CHANGESETS"], "logs")).And.NotContain("   at ");
        (await LogAsync(variables)).Should().Contain("   at DolibarrAgent.");
    }

    [Fact]
    public async Task A_changeset_that_is_left_open_is_named()
    {
        var variables = servers.Variables();
        var open = Changesets.ChangesetFolder.Create(variables["DOLIBARR_CHANGESETS"], Left);
        open.Save(Left);

        var ran = await FailedAsync(variables, ["ingest", "/no/such/file", "--json"]);

        At(ran.Json, "/problems/0/remedy").Should().ContainAll(open.File, "agent discard");
    }

    [Fact]
    public async Task The_program_itself_ends_so_where_its_output_cannot_be_written()
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"'{Path.Combine(Ran.Folder, "agent")}' names > /dev/full"]) { RedirectStandardError = true, WorkingDirectory = servers.Folder };
        start.Environment["DOLIBARR_CHANGESETS"] = Path.Combine(servers.Folder, "full");
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.Should().Be(1);
        errors.Should().ContainAll("agent: names: ", "IOException", "Nothing was entered or changed").And.NotContain("   at ");
    }

    private static Changesets.Changeset Left { get; } = new()
    {
        Id = Changesets.ChangesetId.New(DateTimeOffset.UnixEpoch),
        Title = "Left open",
        Recorded = new Changesets.Recorded { At = DateTimeOffset.UnixEpoch, By = "a test", On = new Changesets.RecordedOn("erp-sandbox", "22.0.4", "http://localhost/") },
    };

    /// <summary>The program, where writing its results fails the first time.</summary>
    private static async Task<Ran> FailedAsync(Dictionary<string, string> variables, string[] arguments, int failing = 1, int inErrors = int.MaxValue)
    {
        using var output = new FailingWriter(failing);
        using var errors = new FailingWriter(inErrors);
        var exit = await AgentProgram.RunAsync(arguments, new Terminal(output, errors, variables.ToDictionary(v => v.Key, v => (string?)v.Value, StringComparer.Ordinal)));
        return new Ran(exit, output.ToString(), errors.ToString());
    }

    private static async Task<string> LogAsync(Dictionary<string, string> variables) =>
        await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(variables["DOLIBARR_CHANGESETS"], "logs"), "agent-*.log").Should().ContainSingle().Subject, TestContext.Current.CancellationToken);

    private static string? At(JsonElement json, string pointer) => pointer.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(json, (at, part) => at.ValueKind == JsonValueKind.Array ? at[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : at.GetProperty(part)).GetString();

    /// <summary>Fails at one of its lines, and keeps the others.</summary>
    private sealed class FailingWriter(int line) : StringWriter
    {
        private int lines;

        public override Encoding Encoding => Encoding.UTF8;

        public override Task WriteLineAsync(string? value) => ++lines == line ? throw new InvalidOperationException("Nobody foresaw this.") : base.WriteLineAsync(value);
    }
}
