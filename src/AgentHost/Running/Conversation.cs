using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DolibarrAgent.AgentHost;

/// <summary>A conversation as an endpoint takes it.</summary>
internal static class Conversation
{
    private const string NotDone = """{"refused":[{"code":"stopped","do":"It was stopped before this was called. Look with show_changeset at what was done."}]}""";

    /// <summary>
    /// Ends a turn: with the model's last words, and, where it was cut short, with an answer to every call that has none,
    /// for an endpoint refuses a conversation in which one is missing.
    /// </summary>
    public static void Close(ChatHistory conversation, string said)
    {
        var answered = conversation.SelectMany(m => m.Items).OfType<FunctionResultContent>().Select(r => r.CallId).ToHashSet(StringComparer.Ordinal);
        foreach (var call in conversation.SelectMany(m => m.Items).OfType<FunctionCallContent>().Where(c => !answered.Contains(c.Id)).ToList())
        {
            conversation.Add(new FunctionResultContent(call, NotDone).ToChatMessage());
        }
        if (said.Trim() is { Length: > 0 } words)
        {
            conversation.AddAssistantMessage(words);
        }
    }
}
