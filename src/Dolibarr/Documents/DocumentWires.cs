using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

internal sealed record StoredFileWire
{
    private const string SupplierInvoiceFolder = "/fournisseur/facture/";

    /// <summary>The file's name; <c>name</c> itself is null once the file is indexed.</summary>
    [JsonPropertyName("relativename")]
    public required string Name { get; init; }

    [JsonPropertyName("fullname")]
    public required string FullName { get; init; }

    [JsonPropertyName("size")]
    public required long? Size { get; init; }

    /// <summary>MD5 of an indexed file.</summary>
    [JsonPropertyName("label")]
    public string Label { get; set; } = "";

    /// <summary>Null where the server's path is not that of a supplier invoice.</summary>
    public StoredFile? ToSupplierInvoiceFile()
    {
        var at = FullName.LastIndexOf(SupplierInvoiceFolder, StringComparison.Ordinal);
        return at < 0 || Name.Length == 0
            ? null
            : new StoredFile(Name, Size ?? 0, FullName[(at + SupplierInvoiceFolder.Length)..], IsMd5(Label) ? Label : "");
    }

    private static bool IsMd5(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);
}

internal sealed record DownloadWire
{
    [JsonPropertyName("filesize")]
    public required long? Size { get; init; }

    [JsonPropertyName("content")]
    public required string Content { get; init; }

    [JsonPropertyName("encoding")]
    public required string Encoding { get; init; }
}
