using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>What the server answers to one call.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>200 with a JSON body, which may be a bare number or text.</summary>
    public sealed record Json(JsonNode? Body) : Reply;

    /// <summary>A status with plain text, as the firewall and the router give.</summary>
    public sealed record Text(int Status, string Body) : Reply;

    /// <summary>304 with no body: the object was already so.</summary>
    public sealed record NothingDone : Reply;

    /// <summary>An error in Dolibarr's JSON.</summary>
    /// <param name="Status">The HTTP status, repeated in the body.</param>
    /// <param name="Message">What follows the status's phrase; empty where the phrase stands alone.</param>
    /// <param name="Source">The file and line of the server that refused, as <c>debug.source</c> shows it.</param>
    /// <param name="At">How far the call had come.</param>
    public sealed record Refused(int Status, string Message, string Source, Stage At = Stage.Call) : Reply
    {
        /// <summary>What stands beside code and message under <c>"0"</c>, <c>"1"</c>, …</summary>
        public ImmutableArray<string?> Details { get; init; } = [];
    }

    public static Json Success(string message) =>
        new(new JsonObject { ["success"] = new JsonObject { ["code"] = 200, ["message"] = message } });
}

/// <summary>The stages of a call on the server, for <c>debug.stages</c>.</summary>
internal enum Stage
{
    Setup,
    Route,
    Authenticate,
    Validate,
    Call,
}
