namespace DolibarrAgent.Tests;

/// <summary>
/// Debian's browser. Where there is none a test is skipped, unless <c>DOLIBARR_TESTS_NEED_CHROMIUM=1</c> says that it may not be.
/// </summary>
internal static class InstalledChromium
{
    public const string Program = "/usr/bin/chromium";

    private const string Needed = "DOLIBARR_TESTS_NEED_CHROMIUM";

    /// <summary>A browser on a busy machine takes its time.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Skips or fails the test where there is none.</summary>
    public static void Need()
    {
        if (!File.Exists(Program))
        {
            Assert.SkipUnless(
                Environment.GetEnvironmentVariable(Needed) == "1",
                $"There is no {Program} (Debian's package chromium) to open the page with.");
            Assert.Fail($"There is no {Program}, and {Needed} is 1: install Debian's package chromium.");
        }
    }
}
