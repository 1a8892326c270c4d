using System.Diagnostics;
using System.Globalization;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Settings;
using Microsoft.Data.Sqlite;

namespace DolibarrAgent.Benchmarks;

/// <summary>What the parts cost on this machine, so that the least that a replay can take is known.</summary>
internal sealed class MachineBenchmark(DiskFolder folder, TextWriter output)
{
    private const int Commits = 500;
    private const int Calls = 2000;

    public async Task RunAsync(CancellationToken cancel)
    {
        var table = new Table($"on this machine, {Environment.ProcessorCount} processors, {folder.Format}", "median ms", "95 % ms", "CPU ms of this process");
        table.Add(await CommitsAsync(cancel));
        await using var instance = await Simulated.ProdAsync(TimeSpan.Zero, cancel);
        var job = Job.Of(4, "BENCH", 1, 50_000);
        using var http = instance.Server.Bare();
        await new BareWriter(http, "01BENCHMARK0000").WriteAsync(job, cancel);
        var invoice = new Uri($"supplierinvoices/{instance.Requests.Select(r => r.Path.Split('/')).First(parts => parts[^1] == "validate")[^2]}", UriKind.Relative);
        using var product = DolibarrReader.Open(Connection.To(EndpointOf(instance)));
        var id = long.Parse(invoice.ToString().Split('/')[1], CultureInfo.InvariantCulture);
        Func<Task> bare = async () => await http.GetByteArrayAsync(invoice, cancel);
        Func<Task> own = async () =>
        {
            if (await product.SupplierInvoices.GetAsync(id, cancel) is not Answer<SupplierInvoice>.Ok)
            {
                throw new BenchmarkException("The simulator did not give the invoice.");
            }
        };
        // Once to warm up, then in turn, so that neither has the quieter machine.
        await TimesAsync(bare);
        await TimesAsync(own);
        var (first, second, third, fourth) = (await TimesAsync(bare), await TimesAsync(own), await TimesAsync(own), await TimesAsync(bare));
        var (ofBare, ofOwn) = (first.With(fourth), second.With(third));
        table.Add(ofBare.Row("one invoice by a bare HttpClient, the simulator's work included"));
        table.Add(ofOwn.Row("the same by the product's client"));
        table.Add("the product's client alone (the difference)", Number(ofOwn.Median - ofBare.Median), "", Number(ofOwn.Cpu - ofBare.Cpu));
        table.WriteTo(output);
    }

    private async Task<string[]> CommitsAsync(CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.Path, "commits.db"), Pooling = false }.ToString());
        await connection.OpenAsync(cancel);
        await ExecuteAsync(connection, "pragma journal_mode = wal; pragma synchronous = full; create table entry (number integer primary key, body text not null)", cancel);
        var insert = async () => await ExecuteAsync(connection, "insert into entry (body) values ('{\"outcome\":\"applied\",\"id\":5001,\"messages\":[]}')", cancel);
        return (await TimesAsync(insert, Commits)).Row("one SQLite commit, write-ahead log, full synchronisation");
    }

    private static async Task<Times> TimesAsync(Func<Task> work, int times = Calls)
    {
        var took = new List<double>();
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await work();
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return new Times(took, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        // Constants of this class.
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static Endpoint EndpointOf(Simulated instance) => (ProgramSettings.Read(
        new Dictionary<string, string?>(StringComparer.Ordinal) { [Variables.ProdUrl] = instance.Server.Root.ToString(), [Variables.ProdApiKey] = instance.ReaderKey, [Variables.SandboxUrl] = "http://127.0.0.1:1", [Variables.SandboxApiKey] = "none" },
        SettingsNeeds.Plan) as Checked<ProgramSettings>.Valid)?.Value.Prod ?? throw new BenchmarkException("The simulator's settings are refused.");

    private static string Number(double milliseconds) => milliseconds.ToString("0.000", CultureInfo.InvariantCulture);

    private sealed record Times(List<double> Took, double CpuOfAll)
    {
        public double Median => Took.Median();

        public double Cpu => CpuOfAll / Took.Count;

        public Times With(Times more) => new([.. Took, .. more.Took], CpuOfAll + more.CpuOfAll);

        public string[] Row(string what) => [what, Number(Median), Number(Took.Percentile(0.95)), Number(Cpu)];
    }
}
