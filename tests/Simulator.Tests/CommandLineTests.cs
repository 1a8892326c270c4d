using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DolibarrAgent.Simulator.Tests;

/// <summary>The program <c>simulator</c> as it is started by a person.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task It_says_where_it_listens_answers_there_logs_and_ends_on_a_signal()
    {
        var log = Path.Combine(Path.GetTempPath(), $"simulator-{Guid.NewGuid():N}.jsonl");
        using var program = Start("--urls", "http://127.0.0.1:0", "--key", "agent=SECRET1", "--production", "--log", log);
        try
        {
            var line = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            line.Should().MatchRegex(@"^simulator: Dolibarr 22\.0\.4 at http://127\.0\.0\.1:\d+ \(production\)$");
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Add("DOLAPIKEY", "SECRET1");
            using var answer = await client.GetAsync(new Uri(line!.Split(' ')[4] + "/api/index.php/status"), TestContext.Current.CancellationToken);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            var logged = await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken);
            logged.Should().Contain("/api/index.php/status").And.NotContain("SECRET1");

            using var kill = Process.Start("kill", $"-TERM {program.Id}");
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
            program.ExitCode.Should().Be(0);
        }
        finally
        {
            End(program);
            File.Delete(log);
        }
    }

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("--key", "agent=SECRET1")]
    [InlineData("--urls", "here", "--key", "agent=SECRET1")]
    [InlineData("--urls", "http://127.0.0.1:0", "--key", "SECRET1")]
    [InlineData("--urls", "http://127.0.0.1:0", "--key", "agent=SECRET1:unheard")]
    [InlineData("--urls", "http://127.0.0.1:0", "--key", "agent=SECRET1", "--key", "reader=SECRET1:read")]
    [InlineData("--urls", "http://127.0.0.1:0", "--key", "agent=SECRET1", "--rounding", "up")]
    [InlineData("--urls", "http://127.0.0.1:0", "--key", "agent=SECRET1", "--first-id", "x")]
    [InlineData("--urls", "http://127.0.0.1:0", "--key", "agent=SECRET1", "--nonsense")]
    public async Task Bad_arguments_get_one_clear_line_without_the_key_and_exit_4(params string[] arguments)
    {
        var (exit, output, errors) = await RunAsync(arguments);
        exit.Should().Be(4);
        output.Should().BeEmpty();
        errors.TrimEnd().Should().StartWith("simulator: ").And.NotContain("\n").And.NotContain("SECRET1");
    }

    [Theory]
    [InlineData("--fault", "write:0=lost")]
    [InlineData("--fault", "write:1")]
    [InlineData("--fault", "delete:1=lost")]
    [InlineData("--fault", "write:1=gone")]
    [InlineData("--fault", "write:1=lost:5")]
    [InlineData("--fault", "write:1=unavailable:soon")]
    [InlineData("--fault", "write:1=redirect-302")]
    [InlineData("--fault", "write:1=redirect-302:there")]
    [InlineData("--fault", "write:1=close-then-effect-after:0")]
    [InlineData("--fault-seed", "42")]
    [InlineData("--fault-rate", "0.05")]
    [InlineData("--fault-seed", "x", "--fault-rate", "0.05")]
    [InlineData("--fault-seed", "42", "--fault-rate", "often")]
    [InlineData("--fault-kind", "lost")]
    [InlineData("--fault-seed", "42", "--fault-rate", "1.5")]
    [InlineData("--fault-seed", "42", "--fault-rate", "1", "--fault-kind", "gone")]
    public async Task Bad_faults_get_one_clear_line_that_names_them_and_exit_4(params string[] arguments)
    {
        await using var errors = new StringWriter();
        (await SimulatorCommand.RunAsync(["--urls", "http://127.0.0.1:0", "--key", "agent=SECRET1", .. arguments], TextWriter.Null, errors)).Should().Be(4);
        errors.ToString().TrimEnd().Should().StartWith("simulator: ").And.NotContain("\n").And.Contain("fault").And.NotContain("SECRET1").And.NotContain("System.");
    }

    [Fact]
    public async Task Calls_go_wrong_as_the_arguments_say()
    {
        using var program = Start(
            "--urls", "http://127.0.0.1:0", "--key", "agent=SECRET1", "--fault", "request:1=unavailable", "--fault", "read:2=redirect-307:http://other.example/",
            "--fault-seed", "42", "--fault-rate", "1", "--fault-kind", "too-many-requests:7");
        try
        {
            var line = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            var statuses = new List<int>();
            for (var call = 0; call < 3; call++)
            {
                using var answer = await client.GetAsync(new Uri(line!.Split(' ')[4] + "/api/index.php/status"), TestContext.Current.CancellationToken);
                statuses.Add((int)answer.StatusCode);
            }

            statuses.Should().Equal(503, 307, 429);
        }
        finally
        {
            End(program);
        }
    }

    [Fact]
    public async Task The_company_is_the_one_that_the_arguments_name()
    {
        using var program = Start("--urls", "http://127.0.0.1:0", "--key", "agent=SECRET1", "--company", "ACME SARL", "--company-siren", "303265045", "--company-vat", "FR40303265045", "--company-reader", "agent");
        try
        {
            var line = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Add("DOLAPIKEY", "SECRET1");
            var company = await client.GetStringAsync(new Uri(line!.Split(' ')[4] + "/api/index.php/setup/company"), TestContext.Current.CancellationToken);
            company.Should().Contain("\"ACME SARL\"").And.Contain("\"303265045\"").And.Contain("\"FR40303265045\"");
        }
        finally
        {
            End(program);
        }
    }

    [Fact]
    public async Task The_help_lists_every_fault()
    {
        var (exit, output, _) = await RunAsync("--help");
        exit.Should().Be(0);
        foreach (var fault in FaultText.All.Split(", "))
        {
            string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Should().Contain(fault);
        }
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("effect-then-close")]
    [InlineData("effect-then-reset")]
    [InlineData("effect-then-late")]
    [InlineData("effect-then-late:2000")]
    [InlineData("effect-then-500")]
    [InlineData("half-then-500")]
    [InlineData("database-down")]
    [InlineData("key-unread")]
    [InlineData("effect-then-html")]
    [InlineData("effect-then-truncated")]
    [InlineData("effect-then-endless")]
    [InlineData("close-then-effect")]
    [InlineData("close-then-effect:2000")]
    [InlineData("close-then-effect-after:3")]
    [InlineData("too-many-requests")]
    [InlineData("unavailable:30")]
    [InlineData("proxy-unavailable:30")]
    [InlineData("redirect-308:https://other.example/x")]
    public void A_fault_is_written_in_the_log_as_on_the_command_line(string text) =>
        FaultText.Read(text, out _)!.ToString().Should().Be(text);

    [Fact]
    public async Task A_port_in_use_is_told_and_exit_1()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (exit, _, errors) = await RunAsync("--urls", $"http://{other.LocalEndpoint}", "--key", "agent=SECRET1");
        exit.Should().Be(1);
        errors.TrimEnd().Should().StartWith($"simulator: cannot listen at http://{other.LocalEndpoint}").And.NotContain("\n");
    }

    [Theory]
    [InlineData("agent=K", "agent", Rights.Writer)]
    [InlineData("r=K:read", "r", Rights.Reader)]
    [InlineData("n=K:none", "n", Rights.EditOwnUser)]
    public void A_key_is_a_name_a_value_and_perhaps_a_kind(string text, string name, Rights rights) =>
        SimulatedKey.Read(text, out _).Should().Be(new SimulatedKey(name, "K", rights));

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var program = Start(arguments);
        try
        {
            var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (program.ExitCode, await output, await errors);
        }
        finally
        {
            End(program);
        }
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "simulator.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static void End(Process program)
    {
        if (!program.HasExited)
        {
            program.Kill();
        }
    }
}
