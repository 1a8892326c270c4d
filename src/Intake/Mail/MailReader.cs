using System.Text;
using MimeKit;
using MimeKit.Tnef;

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

    /// <summary>The mail, whose headers were seen to be short; null where the file is none.</summary>
    public static MailFacts? Read(SourceFile file, ReadLimits limits, CancellationToken cancellation)
    {
        var collector = new MailCollector(limits, cancellation);
        if (ContentSniffer.Of(file.Bytes.Span) == ContentKind.Tnef)
        {
            using var tnef = new TnefPart { Content = new MimeContent(new ReadOnlyMemoryStream(file.Bytes)) };
            return collector.Unpack(tnef);
        }

        return Collected(file, collector, 0, cancellation);
    }

    /// <summary>What the collector finds in a message, whose headers were seen to be short; null where the file is none.</summary>
    internal static MailFacts? Collected(SourceFile file, MailCollector collector, int depth, CancellationToken cancellation)
    {
        try
        {
            var options = new ParserOptions { MaxMimeDepth = collector.Limits.MailDepth };
            using var stream = new ReadOnlyMemoryStream(file.Bytes);

            // Persistent: parts stay where they are in the file's bytes and are not copied.
            using var message = new MimeParser(options, stream, MimeFormat.Entity, persistent: true).ParseMessage(cancellation);
            return IsMail(message) ? collector.Collect(message, depth) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Any text can be taken for a message without headers; a mail has at least one that says so.
    private static bool IsMail(MimeMessage message) =>
        message.Headers.Any(h => Telling.Contains(h.Id)) || message.Body?.Headers.Contains(HeaderId.ContentType) == true;
}
