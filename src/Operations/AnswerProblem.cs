using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>What a Dolibarr answered when it did not do as asked, as a problem with its place.</summary>
public static class AnswerProblem
{
    /// <summary>The problem of an answer that has no value; an error in this program where it has one.</summary>
    public static Problem ProblemOf<T>(this Answer<T> answer, string place) => answer switch
    {
        Answer<T>.Refused refused => refused.Problem with { Place = place },
        Answer<T>.Unanswered unanswered => unanswered.Problem with { Place = place },
        _ => throw new ArgumentException("An answer with a value is not a problem.", nameof(answer)),
    };
}
