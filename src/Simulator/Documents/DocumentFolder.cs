namespace DolibarrAgent.Simulator;

/// <summary>Where the files of an invoice lie: <c>1/0/(PROV1)</c>, after validation <c>1/0/SI2611-0001</c>.</summary>
internal static class DocumentFolder
{
    public static string Of(SupplierInvoice invoice) => Level(invoice.Id) + FileNames.Sanitize(invoice.Ref);

    /// <summary>Moves the files to the folder of the new reference; those named after the old one are renamed.</summary>
    public static void Move(Database database, SupplierInvoice invoice, string reference)
    {
        var folder = Level(invoice.Id) + FileNames.Sanitize(reference);
        database.Documents = database.Documents.Moved(Of(invoice), Moved);
        database.IndexedOnly = database.IndexedOnly.Moved(Of(invoice), Moved);

        StoredDocument Moved(StoredDocument document) => document with
        {
            Folder = folder,
            Name = Renamed(document.Name, invoice.Ref, reference),
            IndexName = Renamed(document.IndexName, invoice.Ref, reference),
            Touched = database.Now,
        };
    }

    /// <summary>The last digit of the id, then the last but one.</summary>
    private static string Level(long id) => $"{id % 10}/{id / 10 % 10}/";

    private static string Renamed(string name, string old, string reference) =>
        name.StartsWith(old, StringComparison.Ordinal) ? reference + name[old.Length..] : name;
}
