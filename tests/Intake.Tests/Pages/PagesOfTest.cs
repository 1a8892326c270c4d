using DolibarrAgent.Readers;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Pages;

/// <summary>Pages that are read here and now: what is drawn in these tests is harmless.</summary>
internal static class PagesOfTest
{
    private const string Needed = "DOLIBARR_TESTS_NEED_OCR";

    /// <summary>Where nothing recognises words.</summary>
    public static RecognitionTools None { get; } = new()
    {
        Drawing = new LimitedProgram("/nowhere/pdftoppm"),
        Recognising = new LimitedProgram("/nowhere/tesseract")
    };

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<PagesRead.Done> ReadAsync(byte[] file, RecognitionTools? tools = null) =>
        (await PageText.ReadAsync(file, PageLimits.Default, tools ?? None, Cancel)).Should().BeOfType<PagesRead.Done>().Subject;

    public static async Task<Refusal> RefusedAsync(byte[] file, RecognitionTools? tools = null) =>
        (await PageText.ReadAsync(file, PageLimits.Default, tools ?? None, Cancel)).Should().BeOfType<PagesRead.Refused>().Subject.Reason;

    /// <summary>The only page of what is drawn.</summary>
    public static async Task<Page> PageAsync(params string[] drawn) =>
        (await ReadAsync(PrintedPages.Of(string.Concat(drawn)))).Pages.Single();

    /// <summary>Those of this machine; skips the test where there are none, and nobody says that there must be.</summary>
    public static RecognitionTools Tools()
    {
        var missing = RecognitionTools.Here.Missing;
        if (Environment.GetEnvironmentVariable(Needed) != "1")
        {
            Assert.SkipUnless(missing.IsEmpty, $"Not installed: {string.Join(", ", missing)}.");
        }
        missing.Should().BeEmpty($"{Needed} is 1");
        return RecognitionTools.Here;
    }

    public static IEnumerable<string> Texts(this Page page) => page.Words.Select(word => word.Text);
}
