namespace DolibarrAgent.Intake;

/// <summary>What reading may cost. Every limit that is met is a refusal or a warning that names it, never a silent cut.</summary>
public sealed record ReadLimits
{
    /// <summary>The limits that are meant for production.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Bytes of the file that is given.</summary>
    public int FileBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Bytes of one XML, attached or by itself.</summary>
    public int XmlBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Elements of one XML.</summary>
    public int XmlElements { get; init; } = 500_000;

    /// <summary>How deep elements may nest.</summary>
    public int XmlDepth { get; init; } = 100;

    /// <summary>Bytes that the streams of one PDF that are looked at may unpack to, together. The PDF library takes four times as much for it.</summary>
    public int PdfUnpackedBytes { get; init; } = 40 * 1024 * 1024;

    /// <summary>Files taken out of one mail, those of messages inside it included.</summary>
    public int MailFiles { get; init; } = 200;

    /// <summary>How deep messages, multiparts and containers may nest.</summary>
    public int MailDepth { get; init; } = 20;

    /// <summary>Characters of body text that are kept.</summary>
    public int MailTextCharacters { get; init; } = 200_000;

    /// <summary>Bytes that the parts of one mail may decode to, and its containers unpack to, together. The same holds for a container by itself.</summary>
    public int MailDecodedBytes { get; init; } = 100 * 1024 * 1024;

    /// <summary>Files taken out of one archive. One with more is not opened: a part of it would not be an answer.</summary>
    public int ArchiveFiles { get; init; } = 100;

    /// <summary>Entries of one archive: its files and folders, and what is only noted in it.</summary>
    public int ArchiveEntries { get; init; } = 10_000;

    /// <summary>Bytes that one archive may unpack to. They count among those of the mail, too.</summary>
    public int ArchiveUnpackedBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>How many times its own size an archive may unpack to, where that is more than a megabyte. XML seldom reaches a hundred.</summary>
    public int ArchiveRatio { get; init; } = 200;

    /// <summary>Files taken out of one XML.</summary>
    public int EmbeddedFiles { get; init; } = 50;
}
