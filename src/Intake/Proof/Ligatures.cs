namespace DolibarrAgent.Intake;

/// <summary>Letters that a font draws as one: a page writes "Confirmation" with one sign for its f and i.</summary>
internal static class Ligatures
{
    /// <summary>The letters one by one.</summary>
    public static string Of(string text) => text.AsSpan().IndexOfAnyInRange('\ufb00', '\ufb06') < 0 ? text
        : string.Concat(text.Select(c => c switch
    {
        '\ufb00' => "ff",
        '\ufb01' => "fi",
        '\ufb02' => "fl",
        '\ufb03' => "ffi",
        '\ufb04' => "ffl",
        '\ufb05' or '\ufb06' => "st",
        _ => c.ToString(),
    }));
}
