using System.Collections.Immutable;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>
/// Where the text of a key comes from: a variable that holds it, or one that names a file of its owner alone. Other
/// programs of the user can read a variable's value. <c>replay</c> also takes an open file or an entry of the keyring, and
/// has put the key in their place before the settings are read.
/// </summary>
public static class KeySource
{
    /// <summary>The most that a key can have, in bytes.</summary>
    public const int Largest = 4096;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>The variable that names a file.</summary>
    public static string FileOf(string key) => key + "_FILE";

    /// <summary>The variable that gives the number of an open file.</summary>
    public static string OpenFileOf(string key) => key + "_FD";

    /// <summary>The variable that names an entry of the keyring.</summary>
    public static string KeyringOf(string key) => key + "_SECRET";

    /// <summary>Every variable for a key: that of the key itself, and those that say where it is.</summary>
    public static ImmutableArray<string> NamesOf(string key) => [key, FileOf(key), OpenFileOf(key), KeyringOf(key)];

    /// <summary>Those of them that are set.</summary>
    public static ImmutableArray<string> SetFor(string key, IReadOnlyDictionary<string, string?> variables) =>
        [.. NamesOf(key).Where(name => variables.GetValueOrDefault(name) is { Length: > 0 })];

    /// <summary>A key as it was read, without the line end that editors and programs put behind it.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes).TrimEnd('\r', '\n');

    /// <summary>The key's text; null where nothing names it. A problem where two do, or the file does not give it.</summary>
    internal static Checked<string?> Read(IReadOnlyDictionary<string, string?> variables, string key) => SetFor(key, variables) switch
    {
        [] => new Checked<string?>.Valid(null),
        [_, var second, ..] and var several => Checked<string?>.Wrong(Codes.KeyTwice, second, $"The key is named by {string.Join(" and ", several)}."),
        [var one] when one == key => new Checked<string?>.Valid(variables[key]),
        [var one] when one == FileOf(key) => InFile(one, variables[one]!),
        [var one, ..] => Checked<string?>.Wrong(Codes.KeySource, one, "This program takes a key from a variable or a file only; replay alone takes one from an open file or the keyring.", $"Set {FileOf(key)} to a file of yours alone that holds it."),
    };

    private static Checked<string?> InFile(string name, string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                if (GuardedFile.ProblemOf(path, "the file of the key") is { } problem)
                {
                    return new Checked<string?>.Invalid([problem]);
                }

                if (File.Exists(path) && (File.GetUnixFileMode(path) & Others) != 0)
                {
                    return Checked<string?>.Wrong(Codes.KeyReadableByOthers, path, "Others than its owner may read the file of the key.", $"Take the right away, and make a new key in Dolibarr, for this one may be known: chmod 600 {path}");
                }
            }

            return new Checked<string?>.Valid(Text(RegularFile.ReadUnlinked(path, Largest)));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Checked<string?>.Wrong(Codes.KeyUnreadable, name, $"The key cannot be read: {refused.Message.TrimEnd('.')}.", "Correct the variable, or the file.");
        }
    }
}
