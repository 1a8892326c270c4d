using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>Reads a PostgreSQL URL and collects every problem on the way. No problem repeats a value: it may be the password.</summary>
internal sealed class PostgresUrl(string place, string text)
{
    public const string Form = "postgresql://user:password@host:port/database?sslmode=require";

    private const int UsualPort = 5432;
    private const string HostOption = "host";

    private static readonly string[] SslModes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];

    private readonly ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();

    public Checked<LedgerPlace> Read()
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Fragment.Length > 0 || !IsText(url.UserInfo))
        {
            return Checked<LedgerPlace>.Wrong(Codes.LedgerUrlMalformed, place, "The ledger's URL cannot be read.", $"Give {Form}; a “#”, “/”, “@”, “?” or “%” in a name or password is written as %23, %2F, %40, %3F, %25.");
        }

        var options = ReadOptions(url);
        var host = options.GetValueOrDefault(HostOption, url.IdnHost);
        var database = Plain(url.AbsolutePath.TrimStart('/'));
        if (host.Length == 0)
        {
            Report(Codes.LedgerUrlHost, "The ledger's URL names no host.", $"Give {Form}, or ?host=/folder for a server that listens on a socket file.");
        }

        if (database.Length == 0 || database.Contains('/', StringComparison.Ordinal))
        {
            Report(Codes.LedgerUrlDatabase, "The ledger's URL names no database.", $"Give {Form}.");
        }

        if (problems.Count > 0)
        {
            return new Checked<LedgerPlace>.Invalid(problems.ToImmutable());
        }

        var user = url.UserInfo.Split(':', 2);
        return new Checked<LedgerPlace>.Valid(new LedgerPlace.Postgres(user.Length == 2 ? Plain(user[1]) : null)
        {
            Host = host,
            Port = url.Port > 0 ? url.Port : UsualPort,
            Database = database,
            User = user[0].Length > 0 ? Plain(user[0]) : null,
            Options = Safely(options.Remove(HostOption), stays: host.StartsWith('/') || ServerUrl.StaysHere(url)),
        });
    }

    // As with Dolibarr itself: what leaves this machine is encrypted, unless a person says otherwise.
    private static ImmutableSortedDictionary<string, string> Safely(ImmutableSortedDictionary<string, string> options, bool stays) =>
        stays || options.ContainsKey(LedgerUrlOption.SslMode) ? options : options.Add(LedgerUrlOption.SslMode, "require");

    private ImmutableSortedDictionary<string, string> ReadOptions(Uri url)
    {
        var options = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            var (name, value) = (Plain(pair[0]), pair.Length == 2 ? Plain(pair[1]) : "");
            if (name != HostOption && !LedgerUrlOption.All.Contains(name))
            {
                Report(Codes.LedgerUrlOption, $"The ledger's URL has an option that is not known: {name}.", $"Known are {string.Join(", ", LedgerUrlOption.All)} and {HostOption}.");
            }
            else if (name == LedgerUrlOption.SslMode && !SslModes.Contains(value))
            {
                Report(Codes.LedgerUrlSslmode, "The ledger's URL has an invalid sslmode.", $"Known are {string.Join(", ", SslModes)}.");
            }
            else if (name == LedgerUrlOption.ConnectTimeout && !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                Report(Codes.LedgerUrlTimeout, "The ledger's URL has a connect_timeout that is not a number of seconds.");
            }
            else
            {
                options[name] = value;
            }
        }

        return options.ToImmutable();
    }

    private void Report(ProblemCode code, string message, string? remedy = null) => problems.Add(new Problem(code, place, message, remedy ?? code.Remedy));

    private static bool IsText(string userInfo) => !Plain(userInfo).Contains('\0', StringComparison.Ordinal);

    private static string Plain(string escaped) => Uri.UnescapeDataString(escaped);
}
