namespace DolibarrAgent.Settings;

/// <summary>The instance that a call goes to, from <c>DOLIBARR_TARGET</c>; prod when that is unset.</summary>
public enum Target
{
    /// <summary>The books.</summary>
    Prod,

    /// <summary>A copy to work on.</summary>
    Sandbox,
}
