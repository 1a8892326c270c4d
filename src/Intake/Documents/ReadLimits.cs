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

    /// <summary>How deep messages and multiparts may nest.</summary>
    public int MailDepth { get; init; } = 20;

    /// <summary>Characters of body text that are kept.</summary>
    public int MailTextCharacters { get; init; } = 200_000;

    /// <summary>Bytes that the parts of one mail may decode to, together.</summary>
    public int MailDecodedBytes { get; init; } = 100 * 1024 * 1024;
}
