using DolibarrAgent.Dolibarr;
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

    public void Dispose() => Grant.Dispose();
}
