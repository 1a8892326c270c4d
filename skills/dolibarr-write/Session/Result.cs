using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What came of something asked of the skill: a value, or every reason why not. Closed.</summary>
public abstract record Result<T>
{
    private Result() { }

    public sealed record Ok(T Value) : Result<T>;

    /// <summary>Nothing was done; each problem says why and what to do. Never empty.</summary>
    public sealed record Refused(ImmutableArray<Problem> Problems) : Result<T>;

    /// <summary>The same outcome with the value made into another.</summary>
    public Result<TOther> Map<TOther>(Func<T, TOther> make) => this switch
    {
        Ok ok => new Result<TOther>.Ok(make(ok.Value)),
        Refused refused => new Result<TOther>.Refused(refused.Problems),
        _ => throw new InvalidOperationException("A result is one of two."),
    };

    /// <summary>The same outcome, or what the next step makes of the value.</summary>
    public Task<Result<TOther>> ThenAsync<TOther>(Func<T, Task<Result<TOther>>> next) => this switch
    {
        Ok ok => next(ok.Value),
        Refused refused => Task.FromResult<Result<TOther>>(new Result<TOther>.Refused(refused.Problems)),
        _ => throw new InvalidOperationException("A result is one of two."),
    };
}

/// <summary>Results, made.</summary>
internal static class Result
{
    public static Result<T> Ok<T>(T value) => new Result<T>.Ok(value);

    public static Result<T> Refused<T>(params ImmutableArray<Problem> problems) => new Result<T>.Refused(problems);

    /// <summary>What a Dolibarr answered, with the place that its refusal is about.</summary>
    public static Result<T> ToResult<T>(this Answer<T> answer, string place) => answer is Answer<T>.Ok ok
        ? new Result<T>.Ok(ok.Value)
        : new Result<T>.Refused([answer.ProblemOf(place)]);
}
