using System.Text.Json;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// The body of a refusal: <c>{"error": {"code": 500, "message": "…", "0": "ErrorRefAlreadyExists"}}</c>. The numbered
/// members are what the object or the database said.
/// </summary>
internal sealed partial record DolibarrErrorBody(string Message, IReadOnlyList<string> Details)
{
    /// <summary>All of it on one line.</summary>
    public string Text => OneLine(string.Join(": ", [Message.TrimEnd(), .. Details]));

    /// <summary>Whether the database itself refused a statement; what it was part of was rolled back.</summary>
    public bool IsFromDatabase => DatabaseError().IsMatch(Text) && !IsDatabaseGone;

    /// <summary>Whether the database went away meanwhile: nobody knows how far it came (SQLSTATE classes 08, 57, 58, XX).</summary>
    public bool IsDatabaseGone => DatabaseGone().IsMatch(Text);

    /// <summary>Whether the reference is taken.</summary>
    public bool IsTakenReference => Details.Contains("ErrorRefAlreadyExists");

    /// <summary>Whether Dolibarr's own rules refused.</summary>
    public bool IsOwnRule => OwnRule().IsMatch(Message) && !IsDatabaseGone;

    /// <summary>Whether the same read would get the same answer again. A database that was busy (classes 40, 53) may answer better.</summary>
    public bool IsFinal => !IsDatabaseGone && !DatabaseBusy().IsMatch(Text) && (IsFromDatabase || IsTakenReference || IsOwnRule);

    /// <summary>The refusal in a body; null where it is not one of Dolibarr's.</summary>
    public static DolibarrErrorBody? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("message", out var message)
                && message.ValueKind == JsonValueKind.String
                ? new DolibarrErrorBody(message.GetString()!, [.. DetailsOf(error)])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text on one line, with its length kept within reason and what was left out counted.</summary>
    public static string OneLine(string text)
    {
        const int longest = 600;
        var line = Space().Replace(text, " ").Trim();
        return line.Length <= longest ? line : $"{line[..longest]}… ({line.Length - longest} more characters)";
    }

    private static IEnumerable<string> DetailsOf(JsonElement error) => error.EnumerateObject()
        .Where(member => member.Name.All(char.IsAsciiDigit) && member.Value.ValueKind == JsonValueKind.String)
        .Select(member => member.Value.GetString()!.Trim())
        .Where(detail => detail.Length > 0)
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"ERROR:\s+[0-9A-Z]{5}:|DB_ERROR|SQLSTATE|Duplicate entry|You have an error in your SQL syntax", RegexOptions.CultureInvariant)]
    private static partial Regex DatabaseError();

    [GeneratedRegex(@"ERROR:\s+(08|57|58|XX)[0-9A-Z]{3}:|server closed the connection|gone away", RegexOptions.CultureInvariant)]
    private static partial Regex DatabaseGone();

    [GeneratedRegex(@"ERROR:\s+(40|53)[0-9A-Z]{3}:|Deadlock found", RegexOptions.CultureInvariant)]
    private static partial Regex DatabaseBusy();

    // Sentences that Dolibarr's API classes raise after the object has rolled its own work back.
    [GeneratedRegex(
        "Error creating|Error when creating|Error when validating|Error when deleting|Error when updating|Error when retrieve|Error : |not implemented yet|must have lines",
        RegexOptions.CultureInvariant)]
    private static partial Regex OwnRule();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
