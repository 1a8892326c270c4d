using DolibarrAgent.Readers;

namespace DolibarrAgent.Intake;

/// <summary>
/// Has pages read by a process of its own, which holds no key and may use so much memory and time: whatever a hostile file
/// does to its reader, it does there.
/// </summary>
/// <param name="program">The file of <c>agent</c>.</param>
/// <param name="variables">The environment; the reader gets nothing of it but what finds the runtime.</param>
/// <param name="limits">What it may use.</param>
public sealed class PageReader(string program, IReadOnlyDictionary<string, string?> variables, ReaderLimits limits) : IPageReader
{
    /// <summary>The only argument, by which a process of the program is one that reads.</summary>
    public const string Argument = "read-pages";

    private readonly ReaderProcess reader = new(new ReaderProgram(program, Argument, variables), limits);

    /// <summary>The limits that are meant for production. Programs that recognise words have limits of their own within the time.</summary>
    public static ReaderLimits Usual { get; } = new() { Time = TimeSpan.FromMinutes(10), AnswerBytes = 40 * 1024 * 1024 };

    /// <inheritdoc />
    public async Task<PagesRead> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        switch (await reader.AskAsync([bytes], cancel))
        {
            case ReaderAnswer.Given given when PagesJson.Read(given.Bytes) is { } read:
                return read;
            case ReaderAnswer.Late:
                return new PagesRead.Refused(PageRefusals.Late);
            case ReaderAnswer.Unusable unusable:
                return new PagesRead.Refused(PageRefusals.Unusable(unusable.Why));
            default:
                reader.End();
                return new PagesRead.Refused(PageRefusals.Ended);
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose() => reader.Dispose();
}
