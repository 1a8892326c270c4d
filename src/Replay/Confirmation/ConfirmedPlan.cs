using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>
/// A plan on which a person has given their word, with the leave to carry it out. Made by <see cref="Confirmation"/>
/// and nowhere else; that is what stands between a plan and a write.
/// </summary>
public sealed class ConfirmedPlan : IDisposable
{
    internal ConfirmedPlan(Plan plan, Grant grant) => (Plan, Grant) = (plan, grant);

    public Plan Plan { get; }

    public Grant Grant { get; }

    /// <summary>Whose signatures it was confirmed by; null where it was by the typed code.</summary>
    internal Signed? Signed { get; init; }

    /// <summary>The batch that it was confirmed with; null where it was confirmed alone.</summary>
    internal Digest? Batch { get; init; }

    public void Dispose() => Grant.Dispose();
}
