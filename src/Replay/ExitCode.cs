namespace DolibarrAgent.Replay;

/// <summary>What the programs' exit codes mean.</summary>
public enum ExitCode
{
    /// <summary>Done, or nothing to do.</summary>
    Done = 0,

    /// <summary>Any other error.</summary>
    Error = 1,

    /// <summary>A plan waits for confirmation.</summary>
    Waits = 2,

    /// <summary>Conflict or drift.</summary>
    Conflict = 3,

    /// <summary>Refused by the gate.</summary>
    Refused = 4,

    /// <summary>An outcome is unknown.</summary>
    Unknown = 5,
}
