using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace DolibarrAgent.Demo;

/// <summary>A simulated Dolibarr, running as a program of its own until it is disposed of.</summary>
internal sealed class SimulatedInstance : IDisposable
{
    private readonly Process process;

    private SimulatedInstance(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <param name="firstId">Where its ids begin: the two instances must not agree on any.</param>
    /// <param name="more">Further arguments.</param>
    public static async Task<SimulatedInstance> StartAsync(string name, long firstId, params string[] more)
    {
        string[] arguments =
        [
            "--urls", "http://127.0.0.1:0", "--first-id", firstId.ToString(CultureInfo.InvariantCulture),
            "--key", $"agent={name}-agent-key", "--key", $"reader={name}-reader-key:read", .. more,
        ];
        var process = ChildProgram.Simulator.Start(new Dictionary<string, string>(), arguments, redirect: true);
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The simulator for {name} ended before it listened.");
        var address = line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
        return new SimulatedInstance(process, new Uri(address));
    }

    /// <summary>How many calls it got other than GET.</summary>
    public async Task<int> WritesAsync()
    {
        using var http = new HttpClient();
        using var log = JsonDocument.Parse(await http.GetStringAsync(new Uri(Address, "/simulator/log")));
        return log.RootElement.EnumerateArray().Count(call => call.GetProperty("method").GetString() != "GET");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
