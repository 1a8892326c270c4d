using System.Globalization;
using DolibarrAgent.Intake;
using DolibarrAgent.Readers;

namespace DolibarrAgent.ReplayTool;

/// <summary>
/// The process that draws pages: a page's number and bytes come in, a picture goes out, one after the other, until the input
/// ends. Like <see cref="ReadingProcess"/> it has no keys and opens no connection.
/// </summary>
internal static class DrawingProcess
{
    public static async Task<int> RunAsync(Stream input, Stream output, CancellationToken cancel)
    {
        while (await Frames.ReadAsync(input, Frames.Longest, cancel) is { } number
            && await Frames.ReadAsync(input, Frames.Longest, cancel) is { } bytes)
        {
            var page = int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
            await Frames.WriteAsync(output, await PagePicture.DrawAsync(bytes, page, RecognitionTools.Here, cancel) ?? [], cancel);
        }
        return 0;
    }
}
