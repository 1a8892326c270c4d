using System.Text;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// What Dolibarr answers while its database is away. Stopped: 202 with a page of its own. Starting: 401 for a right key, as it
/// cannot look the key up. Both pass by themselves (measured on 22.0.4 with PostgreSQL).
/// </summary>
internal static class Outage
{
    // In English whatever the language of the server.
    private const string ProductionPage = "This website or feature is currently temporarily not available";
    private const string DetailedPage = "<b>Dolibarr:</b>";
    private const string NotConnected = "databasename=";

    /// <summary>Whether an answer is the page that Dolibarr shows in place of its work.</summary>
    public static bool IsPage(int status, ReadOnlyMemory<byte> body) =>
        status == 202 && Text(body) is var text && (text.Contains(ProductionPage, StringComparison.Ordinal) || text.Contains(DetailedPage, StringComparison.Ordinal));

    /// <summary>Whether that page says that it was never connected: then nothing was done. A production server shows no more than that there was an error.</summary>
    public static bool IsNotConnected(ReadOnlyMemory<byte> body) => Text(body).Contains(NotConnected, StringComparison.Ordinal);

    private static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, 4_000)]);
}
