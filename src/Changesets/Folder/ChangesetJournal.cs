using System.Globalization;
using System.Text;

namespace DolibarrAgent.Changesets;

/// <summary>
/// What was added to a large open changeset since its file was last written whole, in a file beside it: each operation
/// costs the same to record, however many there are. It belongs to the exact bytes that it was begun for and is passed
/// over beside any others, and beside a changeset that has ended. An entry that a crash cut short is not there.
/// </summary>
internal static class ChangesetJournal
{
    private const string Done = "done";
    private const string Next = "next";

    /// <summary>A word, a length and a digest.</summary>
    private const int LongestHeading = 128;

    public static string Beside(string changesetFile) => changesetFile + ".journal";

    /// <summary>How it begins.</summary>
    public static byte[] Opening(Digest whole) => Encoding.ASCII.GetBytes($"{whole.Hex}\n");

    /// <summary>What was done: a changeset that has only what is new.</summary>
    public static byte[] DoneEntry(Changeset added) => Entry(Done, added);

    /// <summary>What is about to be done.</summary>
    public static byte[] NextEntry(Changeset added) => Entry(Next, added);

    /// <summary>The bytes of a changeset as it stands: those of its file, with what the journal beside it adds.</summary>
    public static ReadOnlyMemory<byte> Folded(string changesetFile, ReadOnlyMemory<byte> whole) =>
        Read(changesetFile, whole) is { Entries: [_, ..] entries, Changeset: var changeset } && entries.FindAll(entry => entry.Word == Done) is [_, ..] done
            ? ChangesetFile.Write(done.Aggregate(changeset, (all, entry) => With(all, entry.Added)))
            : whole;

    /// <summary>The changeset with what was about to be done when its recorder died; null where nothing was.</summary>
    public static Changeset? Intended(string changesetFile, ReadOnlyMemory<byte> whole) =>
        Read(changesetFile, whole) is { Entries: [.., { Word: Next } last] entries, Changeset: var changeset }
            ? With(entries.FindAll(entry => entry.Word == Done).Aggregate(changeset, (all, entry) => With(all, entry.Added)), last.Added)
            : null;

    private static Changeset With(Changeset changeset, Changeset added) => changeset with
    {
        Title = added.Title,
        Evidence = changeset.Evidence.AddRange(added.Evidence),
        Operations = changeset.Operations.AddRange(added.Operations),
        Warnings = changeset.Warnings.AddRange(added.Warnings),
    };

    private static Journal? Read(string changesetFile, ReadOnlyMemory<byte> whole)
    {
        if (new FileInfo(Beside(changesetFile)) is not { Exists: true, Length: <= ChangesetFile.SizeLimit } || RegularFile.IsOther(Beside(changesetFile)))
        {
            return null;
        }
        ReadOnlyMemory<byte> rest = File.ReadAllBytes(Beside(changesetFile));
        return HeadingOf(ref rest) == Digest.Of(whole.Span).Hex && ChangesetFile.Read(whole) is ChangesetRead.Good { Changeset: { State: ChangesetState.Open } changeset }
            ? new Journal(changeset, EntriesOf(rest))
            : null;
    }

    private static List<JournalEntry> EntriesOf(ReadOnlyMemory<byte> rest)
    {
        var entries = new List<JournalEntry>();
        while (HeadingOf(ref rest)?.Split(' ') is [var word, var length, var digest]
            && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size <= rest.Length
            && Digest.Of(rest.Span[..size]).Hex == digest
            && ChangesetFile.ReadPart(rest[..size]) is { } added)
        {
            entries.Add(new JournalEntry(word, added));
            rest = rest[size..];
        }
        return entries;
    }

    private static string? HeadingOf(ref ReadOnlyMemory<byte> rest)
    {
        var end = rest.Span[..Math.Min(rest.Length, LongestHeading)].IndexOf((byte)'\n');
        if (end < 0)
        {
            return null;
        }
        var heading = Encoding.ASCII.GetString(rest.Span[..end]);
        rest = rest[(end + 1)..];
        return heading;
    }

    private static byte[] Entry(string word, Changeset added)
    {
        var bytes = ChangesetFile.Write(added);
        return [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{word} {bytes.Length} {Digest.Of(bytes).Hex}\n")), .. bytes];
    }

    private sealed record Journal(Changeset Changeset, List<JournalEntry> Entries);

    private sealed record JournalEntry(string Word, Changeset Added);
}
