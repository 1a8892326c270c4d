using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary>What writing functions refused and no later call fixed: it was asked for, and was not done.</summary>
internal sealed class Refusals
{
    private readonly List<RefusedWork> standing = [];
    private ImmutableHashSet<string> entered = [];

    public ImmutableArray<Problem> Standing => [.. standing.Select(s => s.Problem).Distinct()];

    /// <summary>The structured invoices (<c>invoice1</c>) that were entered.</summary>
    public IReadOnlySet<string> Entered => entered;

    /// <summary>Takes note of what came of a call; the codes of its refusal.</summary>
    public ImmutableArray<ProblemCode> Note(ToolCall call, string result)
    {
        using var document = JsonDocument.Parse(result);
        if (document.RootElement.TryGetProperty("refused", out var refused))
        {
            ImmutableArray<Problem> problems = [.. refused.EnumerateArray().Select(r => Of(call, r))];
            if (call.Writes)
            {
                standing.RemoveAll(s => s.Work == WorkOf(call));
                standing.AddRange(problems.Where(p => p.Code != Codes.NothingRecorded && p.Code != Codes.NothingToDo).Select(p => new RefusedWork(WorkOf(call), p)));
            }
            return [.. problems.Select(p => p.Code)];
        }
        standing.RemoveAll(s => s.Work == WorkOf(call));
        if (call.Function == "enter_invoice")
        {
            entered = entered.Add(ArgumentOf(call, "invoice"));
        }
        return [];
    }

    // A call that is fixed is the same function again; of structured invoices each is work of its own.
    private static string WorkOf(ToolCall call) => call.Function == "enter_invoice" ? $"{call.Function} {ArgumentOf(call, "invoice")}" : call.Function;

    private static string ArgumentOf(ToolCall call, string name) => call.Arguments.FirstOrDefault(a => a.Key == name).Value?.ToString() ?? "";

    private static Problem Of(ToolCall call, JsonElement refused) => new(
        Codes.Of(Text(refused, "code")), WorkOf(call), refused.TryGetProperty("data", out var data) ? Text(data, "message") : "", Text(refused, "do"));

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : "";

    private sealed record RefusedWork(string Work, Problem Problem);
}
