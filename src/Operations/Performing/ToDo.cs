using DolibarrAgent.Changesets;

namespace DolibarrAgent.Operations;

/// <summary>An operation to perform.</summary>
/// <param name="Operation">Checked before, and all that it needs is done.</param>
/// <param name="Sent">When an earlier run sent it without learning what became of it; null where none did.</param>
public sealed record ToDo(Operation Operation, DateTimeOffset? Sent = null)
{
    /// <summary>Whether it is known that none of ours ever sent it: what bears its marker is then another's doing.</summary>
    public bool NeverSent { get; init; }
}
