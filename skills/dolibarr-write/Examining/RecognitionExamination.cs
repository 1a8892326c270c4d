using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Whether pages that are pictures can be read here.</summary>
internal static class RecognitionExamination
{
    private const string Place = "tesseract, pdftoppm";

    public static async Task<Examined> OfAsync(RecognitionTools tools, CancellationToken cancel)
    {
        if (tools.Missing is { IsEmpty: false } missing)
        {
            return Without($"pages without text, and pictures, are not read: {string.Join(", ", missing)} not found");
        }
        var languages = await tools.LanguagesAsync(cancel);
        return languages.Contains("fra")
            ? new Examined(Health.Well, "page-recognition", Place, $"words on pages without text, and in pictures, are recognised ({string.Join(", ", languages)})")
            : Without("words on pages without text are recognised badly: tesseract has no French");
    }

    private static Examined Without(string says) => new(Health.Note, "page-recognition", Place, says) { Remedy = $"Install what is missing: {RecognitionTools.Packages}." };
}
