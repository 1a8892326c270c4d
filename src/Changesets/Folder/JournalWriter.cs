using System.Text;

namespace DolibarrAgent.Changesets;

/// <summary>Adds to the journal of one open changeset. Room is taken before it is needed, so that a disk that is full refuses before anything is sent.</summary>
internal sealed class JournalWriter
{
    private readonly string path;
    private readonly int size;
    private readonly Digest whole;
    private readonly FileRights rights;
    private Changeset held;
    private long end;
    private long taken;

    /// <param name="changesetFile">The changeset's file, which was written whole.</param>
    /// <param name="bytes">What was written.</param>
    /// <param name="held">The changeset in them.</param>
    /// <param name="rights">Who may read it.</param>
    public JournalWriter(string changesetFile, ReadOnlySpan<byte> bytes, Changeset held, FileRights rights)
    {
        (path, size, whole) = (ChangesetJournal.Beside(changesetFile), bytes.Length, Digest.Of(bytes));
        (this.held, this.rights) = (held, rights);
    }

    /// <summary>How large the file may be when it is written whole again.</summary>
    public long WholeSize => size + end;

    /// <summary>Whether the file is to be written whole again: twice as much was written here, so that costs each operation the same, however many there are.</summary>
    public bool IsLong => end > 2L * size;

    /// <summary>Says durably what is about to be done, and takes room for what will be said of it afterwards.</summary>
    /// <param name="intended">The changeset with it.</param>
    /// <param name="room">How much longer than this it may be when it is done.</param>
    public void Intend(Changeset intended, int room)
    {
        var entry = ChangesetJournal.NextEntry(NewIn(intended));
        if (end == 0)
        {
            Write(ChangesetJournal.Opening(whole), FileMode.Create);
        }
        var needed = (2 * entry.Length) + room;
        if (taken < end + needed)
        {
            TakeRoom(needed + room);
        }
        Write(entry, FileMode.Open);
    }

    /// <summary>Says durably what was done, in the room that was taken.</summary>
    public void Add(Changeset changeset)
    {
        Write(ChangesetJournal.DoneEntry(NewIn(changeset)), FileMode.Open);
        held = changeset;
    }

    private Changeset NewIn(Changeset changeset) => changeset with
    {
        Evidence = changeset.Evidence[held.Evidence.Length..],
        Operations = changeset.Operations[held.Operations.Length..],
        Warnings = changeset.Warnings[held.Warnings.Length..],
    };

    private void TakeRoom(int room)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        file.Position = end;
        file.Write(Encoding.ASCII.GetBytes(new string(' ', room)));
        taken = end + room;
    }

    private void Write(byte[] entry, FileMode mode)
    {
        using var file = mode == FileMode.Create ? rights.Open(path, mode) : new FileStream(path, mode, FileAccess.Write, FileShare.Read);
        file.Position = end;
        file.Write(entry);
        file.Flush(flushToDisk: true);
        end += entry.Length;
    }
}
