using System.Text.Json.Serialization;
using DolibarrAgent.Replay;

namespace DolibarrAgent.ReplayTool;

/// <summary>The bodies of the ledger's entries, to read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ShownBody))]
[JsonSerializable(typeof(ConfirmedBody))]
[JsonSerializable(typeof(IntentBody))]
[JsonSerializable(typeof(AnsweredBody))]
[JsonSerializable(typeof(OutcomeBody))]
[JsonSerializable(typeof(FinishedBody))]
[JsonSerializable(typeof(RejectedBody))]
[JsonSerializable(typeof(GateBody))]
[JsonSerializable(typeof(AcceptedBody))]
[JsonSerializable(typeof(string))]
internal sealed partial class LedgerJson : JsonSerializerContext;
