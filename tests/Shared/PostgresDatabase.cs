using DolibarrAgent.Settings;
using Npgsql;

namespace DolibarrAgent.Tests;

/// <summary>A database of a test's own on the PostgreSQL that the variables name; it goes with the test.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private const string Server = "DOLIBARR_TEST_POSTGRES";
    private const string Needed = "DOLIBARR_TESTS_NEED_POSTGRES";

    private readonly string server;

    private PostgresDatabase(string server, string name) => (this.server, Name) = (server, name);

    public string Name { get; }

    /// <summary>As a person gives it in <c>DOLIBARR_LEDGER</c>.</summary>
    public string Url => UrlOf(server, Name);

    public LedgerPlace.Postgres Place => PlaceOf(Url);

    /// <summary>Skips the test where there is no server, or fails it where there must be one.</summary>
    public static async Task<PostgresDatabase> MakeAsync()
    {
        if (Environment.GetEnvironmentVariable(Server) is not { Length: > 0 } server)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable(Needed) == "1", $"There is no PostgreSQL: {Server} is not set (.ci/postgres starts one).");
            throw new InvalidOperationException($"{Needed} is set, and {Server} is not.");
        }
        var made = new PostgresDatabase(server, $"test_{Guid.NewGuid():N}");
        await made.OnServerAsync($"create database {made.Name}");
        return made;
    }

    /// <summary>A connection of nobody's ledger, to look and to meddle.</summary>
    public NpgsqlConnection Connection() => new(Text(Place));

    /// <summary>Does something beside the database: with it as a whole, or with other sessions.</summary>
    public async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Text(PlaceOf(server)));
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await OnServerAsync($"drop database {Name} with (force)");

    public static LedgerPlace.Postgres PlaceOf(string url) => (LedgerPlace.Postgres)((Checked<LedgerPlace>.Valid)LedgerPlace.Read(Server, url)).Value;

    private static string UrlOf(string server, string database) => server[..(server.LastIndexOf('/') + 1)] + database;

    private static string Text(LedgerPlace.Postgres place) => new NpgsqlConnectionStringBuilder
    {
        Host = place.Host,
        Port = place.Port,
        Database = place.Database,
        Username = place.User,
        Password = place.RevealPassword(),
        Pooling = false,
    }.ConnectionString;
}
