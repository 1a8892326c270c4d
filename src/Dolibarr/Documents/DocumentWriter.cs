using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>Attaches files, and takes them off. Never over another: refused with <see cref="Codes.FileExists"/>.</summary>
internal sealed class DocumentWriter(Caller caller, IWriteDocuments api)
{
    /// <summary>
    /// Attaches a file to the supplier invoice of a reference, as it is at this moment. The answer is the name that
    /// Dolibarr says it stored. It may differ from the one asked for (<c>é à.pdf</c> becomes <c>e a.pdf</c>), and for a
    /// program it is not even the stored one (<c>run.php</c> is stored as <c>run.php.noexe</c>): list, and compare the hash.
    /// </summary>
    public Task<Answer<string>> UploadToSupplierInvoiceAsync(
        string invoiceRef, string fileName, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        var body = new UploadBody { Name = fileName, ModulePart = "supplier_invoice", Ref = invoiceRef, Content = content };
        return caller.SendAsync(
            token => api.UploadAsync(body, token),
            reply => reply.Read(Inbound.Default.String, name => name.Length > 0
                ? new Answer<string>.Ok(name)
                : Unhappy.NotUnderstood<string>(reply, "no stored name")),
            cancel);
    }

    /// <summary>
    /// Takes a file off, at the path that it has at this moment; refused with <see cref="Codes.NotFound"/> where it is
    /// not there. Dolibarr asks for no right but to read supplier invoices, and minds no state of theirs.
    /// </summary>
    public Task<Answer<Done>> DeleteAsync(StoredFile file, CancellationToken cancel) =>
        caller.SendAsync(token => api.DeleteAsync(file.RelativePath, token), Written.Success, cancel);
}
