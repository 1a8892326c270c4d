using System.Text;
using DolibarrAgent.Changesets;
using MimeKit.Tnef;
using MimeKit;

namespace DolibarrAgent.Intake;

/// <summary>Reads a message and takes its files out, within limits. A mail with broken parts gives what can be had of it.</summary>
internal static class MailReader
{
    private static readonly HeaderId[] Telling =
    [
        HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.MimeVersion,
        HeaderId.Received, HeaderId.ReturnPath, HeaderId.Sender,
    ];

    // Before the mail library's first use: it remembers an encoding that it could not find.
    static MailReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The mail, whose headers were seen to be short; null where the file is not a mail.</summary>
    public static MailFacts? Read(SourceFile file, FileCollector collector)
    {
        if (FileContent.Of(file.Bytes.Span) == ContentKind.Tnef)
        {
            using var tnef = new TnefPart { Content = new MimeContent(new ReadOnlyMemoryStream(file.Bytes)) };
            return new MailCollector(collector).Unpack(tnef);
        }

        return Collected(file, collector, 0);
    }

    /// <summary>
    /// Goes through what was signed or compressed where it is the body of a mail, with headers of its own; false where it is a
    /// file.
    /// </summary>
    internal static bool WalkInto(SourceFile file, FileCollector collector, MailContent into, int depth)
    {
        if (FileContent.Of(file.Bytes.Span) != ContentKind.Other || !HeaderLengths.AreShort(file.Bytes.Span))
        {
            return false;
        }

        try
        {
            using var entity = ParserOf(file, collector).ParseEntity(collector.Cancellation);
            if (!entity.Headers.Contains(HeaderId.ContentType))
            {
                return false;
            }

            into.Within(file, () => new MailCollector(collector).Walk(entity, into, depth));
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>What the collector finds in a message, whose headers were seen to be short; null where the file is not a mail.</summary>
    internal static MailFacts? Collected(SourceFile file, FileCollector collector, int depth)
    {
        try
        {
            using var message = ParserOf(file, collector).ParseMessage(collector.Cancellation);
            return IsMail(message) ? new MailCollector(collector).Collect(message, depth > 0 ? file : null, depth) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Persistent: parts stay where they are in the file's bytes and are not copied.
    private static MimeParser ParserOf(SourceFile file, FileCollector collector) =>
        new(new ParserOptions { MaxMimeDepth = collector.Limits.MailDepth }, new ReadOnlyMemoryStream(file.Bytes), MimeFormat.Entity, persistent: true);

    // Any text can be taken for a message without headers; a mail has at least one that says so.
    private static bool IsMail(MimeMessage message) =>
        message.Headers.Any(h => Telling.Contains(h.Id)) || message.Body?.Headers.Contains(HeaderId.ContentType) == true;
}
