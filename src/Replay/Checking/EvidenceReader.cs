using System.Text;
using DolibarrAgent.Readers;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>
/// Has documents read by a process of its own, which holds no key and may use so much memory and processor time: whatever
/// a hostile document does to its reader, it does there.
/// </summary>
/// <param name="program">The file of <c>replay</c>.</param>
/// <param name="variables">The environment; the reader gets nothing of it but what finds the runtime.</param>
/// <param name="limits">What it may use.</param>
public sealed class EvidenceReader(string program, IReadOnlyDictionary<string, string?> variables, ReaderLimits limits) : IEvidenceReader, IDisposable
{
    /// <summary>The only argument, by which a process of the program is one that reads.</summary>
    public const string Argument = "read-evidence";

    private readonly ReaderProcess reader = new(new ReaderProgram(program, Argument, variables), limits);

    /// <inheritdoc />
    public async Task<ReadEvidence> ReadAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        switch (await reader.AskAsync([Encoding.UTF8.GetBytes(name), bytes], cancel))
        {
            case ReaderAnswer.Given given when ReadEvidenceJson.Read(given.Bytes) is { } read:
                return read;
            case ReaderAnswer.Late:
                return new ReadEvidence.Failed("Reading it took longer than a document may take.");
            case ReaderAnswer.Unusable unusable:
                return new ReadEvidence.Failed($"The reader could not be used: {unusable.Why}");
            default:
                reader.End();
                return new ReadEvidence.Failed(
                    "The reader ended over it: it takes more memory than a document may, or is damaged in a way that the reader does not know.");
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose() => reader.Dispose();
}
