using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>One call as the server saw it, in the order in which they came.</summary>
/// <param name="Number">Counts from 1 since the start or the last reset.</param>
/// <param name="At">When it came, by the server's clock.</param>
/// <param name="Method">GET, POST, …</param>
/// <param name="Path">The path with its query, a key in it masked.</param>
/// <param name="Key">The name of the key that called; null when there was none or an unknown one.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="BodySha256">SHA-256 of the body's bytes in lower-case hexadecimal; of no bytes when there was no body.</param>
/// <param name="Body">The body of anything but a GET, <c>filecontent</c> replaced by its SHA-256 and length; null when there was none.</param>
public sealed record LoggedRequest(
    int Number, DateTimeOffset At, string Method, string Path, string? Key, int Status, string BodySha256, string? Body)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line of the log file, without its line end.</summary>
    public string ToLine() => ToJson().ToJsonString(Readable);

    /// <summary>The same as an object.</summary>
    public JsonObject ToJson() => new()
    {
        ["number"] = Number,
        ["at"] = At.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["method"] = Method,
        ["path"] = Path,
        ["key"] = Key,
        ["status"] = Status,
        ["bodySha256"] = BodySha256,
        ["body"] = Body,
    };
}
