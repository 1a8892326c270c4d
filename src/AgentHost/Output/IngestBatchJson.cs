using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// Many messages for a program: a line for each with <c>message</c>, <c>outcome</c> and <c>parts</c>, each part as
/// <see cref="IngestJson"/> says it; then one with <c>summary</c>.
/// </summary>
internal sealed class IngestBatchJson(Terminal terminal) : IBatchView
{
    public void Begin(ImmutableArray<Message> messages) { }

    public void Next(int number) { }

    public void Show(IngestedMessage message) => terminal.Out.WriteLine(Json.Line(writer =>
    {
        writer.WriteString("message", message.Name);
        writer.WriteString("outcome", Word(message.Outcome));
        writer.WriteStartArray("parts");
        foreach (var part in message.Parts)
        {
            writer.WriteStartObject();
            writer.WriteString("invoices", part.Invoices);
            writer.WriteString("outcome", Word(part.Outcome));
            IngestJson.Write(writer, part.Result);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }));

    public void End(BatchSummary summary) => terminal.Out.WriteLine(Json.Line(writer =>
    {
        writer.WriteStartObject("summary");
        writer.WriteNumber("messages", summary.Messages);
        foreach (var outcome in Enum.GetValues<MessageOutcome>())
        {
            writer.WriteNumber(Word(outcome), summary.Done.Count(outcome));
        }
        writer.WriteNumber("not-reached", summary.NotReached);
        writer.WriteEndObject();
        writer.WriteStartObject("reasons");
        foreach (var (code, count) in summary.Done.Reasons(MessageOutcome.Refused, MessageOutcome.NoInvoice))
        {
            writer.WriteNumber(code, count);
        }
        writer.WriteEndObject();
        Write(writer, "leftAlone", summary.Named.LeftAlone);
        Write(writer, "open", summary.Open);
        Write(writer, "unreadable", summary.Unreadable);
        ProblemLines.Write(writer, "problems", summary.Problems);
    }));

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }
        writer.WriteEndArray();
    }

    private static string Word(MessageOutcome outcome) => outcome switch
    {
        MessageOutcome.AlreadyThere => "already-there",
        MessageOutcome.Entered => "entered",
        MessageOutcome.Draft => "draft",
        MessageOutcome.NoInvoice => "no-invoice",
        MessageOutcome.Refused => "refused",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
    };
}
