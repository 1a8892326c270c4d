namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>
/// A real Dolibarr that tests may write to, from DOLIBARR_LIVE_URL and DOLIBARR_LIVE_KEY (a user with rights to write),
/// with DOLIBARR_LIVE_BLIND_KEY (a user without the right to see all third parties). Never a production server.
/// </summary>
internal static class LiveServer
{
    public static Connection Connect(string keyVariable = "DOLIBARR_LIVE_KEY")
    {
        var url = Environment.GetEnvironmentVariable("DOLIBARR_LIVE_URL");
        var key = Environment.GetEnvironmentVariable(keyVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(url) || string.IsNullOrEmpty(key), $"No real Dolibarr to test against: set DOLIBARR_LIVE_URL and {keyVariable}.");
        return new Connection(Known.Server(url!), Known.Key(key!));
    }
}
