using System.Collections.Frozen;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// An argument that would choose where the agent writes. There is none: the target comes from the environment, from a
/// person. It is refused by name, before anything else is looked at, and not taken for a misspelt option.
/// </summary>
internal static class TargetArgument
{
    private static readonly FrozenSet<string> Options = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "target", "prod", "production", "instance", "env", "environment", "url", "server", "host", "base-url", "prod-url", "sandbox-url", "api-key", "key", "confirm");

    /// <summary>The first argument that names a target or a key, where there is one. <c>names</c> reads no instance, so its options are its own.</summary>
    public static string? In(string[] arguments) => arguments is ["names", ..] ? null : arguments.FirstOrDefault(IsOne);

    private static bool IsOne(string argument)
    {
        var name = argument.Split('=', ':')[0];
        return name.StartsWith("DOLIBARR_", StringComparison.OrdinalIgnoreCase)
            || (argument.StartsWith('-') && Options.Contains(name.TrimStart('-')));
    }
}
