using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>
/// A list of names and keys in the folder of the gate, as ssh-keygen reads it. One name a line: what stands for several
/// people, or for whoever a key vouches for, is refused, because nobody could be counted by it.
/// </summary>
/// <param name="FileName">Its name in the folder.</param>
/// <param name="What">What it is to a person: <c>the list of who may sign</c>.</param>
internal sealed record SignerList(string FileName, string What)
{
    /// <summary>Who may sign the statement of a plan.</summary>
    public static SignerList Signers { get; } = new(GateFiles.AllowedSigners, "the list of who may sign");

    /// <summary>Whose recordings are known by their signature.</summary>
    public static SignerList Recorders { get; } = new(GateFiles.AllowedRecorders, "the list of recorders");

    /// <summary>The bytes, once they were checked, empty where there is no such file; or all that is wrong with them.</summary>
    public ListedSigners Read(string? gate)
    {
        if (gate is null)
        {
            return new ListedSigners([], []);
        }
        var path = Path.Combine(gate, FileName);
        var (bytes, problem) = GateFile.Read(path, What);
        if (bytes is null)
        {
            return new ListedSigners([], problem is null ? [] : [problem]);
        }
        ImmutableArray<Problem> faults = [.. Encoding.UTF8.GetString(bytes).Split('\n').Select((line, i) => FaultOf(line.Trim()) is { } fault
            ? new Problem(Codes.SignersFault, string.Create(CultureInfo.InvariantCulture, $"{path} line {i + 1}"), fault)
            : null).OfType<Problem>()];
        return new ListedSigners(bytes, faults);
    }

    /// <summary>The keys in it, each as the list writes it: <c>AAAA…</c>.</summary>
    public static ImmutableHashSet<string> KeysIn(byte[] list) =>
        [.. Encoding.UTF8.GetString(list).Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith('#')).SelectMany(line => line.Split([' ', '\t'])).Where(word => word.StartsWith("AAAA", StringComparison.Ordinal))];

    private static string? FaultOf(string line)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }
        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return SignerName.ProblemOf(words[0]) ?? (words.Skip(1).Any(word => word.Contains("cert-authority", StringComparison.OrdinalIgnoreCase))
            ? "A certificate authority stands for whoever it vouches for: write each person's own key."
            : null);
    }
}

/// <summary>A list of names and keys as it was read.</summary>
/// <param name="Bytes">Empty where there is no such file.</param>
/// <param name="Problems">All that is wrong with it; empty where nothing is.</param>
internal sealed record ListedSigners(byte[] Bytes, ImmutableArray<Problem> Problems);
