namespace DolibarrAgent.Intake;

/// <summary>A word as it stands on a page: letters without a space between them.</summary>
/// <param name="Text">As the page shows it.</param>
/// <param name="Box">Where it stands.</param>
public sealed record PageWord(string Text, Box Box)
{
    /// <summary>
    /// Whether a person may see something else there, or nothing: a letter was guessed, badly recognised, or is hardly visible.
    /// It can be shown; it proves nothing.
    /// </summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Whether it was recognised twice, in two ways, as the same. What nothing else checks proves nothing without that.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Whether it was recognised so clearly that reading the same twice confirms it; only told where words are
    /// recognised.</summary>
    internal bool IsClear { get; init; }
}
