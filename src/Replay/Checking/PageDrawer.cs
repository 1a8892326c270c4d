using System.Globalization;
using System.Text;
using DolibarrAgent.Readers;

namespace DolibarrAgent.Replay;

/// <summary>
/// Has pages drawn by a process of its own, as <see cref="EvidenceReader"/> has them read: a picture of a hostile page is made
/// where it can do no harm.
/// </summary>
/// <param name="program">The file of <c>replay</c>.</param>
/// <param name="variables">The environment; the process gets nothing of it but what finds the runtime.</param>
/// <param name="limits">What it may use.</param>
public sealed class PageDrawer(string program, IReadOnlyDictionary<string, string?> variables, ReaderLimits limits) : IDisposable
{
    /// <summary>The only argument, by which a process of the program is one that draws.</summary>
    public const string Argument = "draw-page";

    private readonly ReaderProcess drawer = new(new ReaderProgram(program, Argument, variables), limits);

    /// <summary>One page as PNG; empty where it could not be drawn.</summary>
    /// <param name="bytes">The PDF or picture.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<ReadOnlyMemory<byte>> DrawAsync(ReadOnlyMemory<byte> bytes, int page, CancellationToken cancel) =>
        await drawer.AskAsync([Encoding.ASCII.GetBytes(page.ToString(CultureInfo.InvariantCulture)), bytes],
            cancel) is ReaderAnswer.Given given
            ? given.Bytes
            : default;

    /// <summary>Ends the process.</summary>
    public void Dispose() => drawer.Dispose();
}
