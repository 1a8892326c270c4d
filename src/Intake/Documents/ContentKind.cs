namespace DolibarrAgent.Intake;

/// <summary>The kinds of content that are read or opened, and all others.</summary>
internal enum ContentKind
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
}
