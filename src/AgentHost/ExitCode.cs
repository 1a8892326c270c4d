using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.AgentHost;

/// <summary>What the program ends with.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Bad usage, an ERP that does not answer, a wrong key, a full disk.</summary>
    public const int Failed = 1;

    /// <summary>Refused: by the gate, by a rule, or because there is nothing to do it with.</summary>
    public const int Refused = 4;

    /// <summary>By the register. A failure where any of them is one: it hides what the rules would have said.</summary>
    public static int Of(ImmutableArray<Problem> problems) => Of(problems.Select(problem => problem.Code));

    /// <summary>The same by their codes.</summary>
    public static int Of(IEnumerable<ProblemCode> codes) => codes.Any(code => code.Kind == ProblemKind.Failure) ? Failed : Refused;
}
