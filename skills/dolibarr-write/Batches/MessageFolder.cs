using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Finds the messages in what a person names: a file, a mailbox file, a folder, a maildir. By name, in ordinal order, which
/// in a maildir is that of delivery. Folders inside a folder are not gone into: what was sorted away stays there.
/// </summary>
public static class MessageFolder
{
    /// <summary>Mails, documents, and what they are sent in.</summary>
    internal static readonly ImmutableArray<string> DocumentSuffixes = [".eml", ".pdf", ".xml", ".p7m", ".zip", ".gz", ".tgz", ".tar"];

    private static readonly ImmutableArray<string> Suffixes = [.. DocumentSuffixes, ".mbox"];

    private static readonly ImmutableArray<string> Delivered = ["cur", "new"];

    private static readonly Noun Other = new("pipe, socket or device", "pipes, sockets or devices");

    /// <summary>The messages of a path. A name that leads to nothing is a problem.</summary>
    public static Messages Of(string path, CancellationToken cancel)
    {
        try
        {
            return !Directory.Exists(path) ? File(path, path, cancel)
                : Delivered.All(folder => Directory.Exists(Path.Combine(path, folder))) ? Maildir(path)
                : Folder(path, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Messages([], [], [new Problem(Codes.FileUnreadable, path, $"The folder cannot be read: {e.Message}")]);
        }
    }

    private static Messages File(string name, string path, CancellationToken cancel) => (RegularFile.ProblemOf(path), System.IO.File.Exists(path)) switch
    {
        ({ } problem, _) => new Messages([], [], [problem]),
        (_, false) => new Messages([], [], [new Problem(Codes.FileMissing, path, "There is no such file.")]),
        _ => BeginsAsMailbox(path) ? Box(name, path, cancel) : new Messages([Message.OfFile(name, path)], [], []),
    };

    private static Messages Folder(string path, CancellationToken cancel)
    {
        var (regular, others) = Split(Names(path), name => !RegularFile.IsOther(Path.Combine(path, name)));
        var (taken, left) = Split(regular, name => Suffixes.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) || !Path.HasExtension(name));
        var folders = Directory.EnumerateDirectories(path).Select(folder => Path.GetFileName(folder)!).Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal).ToList();
        return taken.Select(name => File(name, Path.Combine(path, name), cancel)).Aggregate(
            new Messages([], [.. LeftAlone(new Noun("file", "files"), path, left), .. LeftAlone(new Noun("folder", "folders"), path, folders), .. LeftAlone(Other, path, others)], []), (all, more) => all.And(more));
    }

    /// <summary>What was thrown away or is being written is not taken: the flags <c>T</c> and <c>D</c>, the folder <c>tmp</c>.</summary>
    private static Messages Maildir(string path)
    {
        var all = Delivered.SelectMany(folder => Names(Path.Combine(path, folder)).Select(name => (Folder: folder, Name: name)))
            .OrderBy(one => one.Name, StringComparer.Ordinal).ToList();
        var files = all.ToLookup(one => !RegularFile.IsOther(Path.Combine(path, one.Folder, one.Name)));
        var (taken, left) = (files[true].Where(one => !IsPutAside(one.Name)), files[true].Where(one => IsPutAside(one.Name)));
        return new Messages(
            [.. taken.Select(one => OfMaildir(path, one.Folder, one.Name))],
            [.. LeftAlone(new Noun("message in the trash or drafted", "messages in the trash or drafted"), path, left.Select(one => one.Name)), .. LeftAlone(Other, path, files[false].Select(one => one.Name))],
            []);
    }

    /// <summary>What stands behind the name changes when somebody reads the message, and so does the folder.</summary>
    private static Message OfMaildir(string path, string folder, string name) =>
        Message.OfFile($"{folder}/{name}", Path.Combine(path, folder, name)) with { Key = name.Split(":2,")[0], IsWhole = true };

    private static Messages Box(string name, string path, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var messages = Mailbox.Messages(System.IO.File.ReadAllBytes(path));
        return new Messages(
            [.. messages.Select((bytes, i) => new Message($"{name}#{i + 1}", _ => Task.FromResult(new MessageBytes(bytes, null)))
        {
            InFile = path,
            Key = $"{path} {Digest.Of(bytes.Span)}",
        })], [], []);
    }

    /// <summary>False where it cannot be read: that is said when its turn comes.</summary>
    private static bool BeginsAsMailbox(string path)
    {
        try
        {
            Span<byte> start = stackalloc byte[5];
            if (new FileInfo(path).Length < start.Length)
            {
                return false;
            }
            using var file = System.IO.File.OpenRead(path);
            file.ReadExactly(start);
            return Mailbox.Is(start);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsPutAside(string name) => name.LastIndexOf(":2,", StringComparison.Ordinal) is >= 0 and var at && name.AsSpan(at).IndexOfAny('T', 'D') >= 0;

    private static List<string> Names(string folder) => [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!).Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal)];

    private static Sorted Split(List<string> names, Func<string, bool> isTaken) => new([.. names.Where(isTaken)], [.. names.Where(name => !isTaken(name))]);

    private static IEnumerable<string> LeftAlone(Noun what, string path, IEnumerable<string> names)
    {
        const int MostNamed = 5;
        var all = names.ToList();
        if (all.Count > 0)
        {
            var more = all.Count > MostNamed ? $" and {all.Count - MostNamed} more" : "";
            yield return $"{all.Count} {(all.Count == 1 ? what.One : what.Several)} in {path}: {string.Join(", ", all.Take(MostNamed))}{more}";
        }
    }

    private sealed record Noun(string One, string Several);

    private sealed record Sorted(List<string> Taken, List<string> Left);
}
