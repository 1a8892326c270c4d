using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// Messages of one file in the old form of a mailbox (mbox): each behind a line that begins with <c>From </c>, the first
/// line of the file or one after an empty line. The bytes of a message are as they stand in the box.
/// </summary>
/// <remarks>
/// MimeKit's parser of mailboxes takes every line that begins with <c>From </c> for the beginning of a message, also in the
/// middle of a paragraph, and ends with an exception where no header follows: the messages behind that one would be lost.
/// </remarks>
public static class Mailbox
{
    /// <summary>Whether a file begins as a mailbox does.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith("From "u8);

    /// <summary>The messages, in the order of the box; parts of the same memory.</summary>
    public static ImmutableArray<ReadOnlyMemory<byte>> Messages(ReadOnlyMemory<byte> box)
    {
        var messages = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        var start = -1;
        var afterEmpty = true;
        for (var at = 0; at < box.Length;)
        {
            var rest = box.Span[at..];
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            if (afterEmpty && line.StartsWith("From "u8))
            {
                Keep(messages, box, start, at);
                start = at + line.Length + 1;
            }
            afterEmpty = line.IsEmpty || line is [(byte)'\r'];
            at += line.Length + 1;
        }
        Keep(messages, box, start, box.Length);
        return messages.ToImmutable();
    }

    private static void Keep(ImmutableArray<ReadOnlyMemory<byte>>.Builder messages, ReadOnlyMemory<byte> box, int start, int end)
    {
        if (start >= 0 && start < end)
        {
            messages.Add(box[start..end]);
        }
    }
}
