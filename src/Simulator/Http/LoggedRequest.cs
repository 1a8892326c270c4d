using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>One call as the server saw it, in the order in which they came.</summary>
public sealed record LoggedRequest
{
    /// <summary>Counts from 1 since the start or the last reset.</summary>
    public required int Number { get; init; }

    /// <summary>When it came, by the server's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>GET, POST, …</summary>
    public required string Method { get; init; }

    /// <summary>The path with its query, a key in it masked.</summary>
    public required string Path { get; init; }

    /// <summary>The name of the key that called; null when there was none or an unknown one.</summary>
    public required string? Key { get; init; }

    /// <summary>The status of the answer as it went out; 0 when none did.</summary>
    public required int Status { get; init; }

    /// <summary>The status of the resource's own answer, whatever the client was told; null when it was not asked.</summary>
    public int? OwnStatus { get; init; }

    /// <summary>Whether it changed what the server holds. Never so for a read, nor for a write that is refused or does nothing.</summary>
    public bool TookEffect { get; init; }

    /// <summary>The id of what it created; null when it created nothing that has one of its own.</summary>
    public long? Created { get; init; }

    /// <summary>What went wrong with it; null when nothing did.</summary>
    public Fault? Fault { get; init; }

    /// <summary>
    /// The number of the request that is dealt with only now (<see cref="Fault.CloseThenEffect"/>): this entry is no
    /// request of its own. Null for what has just come in.
    /// </summary>
    public int? LateEffectOf { get; init; }

    /// <summary>SHA-256 of the body's bytes in lower-case hexadecimal; of no bytes when there was no body.</summary>
    public required string BodySha256 { get; init; }

    /// <summary>The body of anything but a GET, <c>filecontent</c> replaced by its SHA-256 and length; null when there was none.</summary>
    public required string? Body { get; init; }

    /// <summary>Method and path below the API's root with its query, as <c>POST /supplierinvoices/7/validate</c>.</summary>
    public string Call => $"{Method} {(Path.StartsWith(Root, StringComparison.Ordinal) ? Path[Root.Length..] : Path)}";

    private const string Root = "/api/index.php";

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
        ["ownStatus"] = OwnStatus,
        ["tookEffect"] = TookEffect,
        ["created"] = Created,
        ["fault"] = Fault?.ToString(),
        ["lateEffectOf"] = LateEffectOf,
    };
}
