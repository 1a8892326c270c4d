using DolibarrAgent.Changesets;
using MimeKit.Cryptography;
using MimeKit.Tnef;
using MimeKit;

namespace DolibarrAgent.Intake;

/// <summary>Goes through one mail and the messages in it.</summary>
internal sealed class MailCollector(FileCollector files)
{
    /// <summary>What a message says and brings; <paramref name="container"/> is what it was taken out of, null where it came as it is.</summary>
    public MailFacts Collect(MimeMessage message, SourceFile? container, int depth)
    {
        var content = new MailContent(container);
        Walk(message.Body, content, depth);
        return content.ToFacts(message, files.Limits.MailTextCharacters);
    }

    /// <summary>A TNEF container by itself: the mail it holds.</summary>
    public MailFacts Unpack(TnefPart tnef)
    {
        var content = new MailContent(null);
        WalkTnef(tnef, content, 0);
        return content.ToFacts(null, files.Limits.MailTextCharacters);
    }

    public void Walk(MimeEntity? entity, MailContent into, int depth)
    {
        if (!files.IsWithinDepth(into, depth))
        {
            return;
        }

        switch (entity)
        {
            case Multipart multipart:
                WalkParts(multipart, into, depth + 1);
                break;
            case MessagePart { Message: { } nested }:
                into.Nested.Add(Collect(nested, into.Container, depth + 1));
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

    private void WalkParts(Multipart multipart, MailContent into, int depth)
    {
        var isSigned = string.Equals(multipart.ContentType.MediaSubtype, "signed", StringComparison.OrdinalIgnoreCase);
        if (isSigned)
        {
            into.Warn("signature-not-checked", MailContent.SignedMail);
        }

        foreach (var (at, part) in multipart.Index())
        {
            // A signature may hold a content of its own, which no mail program shows: what was signed is what stands before it.
            if (isSigned && at > 0 && part is MimePart second && FileOf(second, into) is var signature && OtherContent.IsSignature(signature))
            {
                files.Keep(signature, new DocumentOutcome.NotAnInvoice(ContentRefusals.Signature), into, depth);
            }
            else
            {
                Walk(part, into, depth);
            }
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
        catch (Exception e) when (e is not OperationCanceledException)
        {
            into.Warn("tnef-unreadable", "A winmail.dat is damaged; it was kept as it is, and no file was taken out of it.");
            Keep(tnef, into, depth);
        }
    }
#pragma warning restore CA1031

    private void Keep(MimePart part, MailContent into, int depth)
    {
        var file = FileOf(part, into);

        // What is sent as sealed and cannot be told by its bytes is that, and nothing is known of it.
        if (part is ApplicationPkcs7Mime { SecureMimeType: SecureMimeType.EnvelopedData or SecureMimeType.AuthEnvelopedData } && FileContent.Of(file.Bytes.Span) == ContentKind.Other)
        {
            files.Keep(file, new DocumentOutcome.NoStructuredData(ContainerRefusals.Sealed(file)), into, depth);
        }
        else
        {
            files.TakeDecoded(file, into, depth);
        }
    }

    private static SourceFile FileOf(MimePart part, MailContent into) =>
        SourceFile.From(part.FileName, part.ContentType.MimeType, TransferDecoding.Bytes(part)) with { In = into.Container };
}
