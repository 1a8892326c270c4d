using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>A lock of the operating system on a file: it dies with the process, which a row in a table would not.</summary>
internal static class FileLock
{
    /// <summary>The lock, or null where somebody else has it.</summary>
    /// <exception cref="LedgerException">The file system locks nothing.</exception>
    public static FileStream? TryTake(string file)
    {
        // The file stays: one that is removed while another process opens it would let two hold it.
        if (Open(file) is not { } taken)
        {
            return null;
        }
        using var second = Open(file);
        if (second is null)
        {
            return taken;
        }
        // Some network file systems grant every lock, and then two replays would run at once.
        taken.Dispose();
        throw new LedgerException(new Problem(Codes.LedgerNoLock, file, "The file system of the ledger grants one lock twice."));
    }

    private static FileStream? Open(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    // EWOULDBLOCK of Linux and of macOS, and the sharing violation of Windows. Other errors mean that nobody could lock it.
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
