using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>Where the ledger is kept. Prints without any password. Closed.</summary>
public abstract record LedgerPlace
{
    private LedgerPlace()
    {
    }

    /// <summary>What a text names: a file, or a PostgreSQL where it is a URL; or all that is wrong with it.</summary>
    /// <param name="place">Where the text stands, for the problem.</param>
    /// <param name="text">A path, or <c>postgresql://user:password@host:port/database?sslmode=…</c>.</param>
    public static Checked<LedgerPlace> Read(string place, string text) =>
        !text.Contains("://", StringComparison.Ordinal) ? new Checked<LedgerPlace>.Valid(new File(text))
        : text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal) ? new PostgresUrl(place, text).Read()
        : Checked<LedgerPlace>.Wrong(Codes.LedgerUrlScheme, place, "It is a URL, but of no kind of ledger that is known.", $"Give a path, or {PostgresUrl.Form}.");

    /// <summary>A SQLite file.</summary>
    /// <param name="Path">As it was given.</param>
    public sealed record File(string Path) : LedgerPlace
    {
        public override string ToString() => Path;
    }

    /// <summary>A database on a PostgreSQL server.</summary>
    public sealed record Postgres : LedgerPlace
    {
        private readonly string? password;

        internal Postgres(string? password) => this.password = password;

        /// <summary>A name or an address; a folder where the server listens on a socket file.</summary>
        public required string Host { get; init; }

        public required int Port { get; init; }

        public required string Database { get; init; }

        /// <summary>Null where the server's client decides: the user of this machine.</summary>
        public string? User { get; init; }

        /// <summary>The other options of the URL; the names are those of <see cref="LedgerUrlOption"/>.</summary>
        public required IReadOnlyDictionary<string, string> Options { get; init; }

        /// <summary>The password, for the connection alone; null where the URL has none.</summary>
        public string? RevealPassword() => this.password;

        /// <summary>The text with every appearance of the password taken out, as it is and as it stands in a URL.</summary>
        public string Redact(string text) => this.password is { Length: > 0 } password
            ? text.Replace(password, "[password]", StringComparison.Ordinal).Replace(Uri.EscapeDataString(password), "[password]", StringComparison.Ordinal)
            : text;

        /// <summary>The URL without password and options.</summary>
        public override string ToString() => string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"postgresql://{(User is null ? "" : User + "@")}{Host}:{Port}/{Database}");
    }
}

/// <summary>The options that a ledger's URL may have, by the names that PostgreSQL's own clients give them.</summary>
public static class LedgerUrlOption
{
    public const string SslMode = "sslmode";
    public const string RootCertificate = "sslrootcert";
    public const string Certificate = "sslcert";
    public const string CertificateKey = "sslkey";
    public const string ConnectTimeout = "connect_timeout";
    public const string ApplicationName = "application_name";
    public const string ServerOptions = "options";

    internal static IReadOnlyList<string> All { get; } = [SslMode, RootCertificate, Certificate, CertificateKey, ConnectTimeout, ApplicationName, ServerOptions];
}
