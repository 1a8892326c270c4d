using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>What a Dolibarr answered when it did not do as asked, as a problem with its place.</summary>
public static class Faults
{
    public static Problem ToProblem(this DolibarrError error, string place) => new(error.Code, place, error.Message, error.Advice);

    public static Problem ToProblem(this NoAnswer fault, string place) => new(fault.Code, place, fault.Message, fault.Advice);

    /// <summary>The problem of an answer that has no value; an error in this program where it has one.</summary>
    public static Problem ProblemOf<T>(this Answer<T> answer, string place) => answer switch
    {
        Answer<T>.Refused refused => refused.Error.ToProblem(place),
        Answer<T>.Unanswered unanswered => unanswered.Fault.ToProblem(place),
        _ => throw new ArgumentException("An answer with a value is not a problem.", nameof(answer)),
    };
}
