using System.Diagnostics;
using System.Globalization;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.Desk.Tests;

/// <summary>The real <c>replay desk</c>, as a person starts it, closes it and loses it.</summary>
public sealed class ProgramTests : IAsyncLifetime
{
    private readonly List<Process> started = [];
    private TwoInstances two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Dictionary<string, string?> Person => new(two.ReplayVariables(), StringComparer.Ordinal) { ["DOLIBARR_SETTLE_SECONDS"] = "1" };

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    /// <summary>A test that fails leaves no desk behind.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in started)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
        await two.DisposeAsync();
    }

    [Fact]
    public async Task It_prints_a_link_another_one_for_each_Enter_and_is_closed_by_a_signal()
    {
        await two.RecordMainJobAsync();
        var desk = Started(Person, "desk");

        var first = await LinkAsync(desk);
        await desk.StandardInput.WriteLineAsync();
        var second = await LinkAsync(desk);
        using var mine = await LetInAsync(first);
        using var theirs = await LetInAsync(second);
        var pages = new[] { await mine.PageAsync("/"), await theirs.PageAsync("/") };
        await SignalAsync(desk, "-TERM");
        await desk.WaitForExitAsync(Cancel);

        first.Should().NotBe(second);
        pages.Should().AllSatisfy(page => DeskClient.TextOf(page).Should().Contain("F-2026-1"));
        desk.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Without_a_write_key_it_shows_and_plans_and_says_what_is_missing_when_it_should_write()
    {
        var id = await Ids.OfAsync(await two.RecordMainJobAsync());
        var desk = Started(new Dictionary<string, string?>(Person) { ["DOLIBARR_PROD_WRITE_KEY"] = null }, "desk");
        using var client = await LetInAsync(await LinkAsync(desk));
        var plan = await client.SubmitAsync(await client.PageAsync("/"), "/plans", Sent.As("id", id));
        var page = await client.PageAsync(plan);

        var run = await client.SubmitAsync(page, $"{plan}/runs", Sent.As("code", DeskClient.CodeIn(page)));

        DeskClient.TextOf(await client.EndedAsync(run)).Should().Contain("Nothing was written").And.Contain("DOLIBARR_PROD_WRITE_KEY");
        await SignalAsync(desk, "-TERM");
        await desk.WaitForExitAsync(Cancel);
    }

    [Theory]
    [InlineData("--port", "70000", "70000 is not a port")]
    [InlineData("--json", null, "--json does not go with `replay desk`")]
    public async Task What_it_cannot_be_asked_for_is_refused(string option, string? value, string said)
    {
        var ran = await Ran.ReplayAsync(Person, value is null ? ["desk", option] : ["desk", option, value]);

        ran.ExitCode.Should().Be(1);
        (ran.Output + ran.Errors).Replace("\\u0060", "`", StringComparison.Ordinal).Should().Contain(said);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused_with_what_to_do()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var ran = await Ran.ReplayAsync(Person, "desk", "--port", port);

        ran.ExitCode.Should().Be(1);
        ran.Errors.Should().Contain("port-taken").And.Contain("Leave --port out");
    }

    /// <summary>At each of several moments of a batch; what the campaign does at every step for one changeset.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public async Task Killed_in_the_middle_of_a_batch_it_says_where_it_stands_and_goes_on_to_every_invoice_once(int posts)
    {
        await using var slow = await SimulatedDolibarr.StartAsync(new SimulatorOptions
        {
            Keys = [Key("reader=prod-reader-key:read"), Key("agent=prod-agent-key")],
            Production = true,
            FirstId = 7000,
            Latency = TimeSpan.FromMilliseconds(40),
        }, Cancel);
        var person = new Dictionary<string, string?>(Person) { ["DOLIBARR_PROD_URL"] = slow.Address.ToString() };
        await two.RecordMainJobAsync();
        await two.RecordAsync(TwoInstances.InvoiceOfDupont("F-2026-2"));
        await two.RecordAsync(TwoInstances.InvoiceOfDupont("F-2026-3"));
        var desk = Started(person, "desk");
        using (var client = await LetInAsync(await LinkAsync(desk)))
        {
            await ConfirmAllAsync(client, await PlanAllAsync(client));
            while (slow.Requests.Count(request => request.Method == "POST") < posts)
            {
                await Task.Delay(5, Cancel);
            }
            desk.Kill();
            await desk.WaitForExitAsync(Cancel);
        }
        var again = Started(person, "desk");
        using var later = await LetInAsync(await LinkAsync(again));
        var stands = DeskClient.TextOf(await later.PageAsync("/"));
        var plan = await PlanAllAsync(later);
        // Where only the answer to the last call was lost, all is there already, and the plan says so.
        if (!DeskClient.TextOf(await later.PageAsync(plan)).Contains("Nothing to do.", StringComparison.Ordinal))
        {
            await later.EndedAsync(await ConfirmAllAsync(later, plan));
        }
        var left = DeskClient.TextOf(await later.PageAsync("/"));
        await SignalAsync(again, "-TERM");
        await again.WaitForExitAsync(Cancel);

        stands.Should().Contain("begun").And.Contain("operations are done");
        left.Should().Contain("Nothing waits here.");
        (await Books.OfAsync(slow)).Should().HaveCount(4, "a supplier and three invoices").And.OnlyHaveUniqueItems();
    }

    private Process Started(IReadOnlyDictionary<string, string?> variables, params string[] arguments)
    {
        var process = Ran.Start(variables, arguments);
        started.Add(process);
        return process;
    }

    private static async Task<string> PlanAllAsync(DeskClient client) =>
        await client.SubmitAsync(await client.PageAsync("/"), "/plans", Sent.As("what", "all"));

    private static async Task<string> ConfirmAllAsync(DeskClient client, string plan)
    {
        var page = await client.PageAsync(plan);
        return await client.SubmitAsync(page, $"{plan}/runs", Sent.As("code", DeskClient.CodeIn(page)));
    }

    private static async Task<Uri> LinkAsync(Process desk)
    {
        while (await desk.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            if (line.TrimStart().StartsWith("http://", StringComparison.Ordinal))
            {
                return new Uri(line.Trim());
            }
        }
        throw new InvalidOperationException($"It printed no link. {await desk.StandardError.ReadToEndAsync(Cancel)}");
    }

    private static async Task<DeskClient> LetInAsync(Uri link)
    {
        var client = new DeskClient(new Uri(link, "/"));
        using var entered = await client.GetAsync(link.PathAndQuery);
        entered.StatusCode.Should().Be(System.Net.HttpStatusCode.SeeOther);
        return client;
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Cancel);
    }

    private static SimulatedKey Key(string text) => SimulatedKey.Read(text, out _)!;
}
