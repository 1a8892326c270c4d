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
