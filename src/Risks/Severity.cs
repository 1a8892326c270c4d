namespace DolibarrAgent.Risks;

/// <summary>How loud a finding is.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>To be checked by eye.</summary>
    Check,

    /// <summary>Nothing goes on before it is settled.</summary>
    Stop,
}
