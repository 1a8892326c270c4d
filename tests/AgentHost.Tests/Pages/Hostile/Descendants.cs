using System.Collections.Concurrent;
using System.Globalization;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>
/// The processes that this one starts to read pages, and those that they start, as long as they are watched: looked at in
/// <c>/proc</c>, again and again. And the memory of this one meanwhile. What ran before belongs to other tests, as does what it starts.
/// </summary>
internal sealed class Descendants : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private static readonly string Own = OperatingSystem.IsLinux() ? File.ReadAllText("/proc/self/cmdline") : "";

    private readonly ConcurrentDictionary<Started, string> seen = new();
    private readonly CancellationTokenSource end = new();
    private readonly long before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly HashSet<Started> others;
    private readonly Task watching;
    private long most;

    public Descendants()
    {
        others = [.. Below([]).Select(one => one.Process)];
        watching = Task.Run(WatchAsync);
    }

    /// <summary>The environments of all that were seen, each variable on a line of its own.</summary>
    public IEnumerable<string> Environments => seen.Values;

    /// <summary>Bytes by which this process's heap was at most larger than at first.</summary>
    public long MostMemory => most - before;

    /// <summary>Those that still run: a process that is killed takes a moment to end, so they are given some.</summary>
    public async Task<IReadOnlyList<string>> LeftAsync()
    {
        for (var tries = 0; tries < 600 && seen.Keys.Any(IsThere); tries++)
        {
            await Task.Delay(Look);
        }
        return [.. seen.Keys.Where(IsThere).Select(process => process.Name)];
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await watching;
        end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!end.IsCancellationRequested)
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
            foreach (var one in Below(others))
            {
                // Right after its start a process still is what its parent was, with the parent's environment.
                if (EnvironmentOf(one.Process) is { Length: > 0 } variables)
                {
                    seen[one.Process] = variables;
                }
            }
            await Task.Delay(Look, end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>All that this process has started, and what they have started, without those left out and what is below them.</summary>
    private static List<Status> Below(HashSet<Started> leftOut)
    {
        var all = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => StatusOf(name!)).OfType<Status>()
            .Where(one => one.Process.Number != Environment.ProcessId && !leftOut.Contains(one.Process)).ToList();
        var (ours, found) = (new HashSet<int>([Environment.ProcessId]), true);
        while (found)
        {
            found = false;
            foreach (var one in all.Where(one => ours.Contains(one.Parent)))
            {
                found |= ours.Add(one.Process.Number);
            }
        }
        return [.. all.Where(one => ours.Contains(one.Process.Number))];
    }

    private static bool IsThere(Started process) =>
        StatusOf(process.Number.ToString(CultureInfo.InvariantCulture)) is { State: not "Z" } status && status.Process == process;

    private static string? EnvironmentOf(Started process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Number}/cmdline") == Own
                ? null
                : File.ReadAllText($"/proc/{process.Number}/environ").Replace('\0', '\n');
        }
        // It has ended meanwhile.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Status? StatusOf(string number)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{number}/stat");
            var (open, close) = (text.IndexOf('(', StringComparison.Ordinal), text.LastIndexOf(')'));
            var fields = text[(close + 2)..].Split(' ');
            return new Status(new Started(int.Parse(number, CultureInfo.InvariantCulture), fields[19], text[(open + 1)..close]), fields[0],
                int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A process, which no later one of the same number is.</summary>
    private sealed record Started(int Number, string At, string Name);

    private sealed record Status(Started Process, string State, int Parent);
}
