using System.Text;

namespace DolibarrAgent.Simulator.Tests;

/// <summary>A simulator with the users of the recordings.</summary>
internal static class RecordedServer
{
    /// <summary>Some recordings are of a server where the module Multicurrency is on.</summary>
    public static Task<SimulatedDolibarr> StartAsync(string recording, DateTimeOffset now) => SimulatedDolibarr.StartAsync(
        new SimulatorOptions
        {
            Keys =
            [
                new("agent", "agent-key", Rights.Writer),
                new("reader", "reader-key", Rights.Reader),
                new("admin", "admin-key", SimulatedKey.Kinds["admin"]),
            ],
            UnknownKeyDelay = TimeSpan.Zero,
            Clock = new FixedClock(now),
            Currencies = recording.EndsWith("multicurrency", StringComparison.Ordinal) ? [new("USD", 1.1m)] : [],
        },
        TestContext.Current.CancellationToken);

    /// <summary>What was done to the recorded server by hand between two calls.</summary>
    public static void BetweenCalls(SimulatedDolibarr simulated, string recording, int number)
    {
        switch (recording, number)
        {
            case ("status", 1):
                // The agent could not yet edit its own user.
                simulated.SetRights("agent", SimulatedKey.Kinds["mute"]);
                break;
            case ("own-rights", 6):
                simulated.SetRights("reader", Rights.Reader & ~Rights.SeeAllThirdParties);
                break;
        }
    }

    public static async Task<HttpResponseMessage> SendAsync(SimulatedDolibarr simulated, Exchange exchange)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(exchange.Method), new Uri($"{simulated.Address.GetLeftPart(UriPartial.Authority)}/api/index.php{exchange.Path}"));
        if (exchange.User != "none")
        {
            request.Headers.Add("DOLAPIKEY", $"{exchange.User}-key");
        }

        if (exchange.Body is not null)
        {
            request.Content = new StringContent(exchange.Body, Encoding.UTF8, "application/json");
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
