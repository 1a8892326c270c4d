using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>A message or a document that waits to be read. Its bytes are fetched when its turn comes.</summary>
/// <param name="Name">How it is told to a person: its file below the folder that was named, or its number in a mailbox.</param>
public sealed record Message(string Name, Func<CancellationToken, Task<MessageBytes>> ReadAsync)
{
    private const long Largest = 1L << 30;

    /// <summary>The name of its file, as evidence keeps it.</summary>
    public string FileName { get; init; } = Path.GetFileName(Name);

    /// <summary>The file of this machine that it is in; null where it is in none.</summary>
    public string? InFile { get; init; }

    /// <summary>By which it is known again where its file is not enough: a file that grows, one that is renamed when it was read.</summary>
    public string? Key { get; init; }

    /// <summary>Whether whoever delivers it writes it elsewhere and moves it there whole, as into a maildir.</summary>
    public bool IsWhole { get; init; }

    /// <summary>A file of this machine.</summary>
    public static Message OfFile(string name, string path) => new(name, cancel => BytesOfAsync(path, cancel)) { InFile = path };

    /// <summary>The bytes of a file, or why they cannot be had.</summary>
    public static async Task<MessageBytes> BytesOfAsync(string path, CancellationToken cancel)
    {
        try
        {
            if (RegularFile.ProblemOf(path) is { } problem)
            {
                return new MessageBytes(default, problem);
            }
            return new FileInfo(path) switch
            {
                { Exists: false } => Not(Codes.FileMissing, path, "The file does not exist, or no longer exists.", "If a mail program has moved it, run this again."),
                { Length: > Largest } large => Not(Codes.FileTooLarge, path, $"The file has {large.Length} bytes.", "This is not an invoice."),
                _ => new MessageBytes(await File.ReadAllBytesAsync(path, cancel), null),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Not(Codes.FileUnreadable, path, $"The file cannot be read: {e.Message}");
        }
    }

    private static MessageBytes Not(ProblemCode code, string path, string message, string? remedy = null) =>
        new(default, new Problem(code, path, message, remedy ?? code.Remedy));
}

/// <summary>The bytes of a message, or why they cannot be had.</summary>
public sealed record MessageBytes(ReadOnlyMemory<byte> Bytes, Problem? Problem)
{
    /// <summary>Whether the problem is not this message's: where it comes from, nothing comes now.</summary>
    public bool IsSourceGone { get; init; }
}

/// <summary>The messages that somebody named, in the order in which they are taken.</summary>
/// <param name="LeftAlone">What lies beside them and is not taken, in words.</param>
/// <param name="Problems">What was named and cannot be taken.</param>
public sealed record Messages(ImmutableArray<Message> All, ImmutableArray<string> LeftAlone, ImmutableArray<Problem> Problems)
{
    public static Messages None { get; } = new([], [], []);

    public Messages And(Messages other) => new([.. All, .. other.All], [.. LeftAlone, .. other.LeftAlone], [.. Problems, .. other.Problems]);
}
