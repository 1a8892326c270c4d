using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>
/// The last entry that this user saw in a ledger, noted in a file outside it. Who can write the ledger and not this file
/// cannot take entries off its end, nor rewrite it, unseen. It does not show what others appended since and somebody
/// took away again, nor entries that somebody appends to the chain by its own rules.
/// </summary>
internal sealed class LastSeen
{
    private const int Longest = 1024;

    private readonly string? file;

    private LastSeen(string? file) => this.file = file;

    /// <summary>Nothing is noted, and nothing is known.</summary>
    public static LastSeen Nowhere { get; } = new(null);

    /// <summary>The note about a ledger, in a folder of the user.</summary>
    /// <param name="folder">The user's folder; null if there is none, and then nothing is noted.</param>
    public static LastSeen Of(string? folder, LedgerPlace place) =>
        folder is null ? Nowhere : new LastSeen(Path.Combine(folder, $"ledger-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(NameOf(place))))[..32]}"));

    /// <summary>What is noted; null where nothing is.</summary>
    /// <exception cref="LedgerException">The note cannot be read.</exception>
    public Link? Read()
    {
        if (file is null || !File.Exists(file))
        {
            return null;
        }
        try
        {
            return Encoding.UTF8.GetString(RegularFile.Read(file, Longest)).Split('\n') is [var number, { Length: > 0 } hash, ..] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
                ? new Link(last, hash)
                : throw Unreadable(file, "it is not a note of this program");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, e.Message);
        }
    }

    /// <summary>Notes an entry where it is behind the one that is noted.</summary>
    public void Note(Link last)
    {
        if (last.Number > (Read()?.Number ?? 0))
        {
            Write(last);
        }
    }

    /// <summary>Notes an entry whatever is noted: a person said that the ledger is right.</summary>
    public void Write(Link last)
    {
        if (file is null)
        {
            return;
        }
        var draft = $"{file}.{Guid.NewGuid():N}.new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(draft, string.Create(CultureInfo.InvariantCulture, $"{last.Number}\n{last.Hash}\n"));
            File.Move(draft, file, overwrite: true);
        }
        // A user without a folder to write in replays all the same: the note is a second look at the ledger.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
        }
    }

    /// <summary>What of a chain that holds is not as it was noted; null where it is, or nothing is noted.</summary>
    /// <param name="noted">What is noted.</param>
    /// <param name="there">The entry of that number.</param>
    /// <param name="last">The last entry.</param>
    public static ChainFault? FaultOf(Link? noted, Link? there, Link last) => noted switch
    {
        null => null,
        _ when noted.Number > last.Number => new ChainFault.Shortened(last.Number, noted.Number),
        _ when noted != there => new ChainFault.Rewritten(noted.Number),
        _ => null,
    };

    private static string NameOf(LedgerPlace place) => place switch
    {
        LedgerPlace.File one => new SqliteFile(one.Path).Path,
        // Whoever is asked in: the same user may come by another name, or with other options.
        LedgerPlace.Postgres shared => string.Create(CultureInfo.InvariantCulture, $"{shared.Host}:{shared.Port}/{shared.Database}"),
        _ => throw new ArgumentException("A ledger is a file or a PostgreSQL.", nameof(place)),
    };

    private static LedgerException Unreadable(string file, string why) => new(new Problem(
        Codes.LedgerNote, file, $"The note of the ledger's last entry cannot be read: {why}.", "Give this user the right to read it. If it is damaged, compare the ledger with a copy that you trust, then remove the note. Nothing was written to any Dolibarr."));
}
