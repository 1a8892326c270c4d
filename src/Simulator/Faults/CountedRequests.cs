namespace DolibarrAgent.Simulator;

/// <summary>Which requests a fault's number counts, from 1.</summary>
public enum CountedRequests
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Everything but GET.</summary>
    Writes,

    /// <summary>GET alone.</summary>
    Reads,
}
