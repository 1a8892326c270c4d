using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>
/// The files that the gate's folder has. A file that is there and says nothing is as dangerous as one that is not: what
/// is empty, or has a name that no program looks for, is refused.
/// </summary>
public static class GateFiles
{
    /// <summary>The policy.</summary>
    public const string Policy = "policy.json";

    /// <summary>Who may sign.</summary>
    public const string AllowedSigners = "allowed_signers";

    /// <summary>Whose recordings are known.</summary>
    public const string AllowedRecorders = "allowed_recorders";

    /// <summary>Every name that means something.</summary>
    public static ImmutableArray<string> Known { get; } = [AllowedSigners, AllowedRecorders, Policy, TargetsFile.Name];

    /// <summary>The names of the files that are there, of those that mean something; or a problem for each that is not as it should be.</summary>
    /// <param name="gate">The gate's folder; null if there is none.</param>
    public static Checked<ImmutableArray<string>> Read(string? gate)
    {
        if (gate is null || !Directory.Exists(gate))
        {
            return new Checked<ImmutableArray<string>>.Valid([]);
        }

        try
        {
            ImmutableArray<string> names = [.. new DirectoryInfo(gate).EnumerateFileSystemInfos().Select(one => one.Name)
                // The user's configuration lies in the same folder, and is no file of the gate.
                .Where(name => name != ConfigurationFile.Name).Order(StringComparer.Ordinal)];
            ImmutableArray<Problem> problems = [.. names.Select(name => ProblemOf(gate, name)).OfType<Problem>()];
            return problems.IsEmpty ? new Checked<ImmutableArray<string>>.Valid(names) : new Checked<ImmutableArray<string>>.Invalid(problems);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Checked<ImmutableArray<string>>.Wrong(Codes.GateUnreadable, gate, $"The folder of the gate cannot be read: {refused.Message}", "Give the user of this program the right to read it.");
        }
    }

    private static Problem? ProblemOf(string gate, string name)
    {
        var path = Path.Combine(gate, name);
        if (!Known.Contains(name, StringComparer.Ordinal))
        {
            return new Problem(Codes.GateFileUnknown, path, $"No file of the gate has this name{(Likeness.Nearest(name, Known) is { } meant ? $"; {meant} is one" : "")}. What it says would not be read.", $"Rename it, or keep it elsewhere. The gate has {string.Join(", ", Known)}, and nothing else.");
        }

        var file = new FileInfo(path);
        return file.LinkTarget is not null || Directory.Exists(path) || FileFacts.Of(path) is { IsRegular: false }
            ? new Problem(Codes.GateNoFile, path, "It is a link, a folder, a pipe or a device: who may change what it leads to could choose what it says.")
            : file is { Exists: true, Length: 0 } ? new Problem(Codes.GateFileEmpty, path, "The file is empty: it says nothing.")
            : null;
    }
}
