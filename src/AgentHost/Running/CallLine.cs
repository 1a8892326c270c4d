using System.Globalization;
using System.Text.Json;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Review;

namespace DolibarrAgent.AgentHost;

/// <summary>A call of a function, and what came of it, on a line each. Arguments and results hold text from outside.</summary>
internal static class CallLine
{
    private const int LongestValue = 60;
    private const int LongestReason = 200;

    public static string Of(ToolCall call) => string.Join(' ', [call.Function, .. call.Arguments.Select(a => $"{Visible.Of(a.Key, LongestValue)}={Value(a.Value)}")]);

    /// <summary>What a result comes to: <c>op2 create supplierInvoice, gross 35.20, draft; warnings: new-supplier</c>.</summary>
    public static string OfResult(string json)
    {
        using var document = JsonDocument.Parse(json);
        var result = document.RootElement;
        if (result.TryGetProperty("refused", out var refused))
        {
            return $"refused: {string.Join("; ", refused.EnumerateArray().Select(Reason))}";
        }
        return string.Join(", ", Parts(result).Where(part => part.Length > 0)) is { Length: > 0 } parts ? parts + Warnings(result) : "read";
    }

    private static IEnumerable<string> Parts(JsonElement result)
    {
        yield return $"{Text(result, "done")} {Text(result, "did")}".Trim();
        foreach (var (name, words) in new[] { ("gross", "gross "), ("status", ""), ("finished", "finished "), ("discarded", "discarded "), ("found", "found "), ("document", ""), ("id", ""), ("changeset", "changeset ") })
        {
            yield return Text(result, name) is { Length: > 0 } text ? words + text : "";
        }
        yield return Count(result, "operations", "operations");
        yield return Count(result, "files", "files");
        yield return Count(result, "invoices", "structured invoices");
        yield return Text(result, "no_structured_invoice") is { Length: > 0 } code ? $"no structured invoice ({code})" : "";
        yield return Text(result, "validated") == "False" ? "left a draft" : "";
    }

    private static string Count(JsonElement result, string name, string words) => !result.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"{value.GetArrayLength()} {words}"),
        JsonValueKind.Number => $"{value.GetRawText()} {words}",
        _ => "",
    };

    private static string Warnings(JsonElement result) => result.TryGetProperty("warnings", out var warnings) && warnings.ValueKind == JsonValueKind.Array && warnings.GetArrayLength() > 0
        ? $"; warnings: {string.Join(", ", warnings.EnumerateArray().Select(w => Text(w, "code")).Distinct())}"
        : "";

    private static string Reason(JsonElement problem)
    {
        var message = problem.TryGetProperty("data", out var data) ? Text(data, "message") : "";
        return $"{Text(problem, "code")}{(Text(problem, "on") is { Length: > 0 } on ? $" ({on})" : "")} {Visible.Of(message.Length > 0 ? message : Text(problem, "do"), LongestReason)}".TrimEnd();
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object) ? Visible.Of(value.ToString(), LongestReason).ToString() : "";

    private static string Value(object? value) => value switch
    {
        null => "",
        JsonElement { ValueKind: JsonValueKind.Array } array => string.Create(CultureInfo.InvariantCulture, $"[{array.GetArrayLength()}]"),
        string text when text.StartsWith('[') => "[…]",
        _ => Visible.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", LongestValue).ToString(),
    };
}
