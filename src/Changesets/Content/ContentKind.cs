namespace DolibarrAgent.Changesets;

/// <summary>What a file is by its bytes: all that is read, opened, shown or told by name, and <see cref="Other"/>.</summary>
public enum ContentKind
{
    Other,
    Pdf,
    Xml,
    Zip,
    Gzip,
    Tar,

    /// <summary>What is signed, sealed or compressed for mail (CMS, PKCS #7).</summary>
    Cms,

    /// <summary>A container of Microsoft's old office programs: a workbook, a text, a message of Outlook's.</summary>
    Ole,
    Tnef,
    Png,
    Jpeg,
    Gif,
    WebP,

    /// <summary>A picture of a kind that no browser is trusted with here: TIFF, BMP, HEIF.</summary>
    OtherPicture,
    Audio,
    Video,
    RichText,
    PostScript,
    SevenZip,
    Rar,
    Bzip2,
    Xz,
    Zstandard,
    Cabinet,
    Lha,
    Arj,
    Ace,
    Compress,
    Program,

    /// <summary>What a computer notes beside its files.</summary>
    SystemFile,

    /// <summary>Never what bytes are taken for: only what they are besides, or what a name stands for.</summary>
    WebPage,

    /// <summary>As <see cref="WebPage"/>: a mail has no mark of its own.</summary>
    Mail,
}
