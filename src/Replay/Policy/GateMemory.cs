using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>
/// The files that the gate has, against those that it had: the ledger keeps their names. One that was there and is gone
/// does not open the gate, whoever took it away, renamed it or named another folder.
/// </summary>
/// <param name="folder">The gate's folder; null if there is none.</param>
/// <param name="there">The names of the files that are there now.</param>
internal sealed class GateMemory(string? folder, ImmutableArray<string> there)
{
    /// <summary>Of a folder as it is now. Where that has faults, all that is remembered is missing.</summary>
    public static GateMemory Of(string? folder) => new(folder, GateFiles.Read(folder) is Checked<ImmutableArray<string>>.Valid { Value: var there } ? there : []);

    /// <summary>A problem for each file that the ledger remembers and that is gone.</summary>
    public IEnumerable<Problem> Missing(Past past) => past.GateFiles.Except(there).Select(name => new Problem(
        Codes.GateFileMissing, folder is null ? name : Path.Combine(folder, name), $"The gate had a file {name} when a plan was made before, and has none now.",
        $"Put it back, or name the folder that it is in, in {Variables.Gate}. If it is gone on purpose: replay accept gate --reason WHY."));

    /// <summary>What the ledger does not know yet; nothing where it knows all.</summary>
    public ImmutableArray<NewEntry> ToRemember(Past past, string target, string by) =>
        there.ToHashSet(StringComparer.Ordinal).SetEquals(past.GateFiles) ? [] : [Entry(target, by, null)];

    /// <summary>A person's word that the gate has what it is to have.</summary>
    public NewEntry Accepted(string target, string by, string reason) => Entry(target, by, reason);

    private NewEntry Entry(string target, string by, string? reason) =>
        new("", target, "", EntryKind.Gate, JsonSerializer.Serialize(new GateBody(there, by, reason), EntryJson.Default.GateBody));
}
