namespace DolibarrAgent.Changesets;

/// <summary>What a kind of content is called in a sentence.</summary>
public static class ContentWords
{
    public static string Of(ContentKind kind) => kind switch
    {
        ContentKind.Pdf => "a PDF",
        ContentKind.Xml => "an XML",
        ContentKind.Zip => "a zip",
        ContentKind.Gzip => "a gzip archive",
        ContentKind.Tar => "a tar archive",
        ContentKind.Cms => "a signed file",
        ContentKind.Ole => "an Office document",
        ContentKind.Tnef => "a mail of Outlook's",
        ContentKind.Png => "a PNG picture",
        ContentKind.Jpeg => "a JPEG picture",
        ContentKind.Gif => "a GIF picture",
        ContentKind.WebP or ContentKind.OtherPicture => "a picture",
        ContentKind.Audio => "a sound recording",
        ContentKind.Video => "a video",
        ContentKind.RichText => "a rich text",
        ContentKind.PostScript => "a PostScript file",
        ContentKind.Program => "a program or a script",
        ContentKind.WebPage => "a web page",
        ContentKind.Mail => "a mail",
        ContentKind.SystemFile => "a system's file",
        ContentKind.Other => "a file of another kind",
        _ => "an archive",
    };
}
