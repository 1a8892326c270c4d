using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Replay;

/// <summary>
/// Who may sign: the file <c>allowed_signers</c> of the gate, as ssh-keygen reads it. One name a line: what stands for
/// several people, or for whoever a key vouches for, is refused, because nobody could be counted by it.
/// </summary>
internal static class AllowedSigners
{
    /// <summary>The bytes, once they were checked; or all that is wrong with them.</summary>
    public static (byte[] Bytes, ImmutableArray<Problem> Problems) Read(string? gate)
    {
        var path = gate is null ? GateFiles.AllowedSigners : Path.Combine(gate, GateFiles.AllowedSigners);
        var (bytes, problem) = gate is null ? (null, null) : GateFile.Read(path, "the list of who may sign");
        if (bytes is null)
        {
            return ([], [problem ?? new Problem("no-signers", path, "There is no list of who may sign.", "Write one, a line for each person: their name, then their public key, such as `alice@example.org ssh-ed25519 AAAA…`.")]);
        }
        ImmutableArray<Problem> faults = [.. Encoding.UTF8.GetString(bytes).Split('\n').Select((line, i) => FaultOf(line.Trim()) is { } fault
            ? new Problem("signers-fault", string.Create(CultureInfo.InvariantCulture, $"{path} line {i + 1}"), fault, "Correct it: a line for each person, their name, then their public key. Until then no signature counts.")
            : null).OfType<Problem>()];
        return (bytes, faults);
    }

    private static string? FaultOf(string line)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }
        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return SignerName.FaultOf(words[0]) ?? (words.Skip(1).Any(word => word.Contains("cert-authority", StringComparison.OrdinalIgnoreCase))
            ? "A certificate authority stands for whoever it vouches for: write each person's own key."
            : null);
    }
}
