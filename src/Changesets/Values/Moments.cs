using System.Globalization;

namespace DolibarrAgent.Changesets;

/// <summary>
/// Moments, always in UTC. Files that a program reads again and that are hashed or signed have one form, to the second
/// (<see cref="Text"/>, <see cref="Strict"/>); people read another, with a blank and the name of the zone (<see cref="Shown"/>).
/// </summary>
public static class Moments
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private const string Seconds = "yyyy-MM-dd HH:mm:ss";

    /// <summary>The moment that a text is: <c>2026-11-23T10:04:05Z</c> and nothing else; null for any other text, and for none.</summary>
    public static DateTimeOffset? Strict(string? text) =>
        DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>The one text of a moment in a file: <c>2026-11-23T10:04:05Z</c>. What is below a second is left out.</summary>
    public static string Text(DateTimeOffset at) => Of(at, Form);

    /// <summary>The same with milliseconds, for what orders entries that are closer than a second: the ledger's, shown as JSON.</summary>
    public static string TextToTheMillisecond(DateTimeOffset at) => Of(at, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    /// <summary>For people, in a sentence: <c>2026-11-23 10:04:05 UTC</c>.</summary>
    public static string Shown(DateTimeOffset at) => $"{ShownUnderUtc(at)} UTC";

    /// <summary>For people, in a column whose heading says that it is UTC: <c>2026-11-23 10:04:05</c>.</summary>
    public static string ShownUnderUtc(DateTimeOffset at) => Of(at, Seconds);

    /// <summary>For people, of today: <c>10:04:05 UTC</c>.</summary>
    public static string ShownOfToday(DateTimeOffset at) => $"{Of(at, "HH:mm:ss")} UTC";

    /// <summary>A clock in its own zone, for people who compare it with the one on their wall: <c>2026-11-23 11:04</c>.</summary>
    public static string ShownWhereItIs(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Part of a name that must be new: <c>20261123 100405 123</c>.</summary>
    public static string Stamp(DateTimeOffset at) => Of(at, "yyyyMMdd HHmmss fff");

    /// <summary>The day that it is in UTC at this moment.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>The moment as its text will say it: without what is below a second.</summary>
    public static DateTimeOffset ToTheSecond(DateTimeOffset at) =>
        new(at.UtcDateTime.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerSecond)), TimeSpan.Zero);

    private static string Of(DateTimeOffset at, string form) => at.UtcDateTime.ToString(form, CultureInfo.InvariantCulture);
}
