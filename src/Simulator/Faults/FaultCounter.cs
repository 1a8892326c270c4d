namespace DolibarrAgent.Simulator;

/// <summary>The plan in force and how many requests it has seen. Numbers are given in the order of arrival.</summary>
internal sealed class FaultCounter
{
    private readonly Lock gate = new();
    private FaultPlan plan = FaultPlan.None;
    private int reads;
    private int writes;

    public FaultPlan Plan
    {
        get => plan;
        set
        {
            lock (gate)
            {
                (plan, reads, writes) = (value, 0, 0);
            }
        }
    }

    /// <summary>Counts a request; what strikes it, null when nothing does.</summary>
    public Fault? Next(bool isWrite)
    {
        lock (gate)
        {
            var ofKind = isWrite ? ++writes : ++reads;
            return plan.Strikes(reads + writes, isWrite, ofKind);
        }
    }
}
