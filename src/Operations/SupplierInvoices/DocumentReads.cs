using System.Collections.Immutable;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>Files of one target. Dolibarr has no call that lists the files of several objects, so each is a call.</summary>
internal sealed class DocumentReads(Documents read, Rounds rounds)
{
    private readonly Questions<long, ImmutableArray<StoredFile>> ofInvoice = Questions.OneByOne<long, ImmutableArray<StoredFile>>(rounds, read.ListForSupplierInvoiceAsync);

    private readonly Questions<StoredFile, ImmutableArray<byte>> contents = Questions.OneByOne<StoredFile, ImmutableArray<byte>>(rounds, read.DownloadAsync);

    /// <summary>The files of a supplier invoice, sorted by name.</summary>
    public Task<Answer<ImmutableArray<StoredFile>>> ListForSupplierInvoiceAsync(long invoice, CancellationToken cancel) => ofInvoice.AskAsync(invoice, cancel);

    /// <summary>The bytes of a file.</summary>
    public Task<Answer<ImmutableArray<byte>>> DownloadAsync(StoredFile file, CancellationToken cancel) => contents.AskAsync(file, cancel);
}
