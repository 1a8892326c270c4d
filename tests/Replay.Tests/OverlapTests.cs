using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Four writes may be under way at once, but none that could meet on the server; look-ups go out in few calls.</summary>
public class OverlapTests : ReplayTest
{
    private const int Suppliers = 12;

    [Fact]
    public async Task Four_writes_are_under_way_at_once_and_never_five()
    {
        var proxy = await ReplayThroughAsync();

        proxy.MostAtOnce.Should().Be(4);
        proxy.Together.Should().Contain(pair => pair.One == "POST /supplierinvoices" && pair.Other == "POST /supplierinvoices");
    }

    [Theory]
    [InlineData("POST /thirdparties", "they would draw the same supplier code")]
    [InlineData("POST /documents/upload", "by one name they go through one temporary file of the server")]
    public async Task Some_writes_never_meet_another_of_their_kind(string write, string because)
    {
        var proxy = await ReplayThroughAsync(fewestInPart: 2);

        proxy.Together.Should().NotContain(pair => pair.One == write && pair.Other == write, because);
    }

    [Fact]
    public async Task Validations_go_one_at_a_time_in_recorded_order()
    {
        var proxy = await ReplayThroughAsync(fewestInPart: 2);

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

    [Fact]
    public async Task The_sandbox_is_compared_once_for_the_plan_that_is_shown_and_for_the_one_that_is_carried_out()
    {
        await ReplayThroughAsync();

        Two.Sandbox.Requests.Should().NotContain(r => r.Path.Contains("/documents", StringComparison.Ordinal) || r.Path.Contains("/supplierinvoices", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_files_of_the_sandbox_are_known_by_one_listing_each()
    {
        var path = await RecordAsync();
        Two.Sandbox.ForgetRequests();

        (await PlanAsync(path)).Problems.Should().BeEmpty();

        Two.Sandbox.Requests.Count(r => r.Path.Contains("/documents", StringComparison.Ordinal)).Should().Be(Suppliers);
    }

    [Theory]
    [InlineData("/supplierinvoices", 12)]
    [InlineData("/validate", 2)]
    public async Task While_an_answer_stays_out_nothing_else_is_begun_in_any_part(string write, int fewestInPart)
    {
        var (isLost, atLoss, atSecondTry) = (0, 0, 0);
        await using var proxy = await LossyProxy.BeforeAsync(Prod.Address);
        proxy.LosesRequestTo = sent =>
        {
            var loses = sent.EndsWith(write, StringComparison.Ordinal) && Interlocked.Exchange(ref isLost, 1) == 0;
            atLoss = loses ? proxy.Arrived.Count : atLoss;
            return loses;
        };

        await ReplayThroughAsync(proxy, new Watching(attempt => atSecondTry = attempt == 2 ? proxy.Arrived.Count : atSecondTry), fewestInPart);

        (atSecondTry - atLoss).Should().BeInRange(0, 3, "what was under way beside it ends, and no more");
        (proxy.Arrived.Count - atSecondTry).Should().BeGreaterThan(6, "there was more to send");
    }

    private async Task<LossyProxy> ReplayThroughAsync(int fewestInPart = 10)
    {
        await using var proxy = await LossyProxy.BeforeAsync(Prod.Address);
        await ReplayThroughAsync(proxy, new Silent(), fewestInPart);
        return proxy;
    }

    private async Task ReplayThroughAsync(LossyProxy proxy, IReplayProgress progress, int fewestInPart)
    {
        var path = await RecordAsync();
        proxy.Slow = TimeSpan.FromMilliseconds(30);
        var variables = new Dictionary<string, string?>(Two.ReplayVariables()) { ["DOLIBARR_PROD_URL"] = proxy.Address.ToString() };
        var options = new SessionOptions(progress, NullLogger.Instance, TimeProvider.System, Patience) { FewestInPart = fewestInPart };
        await using var session = ((SessionResult.Open)ReplaySession.Open(variables, Purpose.Confirm, options)).Session;
        var loaded = await LoadAsync(path);
        var code = (await session.PlanAsync(loaded, Cancel)).Code;
        Prod.ForgetRequests();
        Two.Sandbox.ForgetRequests();
        (await session.ConfirmAsync(loaded, code, Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);
    }

    /// <summary>Is told which try each send is.</summary>
    private sealed class Watching(Action<int> sending) : IReplayProgress
    {
        public void Sending(Operation operation, int attempt) => sending(attempt);

        public void Waiting(Operation operation, DateTimeOffset until) { }

        public void Ended(ReplayedOperation operation) { }
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
