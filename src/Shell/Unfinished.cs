using DolibarrAgent.Changesets;

namespace DolibarrAgent.Shell;

/// <summary>What a person is told of work that did not come to its end. Only the log gets the stack trace.</summary>
public static class Unfinished
{
    /// <summary>Somebody stopped it.</summary>
    /// <param name="what">The command, or what it was at.</param>
    /// <param name="remedy">How things stand, and what to do now.</param>
    public static Problem Stopped(string what, string remedy) => new(Codes.Stopped, what, "It was stopped before it finished.", remedy);

    /// <summary>Something happened that nobody foresaw.</summary>
    /// <param name="what">The command, or what it was at.</param>
    /// <param name="fault">What happened.</param>
    /// <param name="remedy">How things stand, and what to do now.</param>
    public static Problem Defect(string what, Exception fault, string remedy)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new Problem(Codes.Unexpected, what, $"This program failed, which is a defect: {fault.GetType().Name}: {fault.Message}", remedy);
    }
}
