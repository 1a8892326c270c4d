namespace DolibarrAgent.Changesets;

/// <summary>A text that others follow. Words from outside, a server's above all, often end without a full stop.</summary>
public static class FullStop
{
    /// <summary>The text with an end: a full stop is added where it has none.</summary>
    public static string After(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.TrimEnd();
        return trimmed.TrimEnd('\'', '"', ')', '»') is [.., '.' or '!' or '?' or '…' or ':'] or "" ? trimmed : $"{trimmed}.";
    }

    /// <summary>The text without its full stop, to stand inside another sentence.</summary>
    public static string Without(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.TrimEnd().TrimEnd('.');
    }
}
