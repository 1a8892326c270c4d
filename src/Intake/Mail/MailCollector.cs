using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MimeKit;
using MimeKit.Tnef;

namespace DolibarrAgent.Intake;

/// <summary>Goes through one mail and the messages in it, keeping to the limits of the whole.</summary>
internal sealed class MailCollector(ReadLimits limits, CancellationToken cancellation)
{
    private int files;
    private long decoded;

    public ReadLimits Limits => limits;

    public MailFacts Collect(MimeMessage message, int depth)
    {
        var content = new MailContent();
        Walk(message.Body, content, depth);
        return content.ToFacts(message, limits.MailTextCharacters);
    }

    /// <summary>A TNEF container by itself: the mail it holds.</summary>
    public MailFacts Unpack(TnefPart tnef)
    {
        var content = new MailContent();
        WalkTnef(tnef, content, 0);
        return content.ToFacts(null, limits.MailTextCharacters);
    }

    private void Walk(MimeEntity? entity, MailContent into, int depth)
    {
        if (depth > limits.MailDepth)
        {
            into.Warn("mail-too-deep", string.Create(CultureInfo.InvariantCulture, $"Parts nested deeper than {limits.MailDepth} were not looked at."));
            return;
        }

        switch (entity)
        {
            case Multipart multipart:
                foreach (var part in multipart)
                {
                    Walk(part, into, depth + 1);
                }

                break;
            case MessagePart { Message: { } nested }:
                into.Nested.Add(Collect(nested, depth + 1));
                break;
            case TnefPart tnef:
                WalkTnef(tnef, into, depth);
                break;
            case TextPart { IsAttachment: false } text when text.IsPlain || text.IsHtml:
                into.AddText(text);
                break;
            case MimePart part:
                Keep(part, into, depth);
                break;
            default:
                break;
        }
    }

    // TNEF from outside is parsed by a library that throws whatever a broken one makes it throw.
#pragma warning disable CA1031
    private void WalkTnef(TnefPart tnef, MailContent into, int depth)
    {
        try
        {
            if (!TnefClaims.AreCredible(tnef))
            {
                into.Warn("tnef-unreadable", "A winmail.dat is cut off, or says of itself what no program writes; it was kept as it is, and no file was taken out of it.");
                Keep(tnef, into, depth);
                return;
            }

            using var message = tnef.ConvertToMessage();
            Walk(message.Body, into, depth + 1);
        }
        catch (Exception)
        {
            into.Warn("tnef-unreadable", "A winmail.dat is damaged; it was kept as it is, and no file was taken out of it.");
            Keep(tnef, into, depth);
        }
    }
#pragma warning restore CA1031

    private void Keep(MimePart part, MailContent into, int depth)
    {
        if (++files > limits.MailFiles)
        {
            if (files == limits.MailFiles + 1)
            {
                into.Warn("mail-too-many-files", string.Create(CultureInfo.InvariantCulture, $"Only the first {limits.MailFiles} files of the mail were looked at."));
            }

            return;
        }

        var bytes = TransferDecoding.Bytes(part);
        decoded += bytes.Length;
        if (decoded > limits.MailDecodedBytes)
        {
            into.Warn("mail-too-large", string.Create(CultureInfo.InvariantCulture, $"The files of the mail unpack to more than {limits.MailDecodedBytes} bytes; the rest was not looked at."));
            return;
        }

        var file = SourceFile.From(part.FileName, part.ContentType.MimeType, bytes);
        into.Files.Add(file);
        // Many programs attach a forwarded message as a file like any other.
        if (file.CleanName.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)
            && HeaderLengths.AreShort(bytes.Span)
            && MailReader.Collected(file, this, depth + 1, cancellation) is { } forwarded)
        {
            into.Nested.Add(forwarded);
        }
    }
}
