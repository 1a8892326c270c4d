using System.Globalization;
using DolibarrAgent.Settings;
using Npgsql;

namespace DolibarrAgent.Replay;

/// <summary>How a ledger's PostgreSQL is connected to: one session, no pool, no second attempt.</summary>
internal static class PostgresConnection
{
    public static NpgsqlDataSource To(LedgerPlace.Postgres place)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = place.Host,
            Port = place.Port,
            Database = place.Database,
            Username = place.User,
            Password = place.RevealPassword(),
            Pooling = false,
            Enlist = false,
            CommandTimeout = 60,
            TcpKeepAlive = true,
            ApplicationName = place.Options.GetValueOrDefault(LedgerUrlOption.ApplicationName, "replay"),
            SslMode = ModeOf(place.Options.GetValueOrDefault(LedgerUrlOption.SslMode, "prefer")),
            RootCertificate = place.Options.GetValueOrDefault(LedgerUrlOption.RootCertificate),
            SslCertificate = place.Options.GetValueOrDefault(LedgerUrlOption.Certificate),
            SslKey = place.Options.GetValueOrDefault(LedgerUrlOption.CertificateKey),
            Options = place.Options.GetValueOrDefault(LedgerUrlOption.ServerOptions),
        };
        if (place.Options.TryGetValue(LedgerUrlOption.ConnectTimeout, out var seconds))
        {
            settings.Timeout = int.Parse(seconds, CultureInfo.InvariantCulture);
        }
        // The slim one: the full one brings what cannot be compiled ahead of time.
        return new NpgsqlSlimDataSourceBuilder(settings.ConnectionString).EnableTransportSecurity().Build();
    }

    private static SslMode ModeOf(string name) => name switch
    {
        "disable" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "require" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => SslMode.Prefer,
    };
}
