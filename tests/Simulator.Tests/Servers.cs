using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator.Tests;

/// <summary>A simulator of its own for each test, and the few calls that most of them begin with.</summary>
internal static class Servers
{
    private static readonly ImmutableArray<SimulatedKey> Keys =
    [
        new("agent", "agent-key", Rights.Writer),
        .. SimulatedKey.Kinds.Select(kind => new SimulatedKey(kind.Key, $"{kind.Key}-key", kind.Value)),
    ];

    public static Task<SimulatedDolibarr> StartAsync(Func<SimulatorOptions, SimulatorOptions>? change = null)
    {
        var options = new SimulatorOptions
        {
            Keys = Keys,
            UnknownKeyDelay = TimeSpan.Zero,
            Clock = new FixedClock(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero)),
        };
        return SimulatedDolibarr.StartAsync(change is null ? options : change(options), TestContext.Current.CancellationToken);
    }

    public static async Task<Answer> CallAsync(this SimulatedDolibarr server, string call, string? body = null, string key = "agent")
    {
        var (method, path) = (call.Split(' ')[0], call[(call.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        using var client = server.ClientOf(key);
        using var request = new HttpRequestMessage(new HttpMethod(method), path.TrimStart('/'));
        if (method != "GET")
        {
            request.Content = new StringContent(body ?? "", Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", text);
    }

    /// <summary>A supplier; its id.</summary>
    public static async Task<long> SupplierAsync(this SimulatedDolibarr server, string name = "Supplier", string key = "agent") =>
        (await server.CallAsync("POST /thirdparties", $$"""{"name":"{{name}}","fournisseur":1,"code_fournisseur":"auto"}""", key)).Json!.GetValue<long>();

    /// <summary>A draft of one line; its id.</summary>
    public static async Task<long> DraftAsync(this SimulatedDolibarr server, long supplier, string reference, string date = "2026-11-20") =>
        (await server.CallAsync("POST /supplierinvoices", Draft(supplier, reference, date))).Json!.GetValue<long>();

    public static string Draft(long supplier, string reference, string date = "2026-11-20") =>
        $$"""{"socid":{{supplier}},"ref_supplier":"{{reference}}","date":"{{date}}","lines":[{"desc":"VPS","qty":2,"subprice":10.5,"tva_tx":20}]}""";
}

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, string MediaType, string Text)
{
    public JsonNode? Json => JsonNode.Parse(Text);

    public string this[string name] => Json![name]?.ToString() ?? "";
}
