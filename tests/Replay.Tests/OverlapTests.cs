using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Two writes may be under way at once, but none that could meet on the server; look-ups go out in few calls.</summary>
public class OverlapTests : ReplayTest
{
    private const int Suppliers = 6;

    [Fact]
    public async Task Two_writes_are_under_way_at_once_and_never_three()
    {
        var proxy = await ReplayThroughAsync();

        proxy.MostAtOnce.Should().Be(2);
        proxy.Together.Should().Contain(pair => pair.One == "POST /supplierinvoices" && pair.Other == "POST /supplierinvoices");
    }

    [Theory]
    [InlineData("POST /thirdparties", "they would draw the same supplier code")]
    [InlineData("POST /documents/upload", "by one name they go through one temporary file of the server")]
    public async Task Some_writes_never_meet_another_of_their_kind(string write, string because)
    {
        var proxy = await ReplayThroughAsync();

        proxy.Together.Should().NotContain(pair => pair.One == write && pair.Other == write, because);
    }

    [Fact]
    public async Task Validations_go_one_at_a_time_in_recorded_order()
    {
        var proxy = await ReplayThroughAsync();

        proxy.Together.Should().NotContain(pair => pair.One.EndsWith("/validate", StringComparison.Ordinal) && pair.Other.EndsWith("/validate", StringComparison.Ordinal));
        var validated = TwoInstances.Writes(Prod).Where(w => w.Path.EndsWith("/validate", StringComparison.Ordinal)).Select(w => w.Path.Split('/')[^2]).ToList();
        var entered = new Dictionary<string, string>();
        using var client = Prod.ClientOf("reader");
        foreach (var id in validated)
        {
            entered[id] = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync(new Uri($"supplierinvoices/{id}", UriKind.Relative), Cancel)).RootElement.GetProperty("ref_supplier").GetString()!;
        }
        // Recorded last first.
        validated.Select(id => entered[id]).Should().Equal(Enumerable.Range(1, Suppliers).Reverse().Select(n => $"F-{n}"));
    }

    [Fact]
    public async Task Look_ups_and_read_backs_cost_a_few_calls_however_many_operations_there_are()
    {
        await ReplayThroughAsync();

        var reads = Prod.Requests.Where(r => r.Method == "GET").ToList();
        reads.Count(r => r.Path.Contains("/thirdparties", StringComparison.Ordinal)).Should().BeLessThanOrEqualTo(Suppliers * 2);
        reads.Should().NotContain(r => r.Path.Contains("/supplierinvoices/", StringComparison.Ordinal), "an invoice is never asked for alone");
        reads.Count(r => r.Path.Contains("/documents", StringComparison.Ordinal)).Should().Be(Suppliers, "each file is read back by one listing");
    }

    private async Task<LossyProxy> ReplayThroughAsync()
    {
        var path = await RecordAsync();
        await using var proxy = await LossyProxy.BeforeAsync(Prod.Address);
        proxy.Slow = TimeSpan.FromMilliseconds(30);
        var variables = new Dictionary<string, string?>(Two.ReplayVariables()) { ["DOLIBARR_PROD_URL"] = proxy.Address.ToString() };
        await using var session = ((SessionResult.Open)ReplaySession.Open(variables, Purpose.Confirm, new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, Patience))).Session;
        var loaded = await LoadAsync(path);
        var code = (await session.PlanAsync(loaded, Cancel)).Code;
        Prod.ForgetRequests();
        (await session.ConfirmAsync(loaded, code, Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);
        return proxy;
    }

    /// <summary>Suppliers, an invoice of each with a file of the same name, validated in the opposite order.</summary>
    private async Task<string> RecordAsync()
    {
        using var recorder = await Two.RecorderAsync();
        for (var n = 1; n <= Suppliers; n++)
        {
            await DoAsync(new Operation.Create { Id = "", Resource = "thirdparty", Set = Fields.None.With("name", $"Supplier {n}").With("supplier", true).With("country", "FR"), Keys = ["name"] });
        }
        for (var n = 1; n <= Suppliers; n++)
        {
            await DoAsync(new Operation.Create { Id = "", Resource = "supplierInvoice", Set = TwoInstances.Invoice(new Reference.Created($"op{n}")).With("supplierReference", $"F-{n}"), Keys = ["supplierReference", "supplier"] });
        }
        for (var n = 1; n <= Suppliers; n++)
        {
            var bytes = Encoding.UTF8.GetBytes($"%PDF-1.4 {n}");
            var file = recorder.AddFile("pdf", bytes, (id, digest) => new Evidence.File { Id = id, Name = "invoice.pdf", Sha256 = digest, Size = bytes.Length });
            await DoAsync(new Operation.Attach { Id = "", Resource = "supplierInvoice", To = new Reference.Created($"op{Suppliers + n}"), File = file.Id });
        }
        for (var n = Suppliers; n >= 1; n--)
        {
            await DoAsync(new Operation.Validate { Id = "", Resource = "supplierInvoice", On = new Reference.Created($"op{Suppliers + n}") });
        }
        return await FinishAsync(recorder);

        async Task DoAsync(Operation operation) => TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
    }
}
