using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Settings;

namespace DolibarrAgent.AgentHost;

/// <summary>The skill's options from the environment's variables.</summary>
internal static class SkillWiring
{
    private static readonly string By = $"dolibarr-agent {typeof(SkillWiring).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>For a command that brings settings of its own.</summary>
    public static SkillOptions Of(ProgramSettings settings) => new(settings, By);

    /// <summary>
    /// For a command that writes: everything that is wrong, at once. With the target at prod or unset nothing of prod
    /// need be configured to be refused.
    /// </summary>
    public static WiredOptions Writing(IReadOnlyDictionary<string, string?> variables)
    {
        var offline = ProgramSettings.Read(variables, SettingsNeeds.AgentOffline);
        if (offline is Checked<ProgramSettings>.Valid { Value: { Target: Target.Prod } prod })
        {
            return new WiredOptions(null, [new Problem(
                Codes.TargetIsProd, Variables.Target, $"The target is {prod.ProdInstance.Name}, where nothing is ever written by an agent{(variables.GetValueOrDefault(Variables.Target) is null ? $"; it is so because {Variables.Target} is not set" : "")}.",
                $"Set {Variables.Target}=sandbox to write to {prod.SandboxInstance.Name}. What is recorded there reaches {prod.ProdInstance.Name} when a person runs `replay --confirm`.")]);
        }
        return ProgramSettings.Read(variables, SettingsNeeds.Agent) switch
        {
            Checked<ProgramSettings>.Valid valid => new WiredOptions(Of(valid.Value) with { Pages = PageReaders.By(variables) }, []),
            var faults => new WiredOptions(null, faults.AllProblems),
        };
    }
}

/// <summary>The skill's options as they were read.</summary>
/// <param name="Options">Null where something is wrong with them.</param>
/// <param name="Problems">All that is wrong; empty where nothing is.</param>
internal sealed record WiredOptions(SkillOptions? Options, ImmutableArray<Problem> Problems);
