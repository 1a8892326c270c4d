namespace DolibarrAgent.Intake;

/// <summary>The media type of a content that was recognised.</summary>
internal static class ContentTypes
{
    public static string Of(ContentKind kind) => kind switch
    {
        ContentKind.Pdf => "application/pdf",
        ContentKind.Xml => "application/xml",
        ContentKind.Zip => "application/zip",
        ContentKind.OutlookMessage => "application/vnd.ms-outlook",
        ContentKind.Tnef => "application/ms-tnef",
        _ => "application/octet-stream",
    };
}
