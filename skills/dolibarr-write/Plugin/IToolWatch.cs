using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Who stands at the boundary between a model and the skill: is asked before each call, and told what came of it.</summary>
public interface IToolWatch
{
    /// <summary>Cancelled when nothing more may begin, also within a call that is under way.</summary>
    CancellationToken Stop { get; }

    /// <summary>Null where the call may begin; else why not, which is what the model gets.</summary>
    Problem? Refuses(ToolCall call);

    /// <summary>A call has ended, or was refused; the result is what the model gets.</summary>
    void Ended(ToolCall call, string result);
}

/// <summary>One call of a function by a model.</summary>
/// <param name="Function">Its name: <c>enter_invoice</c>.</param>
/// <param name="Arguments">As they were given: texts, or JSON. Written by the model, so data.</param>
/// <param name="Writes">Whether it may write.</param>
public sealed record ToolCall(string Function, IReadOnlyList<KeyValuePair<string, object?>> Arguments, bool Writes);
