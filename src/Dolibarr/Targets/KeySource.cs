using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DolibarrAgent.Changesets;
using Microsoft.Win32.SafeHandles;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Where the text of a key comes from: a variable that holds it, or one that names a file of its owner alone, an open file
/// (a pipe from a password manager) or an entry of the keyring. Other processes of the user can read a variable's value.
/// </summary>
internal static class KeySource
{
    private const int Largest = 4096;
    private const int FirstOfCaller = 3;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A variable for the key itself, and those that name a place for it.</summary>
    public static ImmutableArray<string> NamesOf(string key) => [key, FileOf(key), OpenFileOf(key), KeyringOf(key)];

    /// <summary>The key's text; null where nothing names it. A fault where two do, or the place does not give it.</summary>
    public static Checked<string?> Read(IReadOnlyDictionary<string, string?> variables, string key)
    {
        var set = NamesOf(key).Where(name => variables.GetValueOrDefault(name) is { Length: > 0 }).ToImmutableArray();
        if (set.Length > 1)
        {
            return Checked<string?>.Wrong("key-twice", set[1], $"The key is named by {string.Join(" and ", set)}.", "Leave one of them.");
        }

        if (set.IsEmpty || set[0] == key)
        {
            return new Checked<string?>.Valid(set.IsEmpty ? null : variables[key]);
        }

        var (name, value) = (set[0], variables[set[0]]!);
        try
        {
            return name == FileOf(key) ? InFile(name, value)
                : name == OpenFileOf(key) ? InOpenFile(name, value)
                : Keyring.Read(name, value, variables);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Unreadable(name, refused.Message);
        }
    }

    /// <summary>The text without the line end that editors and programs put behind it.</summary>
    internal static Checked<string?> Text(byte[] bytes) => new Checked<string?>.Valid(Encoding.UTF8.GetString(bytes).TrimEnd('\r', '\n'));

    internal static Checked<string?> Unreadable(string name, string why) =>
        Checked<string?>.Wrong("key-unreadable", name, $"The key cannot be read: {why.TrimEnd('.')}.", "Correct the variable, or what it names.");

    private static Checked<string?> InFile(string name, string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            if (GuardedFile.FaultOf(path, "the file of the key") is { } fault)
            {
                return new Checked<string?>.Invalid([fault]);
            }

            if (File.Exists(path) && (File.GetUnixFileMode(path) & Others) != 0)
            {
                return Checked<string?>.Wrong("key-readable-by-others", path, "Others than its owner may read the file of the key.", $"Take the right away, and make a new key in Dolibarr, for this one may be known: chmod 600 {path}");
            }
        }

        return Text(RegularFile.ReadUnlinked(path, Largest));
    }

    private static Checked<string?> InOpenFile(string name, string text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < FirstOfCaller)
        {
            return Checked<string?>.Wrong("key-descriptor", name, $"'{text}' is not the number of an open file.", $"Give the number that the shell opened it under, {FirstOfCaller} or more: {name}=3 replay … 3< <(pass show dolibarr)");
        }

        // Whoever holds the other end may never write: the program does not wait for that.
        var reading = Task.Run(() => ToEnd(number));
        return reading.Wait(Patience) ? Text(reading.Result) : Unreadable(name, $"nothing came from open file {number} in {Patience.TotalSeconds:0} seconds");
    }

    private static byte[] ToEnd(int number)
    {
        using var file = new FileStream(new SafeFileHandle(number, ownsHandle: true), FileAccess.Read, bufferSize: 0);
        var bytes = new byte[Largest];
        var read = file.ReadAtLeast(bytes, Largest, throwOnEndOfStream: false);
        return read < Largest ? bytes[..read] : throw new IOException("it is longer than any key");
    }

    private static string FileOf(string key) => key + "_FILE";

    private static string OpenFileOf(string key) => key + "_FD";

    private static string KeyringOf(string key) => key + "_SECRET";
}
