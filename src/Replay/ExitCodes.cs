using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>What <c>replay</c> ends with because of problems, by the register.</summary>
public static class ExitCodes
{
    /// <summary>The gravest of them. Refused stands above all: where the gate is shut, what lies behind it does not matter yet.</summary>
    public static ExitCode Of(IEnumerable<Problem> problems) => problems.Max(problem => problem.Code.Kind) switch
    {
        ProblemKind.Refusal => ExitCode.Refused,
        ProblemKind.Failure => ExitCode.Error,
        _ => ExitCode.Conflict,
    };
}
