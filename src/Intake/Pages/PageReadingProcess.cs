using DolibarrAgent.Readers;

namespace DolibarrAgent.Intake;

/// <summary>
/// The process that reads pages: bytes come in, pages go out, one file after the other, until the input ends. It has no keys
/// and opens no connection; its limits are set by the process that starts it.
/// </summary>
public static class PageReadingProcess
{
    /// <summary>Reads until the input ends. The exit code is 0.</summary>
    // It waits: it has nothing else to do, and what goes on meanwhile has to be compiled at every start.
    public static int Run(Stream input, Stream output)
    {
        while (Frames.Read(input, Frames.Longest) is { } bytes)
        {
            var read = PageText.ReadAsync(bytes, PageLimits.Default, RecognitionTools.Here,
                CancellationToken.None).GetAwaiter().GetResult();
            Frames.Write(output, PagesJson.Write(read));
        }
        return 0;
    }
}
