using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// Stands at the boundary between a client's model and the skill: tells of each call on stderr, and lets none begin once
/// the session has ended.
/// </summary>
internal sealed class ServedWatch(Narration narration, CancellationToken ended) : IToolWatch
{
    /// <summary>
    /// Why no IBAN is entered here. It is kept by the skill, which takes an IBAN from a person's instruction alone, and
    /// gets none here; this only says it better.
    /// </summary>
    public const string BankAccounts = "set_bank_account is refused here, always: over this connection nobody can tell a person's words from a model's. Tell the person to enter bank details with `agent run` or `agent chat`, naming the supplier and the IBAN in their own words.";

    public Problem? Refuses(ToolCall call)
    {
        narration.Called(call);
        return ended.IsCancellationRequested ? new Problem("stopped", "session", "", "The session has ended, and nothing new is started.")
            : call.Function == "set_bank_account" ? new Problem("not-instructed", "iban", "", BankAccounts)
            : null;
    }

    public void Ended(ToolCall call, string result) => narration.Answered(result);
}
