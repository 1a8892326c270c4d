using System.Text.Json.Serialization;
using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IWriteDocuments
{
    [Post("/documents/upload")]
    Task<HttpResponseMessage> UploadAsync([Body(buffered: true)] UploadBody body, CancellationToken cancel);

    // The name of the module that downloads take; by its own name it is a 403.
    [Delete("/documents?modulepart=facture_fournisseur")]
    Task<HttpResponseMessage> DeleteAsync([AliasAs("original_file")] string path, CancellationToken cancel);
}

internal sealed record UploadBody
{
    [JsonPropertyName("filename")]
    public required string Name { get; init; }

    [JsonPropertyName("modulepart")]
    public required string ModulePart { get; init; }

    [JsonPropertyName("ref")]
    public required string Ref { get; init; }

    /// <summary>Written in base64.</summary>
    [JsonPropertyName("filecontent")]
    public required ReadOnlyMemory<byte> Content { get; init; }

    [JsonPropertyName("fileencoding")]
    public string Encoding { get; } = "base64";

    /// <summary>0, always: nothing is overwritten.</summary>
    [JsonPropertyName("overwriteifexists")]
    public int Overwrite { get; }
}
