using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.Recording;

/// <param name="By">The program that records, and its version.</param>
/// <param name="Model">The language model that chooses the operations; null where none does.</param>
/// <param name="Log">Gets every call; never a key.</param>
/// <param name="Patience">How long to wait for a server that did not answer, and the clock.</param>
public sealed record RecorderOptions(string By, string? Model, ILogger Log, Patience Patience)
{
    /// <summary>Makes the folder of a new changeset inside the one of all. Whoever keeps an index of them puts itself around it.</summary>
    public Func<string, Changeset, FileRights?, ChangesetFolder> MakeFolder { get; init; } = ChangesetFolder.Create;
}
