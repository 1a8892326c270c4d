using System.Security.Cryptography;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// A time of our own on a folder, by which it shows later whether a name was added to it or taken out of it: the system
/// then sets its own time. Without it only a listing of all names would tell, which takes longer the more there are; and
/// the system's time alone does not, for it stays the same for some milliseconds.
/// </summary>
internal static class FolderSeal
{
    /// <summary>No seal: whether names were added is not known.</summary>
    public const long None = 0;

    /// <summary>Whether nothing was added or taken out since the folder was sealed so.</summary>
    public static bool IsWhole(string folder, long seal) => seal != None && Directory.GetLastWriteTimeUtc(folder).Ticks == seal;

    /// <summary>Seals a folder; <see cref="None"/> where it is another user's, or its file system keeps coarser times.</summary>
    public static long Put(string folder)
    {
        try
        {
            // The system's clock has passed it, and does not come back to it.
            var time = Directory.GetLastWriteTimeUtc(folder).AddTicks(-RandomNumberGenerator.GetInt32(1, (int)TimeSpan.TicksPerSecond));
            Directory.SetLastWriteTimeUtc(folder, time);
            return Directory.GetLastWriteTimeUtc(folder) == time ? time.Ticks : None;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return None;
        }
    }
}
