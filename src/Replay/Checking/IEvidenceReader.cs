using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>Reads a mail or a document again, as the recorder read it. What it cannot read is a value, never an exception.</summary>
public interface IEvidenceReader
{
    /// <param name="name">Its name, as a recorder keeps it.</param>
    /// <param name="bytes">All of it.</param>
    Task<ReadEvidence> ReadAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel);
}
