using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>How one thing stands that was examined.</summary>
public enum Health
{
    /// <summary>As it should be.</summary>
    Well,

    /// <summary>Nothing that stops, and worth knowing.</summary>
    Note,

    /// <summary>To be fixed first.</summary>
    Wrong,
}

/// <summary>One thing that was examined.</summary>
/// <param name="Code">Stable, in kebab-case: <c>vat-rounding</c>.</param>
/// <param name="Place">What it is about: an instance's name, a variable, a folder.</param>
/// <param name="Says">What was seen.</param>
public sealed record Examined(Health Health, string Code, string Place, string Says)
{
    /// <summary>Something that is wrong.</summary>
    public Examined(ProblemCode fault, string place, string says)
        : this(Health.Wrong, fault?.Text ?? throw new ArgumentNullException(nameof(fault)), place, says) => Fault = fault;

    /// <summary>What is wrong, of the register; null where nothing is.</summary>
    public ProblemCode? Fault { get; }

    /// <summary>What to do about it; null where there is nothing to do.</summary>
    public string? Remedy { get; init; }

    internal static Examined Wrong(Problem problem) => new(problem.Code, problem.Place, problem.Message) { Remedy = problem.Remedy };
}

/// <summary>Everything that was examined, in order.</summary>
public sealed record Diagnosis(ImmutableArray<Examined> All)
{
    /// <summary>What is to be fixed.</summary>
    public ImmutableArray<Problem> Wrong => [.. from one in All where one.Fault is not null select new Problem(one.Fault!, one.Place, one.Says, one.Remedy ?? one.Fault!.Remedy)];
}
