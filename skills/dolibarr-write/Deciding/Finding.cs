namespace DolibarrAgent.DolibarrWrite;

/// <summary>How something about a server is known.</summary>
public enum HowKnown
{
    /// <summary>The server says it.</summary>
    Said,

    /// <summary>Invoices that are there show it.</summary>
    Inferred,

    /// <summary>A draft that was entered for it, and taken out again, showed it.</summary>
    Probed,

    /// <summary>Nothing says it; it is what servers mostly are.</summary>
    Assumed,
}

/// <summary>Something about a server, and how it is known.</summary>
/// <param name="From">What it was taken from, for a person: <c>invoice SI2611-0001 of 2026-11-20</c>.</param>
public sealed record Finding<T>(T Value, HowKnown How, string From);
