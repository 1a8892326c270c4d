namespace DolibarrAgent.Intake;

/// <summary>What a damaged document of an office program was meant to be, by its name or the type that it was sent under.</summary>
internal static class OfficeNames
{
    private static readonly OfficeName[] Known =
    [
        new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml", ContentRefusals.Excel),
        new(".xlsm", "application/vnd.ms-excel", ContentRefusals.Excel),
        new(".xlsb", "application/vnd.ms-excel", ContentRefusals.Excel),
        new(".xls", "application/vnd.ms-excel", ContentRefusals.OldExcel),
        new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml", ContentRefusals.Word),
        new(".docm", "application/msword", ContentRefusals.Word),
        new(".doc", "application/msword", ContentRefusals.OldWord),
        new(".pptx", "application/vnd.openxmlformats-officedocument.presentationml", ContentRefusals.PowerPoint),
        new(".ppt", "application/vnd.ms-powerpoint", ContentRefusals.OldPowerPoint),
        new(".ods", "application/vnd.oasis.opendocument.spreadsheet", ContentRefusals.OpenDocumentSheet),
        new(".odt", "application/vnd.oasis.opendocument.text", ContentRefusals.OpenDocumentText),
        new(".odp", "application/vnd.oasis.opendocument.presentation", ContentRefusals.OpenDocument),
    ];

    /// <summary>Says that it is damaged too; null where neither its name nor its type says anything.</summary>
    public static Refusal? Of(SourceFile file) => Meant(file) is { } meant
        ? meant with { Message = $"By its name or type {char.ToLowerInvariant(meant.Message[0])}{meant.Message[1..]} It is cut off or damaged besides." }
        : null;

    /// <summary>The document that it was meant to be.</summary>
    public static Refusal? Meant(SourceFile file)
    {
        foreach (var (ending, _, meant) in Known)
        {
            if (file.CleanName.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return meant;
            }
        }

        foreach (var (_, type, meant) in Known)
        {
            if (file.ContentType.StartsWith(type, StringComparison.OrdinalIgnoreCase))
            {
                return meant;
            }
        }

        return null;
    }

    private sealed record OfficeName(string Ending, string Type, Refusal Is);
}
