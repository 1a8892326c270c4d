using DolibarrAgent.Readers;

namespace DolibarrAgent.Intake;

/// <summary>
/// The process that reads pages: bytes come in, pages go out, one file after the other, until the input ends. It has no keys
/// and opens no connection; its limits are set by the process that starts it.
/// </summary>
public static class PageReadingProcess
{
    /// <summary>Reads until the input ends. The exit code is 0.</summary>
    public static async Task<int> RunAsync(Stream input, Stream output, CancellationToken cancel)
    {
        while (await Frames.ReadAsync(input, Frames.Longest, cancel) is { } bytes)
        {
            var read = await PageText.ReadAsync(bytes, PageLimits.Default, RecognitionTools.Here, cancel);
            await Frames.WriteAsync(output, PagesJson.Write(read), cancel);
        }
        return 0;
    }
}
