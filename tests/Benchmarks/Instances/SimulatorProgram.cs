using System.Diagnostics;
using System.Globalization;

namespace DolibarrAgent.Benchmarks;

/// <summary>A simulator without latency in a process of its own, so that what this process spends is the product's alone.</summary>
internal sealed class SimulatorProgram : IDisposable
{
    private const long FirstProdId = 5000;

    private readonly Process process;

    private SimulatorProgram(Process process, Server server, string readerKey) => (this.process, Server, ReaderKey) = (process, server, readerKey);

    public Server Server { get; }

    public string ReaderKey { get; }

    public static Task<SimulatorProgram> ProdAsync(CancellationToken cancel) =>
        StartAsync("prod", ["--production", "--first-id", FirstProdId.ToString(CultureInfo.InvariantCulture)], cancel);

    public static Task<SimulatorProgram> SandboxAsync(CancellationToken cancel) => StartAsync("sandbox", [], cancel);

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<SimulatorProgram> StartAsync(string name, string[] more, CancellationToken cancel)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "simulator.exe" : "simulator");
        string[] arguments = ["--urls", "http://127.0.0.1:0", "--key", $"agent={name}-agent-key", "--key", $"reader={name}-reader-key:read", .. more];
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })
            ?? throw new BenchmarkException($"{program} could not be started.");
        var line = await process.StandardOutput.ReadLineAsync(cancel) ?? throw new BenchmarkException($"The simulator of {name} ended before it listened.");
        var address = line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
        return new SimulatorProgram(process, new Server(new Uri(address), $"{name}-agent-key"), $"{name}-reader-key");
    }
}
