namespace DolibarrAgent.Intake;

/// <summary>Reads the pages of documents. What it cannot read is a value, never an exception.</summary>
public interface IPageReader : IDisposable
{
    /// <summary>The words on the pages of a PDF, or in a picture.</summary>
    /// <param name="bytes">All of the file. What it is is told by its bytes.</param>
    /// <param name="cancel">Ends it.</param>
    Task<PagesRead> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);
}
