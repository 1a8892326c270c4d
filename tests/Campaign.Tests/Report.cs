namespace DolibarrAgent.Campaign.Tests;

/// <summary>What a campaign counted, for whoever reads the output: also in the file that DOLIBARR_CAMPAIGN_REPORT names.</summary>
internal static class Report
{
    private static readonly Lock Gate = new();

    public static void Line(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("DOLIBARR_CAMPAIGN_REPORT") is { Length: > 0 } file)
        {
            lock (Gate)
            {
                File.AppendAllText(file, line + "\n");
            }
        }
    }
}
