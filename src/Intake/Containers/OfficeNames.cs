namespace DolibarrAgent.Intake;

/// <summary>What a damaged document of an office program was meant to be, by its name or the type that it was sent under.</summary>
internal static class OfficeNames
{
    private static readonly (string Ending, string Type, Refusal Is)[] Known =
    [
        (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml", ContentRefusals.Excel),
        (".xlsm", "application/vnd.ms-excel", ContentRefusals.Excel),
        (".xlsb", "application/vnd.ms-excel", ContentRefusals.Excel),
        (".xls", "application/vnd.ms-excel", ContentRefusals.OldExcel),
        (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml", ContentRefusals.Word),
        (".docm", "application/msword", ContentRefusals.Word),
        (".doc", "application/msword", ContentRefusals.OldWord),
        (".pptx", "application/vnd.openxmlformats-officedocument.presentationml", ContentRefusals.PowerPoint),
        (".ppt", "application/vnd.ms-powerpoint", ContentRefusals.OldPowerPoint),
        (".ods", "application/vnd.oasis.opendocument.spreadsheet", ContentRefusals.OpenDocumentSheet),
        (".odt", "application/vnd.oasis.opendocument.text", ContentRefusals.OpenDocumentText),
        (".odp", "application/vnd.oasis.opendocument.presentation", ContentRefusals.OpenDocument),
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
}
