using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;
using DolibarrAgent.Recording;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Brings what the session was given to the changeset, as evidence. The same bytes are brought once.</summary>
internal static class EvidenceDesk
{
    /// <summary>The whole document: a mail as it came, or the file.</summary>
    public static Evidence Bring(Recorder recorder, GivenDocument document) => document.Reading.Mail is { } mail
        ? recorder.AddEmail(document.Reading.File.Bytes, (id, digest) => new Evidence.Email
        {
            Id = id,
            Sha256 = digest,
            Size = document.Reading.File.Bytes.Length,
            MessageId = mail.MessageId,
            From = mail.From,
            Subject = mail.Subject,
        })
        : Bring(recorder, document, document.Reading.File);

    /// <summary>One file of it, with what it says where it is an invoice.</summary>
    public static Evidence Bring(Recorder recorder, GivenDocument document, SourceFile file)
    {
        // A signed file or an archive is kept as it came: what was taken out of it is not what was signed.
        var around = file.HasBytesOf(document.Reading.File) ? null : Bring(recorder, document);
        var mail = document.Reading.Mail is null ? null : around?.Id;
        var facts = document.Reading.Documents.FirstOrDefault(d => d.File.HasBytesOf(file))?.Outcome is DocumentOutcome.Parsed parsed ? parsed.Facts : null;
        return recorder.AddFile(KindOf(file), file.Bytes, (id, digest) => new Evidence.File
        {
            Id = id,
            In = mail,
            Name = file.CleanName,
            Sha256 = digest,
            Size = file.Bytes.Length,
            Says = facts is null ? Fields.None : DocumentSays.Of(facts),
        });
    }

    private static string KindOf(SourceFile file) => file.ContentType switch
    {
        _ when file.IsPdf => "pdf",
        "application/xml" or "text/xml" => "xml",
        _ => "file",
    };
}
