namespace DolibarrAgent.Review;

/// <summary>The address of a page within its own site: a path from the root, and perhaps a query. It names no other site.</summary>
public sealed record SitePath
{
    private readonly string text;

    private SitePath(string text) => this.text = text;

    /// <summary>The first page.</summary>
    public static SitePath Root { get; } = new("/");

    /// <param name="segments">Each is escaped, so that none of them ends a segment.</param>
    public static SitePath Of(params ReadOnlySpan<string> segments)
    {
        var path = "";
        foreach (var segment in segments)
        {
            path += "/" + Uri.EscapeDataString(segment);
        }
        return new SitePath(path);
    }

    /// <summary>The same with a value in its query.</summary>
    public SitePath With(string name, string value) =>
        new($"{text}{(text.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}");

    public override string ToString() => text;
}
