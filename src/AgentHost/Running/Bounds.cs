namespace DolibarrAgent.AgentHost;

/// <summary>What one piece of work may cost: a run, or one turn of a chat.</summary>
/// <param name="Steps">Calls of the model; one that failed counts.</param>
/// <param name="Tokens">As the endpoint counts them; where it does not, a fourth of the bytes.</param>
/// <param name="Writes">Operations tried on the sandbox. Finishing and taking back are always allowed.</param>
internal sealed record Bounds(int Steps, TimeSpan Time, long Tokens, int Writes)
{
    /// <summary>Below the number of rounds at which the kernel would stop offering functions without a word (128).</summary>
    public const int MostSteps = 100;

    public static Bounds Default { get; } = new(40, TimeSpan.FromMinutes(10), 500_000, 50);
}
