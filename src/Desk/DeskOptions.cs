using DolibarrAgent.Replay;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Desk;

/// <summary>What a desk works with.</summary>
/// <param name="Variables">The environment's variables, by name, without keys that are kept elsewhere.</param>
/// <param name="Session">How its sessions work: the clock, the log, whose word it is, who reads evidence again.</param>
/// <param name="Reviews">Makes its reviews. The caller ends it, after the desk.</param>
public sealed record DeskOptions(IReadOnlyDictionary<string, string?> Variables, SessionOptions Session, CheckedReviews Reviews)
{
    /// <summary>The folder of the changesets; null for the one that the variables name.</summary>
    public string? Folder { get; init; }

    /// <summary>The port on 127.0.0.1; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>The language of the reader.</summary>
    public Language Language { get; init; }
}
