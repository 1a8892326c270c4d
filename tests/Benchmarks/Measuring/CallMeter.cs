using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace DolibarrAgent.Benchmarks;

/// <summary>One call that left this process, measured by the platform: to the answer's headers.</summary>
internal readonly record struct Call(string Host, bool IsWrite, TimeSpan Took)
{
    public bool WentTo(Uri server) => Host == HostOf(server.Host, server.Port);

    public static string HostOf(string name, int port) => string.Create(CultureInfo.InvariantCulture, $"{name}:{port}");
}

/// <summary>Counts and times every HTTP call of this process by where it went, without a place in the product's own pipeline.</summary>
internal sealed class CallMeter : IDisposable
{
    private readonly ConcurrentQueue<Call> calls = new();
    private readonly MeterListener listener = new();

    public CallMeter()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Add(seconds, tags));
        listener.Start();
    }

    /// <summary>All since the last time that they were taken.</summary>
    public IReadOnlyList<Call> Take()
    {
        var taken = new List<Call>();
        while (calls.TryDequeue(out var next))
        {
            taken.Add(next);
        }
        return taken;
    }

    public void Dispose() => listener.Dispose();

    private void Add(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (address, port, scheme, method) = ("", 0, "", "");
        foreach (var (name, value) in tags)
        {
            switch (name)
            {
                case "server.address":
                    address = (string)value!;
                    break;
                case "server.port":
                    port = (int)value!;
                    break;
                case "url.scheme":
                    scheme = (string)value!;
                    break;
                case "http.request.method":
                    method = (string)value!;
                    break;
            }
        }
        // A scheme's own port may be left out.
        calls.Enqueue(new Call(Call.HostOf(address, port != 0 ? port : scheme == "https" ? 443 : 80), method != "GET", TimeSpan.FromSeconds(seconds)));
    }
}
