namespace DolibarrAgent.Intake;

/// <summary>What reading pages may cost. A limit that is met is a refusal that names it.</summary>
public sealed record PageLimits
{
    /// <summary>The limits that are meant for production.</summary>
    public static PageLimits Default { get; } = new();

    /// <summary>Pages of one document.</summary>
    public int Pages { get; init; } = 200;

    /// <summary>Pages of one document whose words are recognised: each takes seconds.</summary>
    public int RecognisedPages { get; init; } = 20;

    /// <summary>Bytes that what a PDF's pages are drawn from may unpack to, together. Pictures are not unpacked.</summary>
    public int UnpackedBytes { get; init; } = 100 * 1024 * 1024;

    /// <summary>Words of one document.</summary>
    public int Words { get; init; } = 200_000;
}
