using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The media type of a content that was recognised.</summary>
internal static class ContentTypes
{
    public static string Of(ContentKind kind) => kind switch
    {
        ContentKind.Pdf => "application/pdf",
        ContentKind.Xml => "application/xml",
        ContentKind.Zip => "application/zip",
        ContentKind.Gzip => "application/gzip",
        ContentKind.Tar => "application/x-tar",
        ContentKind.Cms => "application/pkcs7-mime",
        ContentKind.Ole => "application/x-ole-storage",
        ContentKind.Tnef => "application/ms-tnef",
        _ => "application/octet-stream",
    };
}
