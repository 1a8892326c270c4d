namespace DolibarrAgent.Operations;

/// <summary>One value that was read on a target and relied on. The plan's digest covers it: when it moves, the confirmation is void.</summary>
/// <param name="What">What was looked at, in words that do not change: <c>supplier FR40303265045</c>, <c>phone</c>.</param>
/// <param name="Value">What was there; <see cref="Absent"/> where there was nothing.</param>
public sealed record Observed(string What, string Value)
{
    public const string Absent = "(absent)";

    /// <summary>What an earlier operation of the changeset makes: the same before and after it has been made.</summary>
    public static Observed Made(string what, string operation) => new(what, $"{By}{operation}");

    /// <summary>
    /// Whether it is what an operation of another changeset makes, which is named with that changeset:
    /// <c>01KAQ7Z3V9/op1</c>.
    /// </summary>
    public bool IsMadeElsewhere => Value.StartsWith(By, StringComparison.Ordinal) && Value.Contains('/', StringComparison.Ordinal);

    private const string By = "made by ";
}
