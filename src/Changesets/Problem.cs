namespace DolibarrAgent.Changesets;

/// <summary>An expected failure as a value: what is wrong, where, and what a person does about it.</summary>
/// <param name="Code">Of the register.</param>
/// <param name="Place">Where it is: a path in the file (<c>operations[1].set</c>), an operation (<c>op2</c>), a file.</param>
/// <param name="Message">What happened, with the values concerned. It ends with a full stop, whoever wrote it: the remedy follows.</param>
/// <param name="Remedy">What to do now.</param>
public sealed record Problem(ProblemCode Code, string Place, string Message, string Remedy)
{
    /// <summary>One for which the remedy of its code says enough.</summary>
    public Problem(ProblemCode code, string place, string message)
        : this(code, place, message, (code ?? throw new ArgumentNullException(nameof(code))).Remedy)
    {
    }

    public string Message { get; init => field = FullStop.After(value); } = FullStop.After(Message);

    public override string ToString() => $"{Place}: {Message} {Remedy}";
}
