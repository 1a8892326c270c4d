using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>Evidence as a person sees it.</summary>
internal static class EvidenceShown
{
    public static ReviewEvidence Of(Evidence evidence, Wording wording) => evidence switch
    {
        Evidence.Email mail => Shown(mail, "Email", [("From", mail.From), ("Subject", mail.Subject), ("Message id", mail.MessageId)], [.. Bytes(mail.Size, mail.Sha256)]),
        Evidence.File file => Shown(file, "File", [("Name", file.Name), ("Came in", file.In)], [.. Bytes(file.Size, file.Sha256)]) with
        {
            Says = [.. file.Says.Select(said => new ReviewFact(Labels.Fact(said.Key), wording.Value(said.Value)))],
        },
        Evidence.Instruction said => Shown(said, "Instruction", [("Given by", said.By), ("Words", said.Text)], []),
        _ => throw new InvalidOperationException("Evidence is an email, a file or an instruction."),
    };

    /// <summary>The facts of an attached file: what the evidence is, and what the sandbox stored.</summary>
    public static ImmutableArray<ReviewField> Attached(Evidence evidence, Fields after)
    {
        var (name, size) = evidence switch
        {
            Evidence.File file => (Wording.Text(file.Name), file.Size),
            Evidence.Email mail => (Visible.Word("the email itself"), mail.Size),
            _ => throw new InvalidOperationException("Only evidence with bytes is attached."),
        };
        return
        [
            new ReviewField(Labels.Field("name"), null, name, Held("name")),
            new ReviewField(Labels.Field("size"), null, Visible.Of(size.ToString(CultureInfo.InvariantCulture)), Held("size")),
            new ReviewField(Labels.Field("sha256"), null, Visible.Shortened(evidence.Blob!), after.TextOf("sha256") == evidence.Blob!.Hex ? Visible.Shortened(evidence.Blob) : Held("sha256")),
        ];

        VisibleText? Held(string field) => after.TextOf(field) is { } text ? Wording.Text(text) : null;
    }

    private static ReviewEvidence Shown(Evidence evidence, string heading, (string Name, string? Value)[] texts, ImmutableArray<ReviewFact> more) => new(
        Visible.Of(evidence.Id),
        Labels.Own(heading),
        [.. texts.Where(text => text.Value is not null).Select(text => new ReviewFact(Labels.Own(text.Name), Wording.Text(text.Value!))), .. more],
        []);

    private static IEnumerable<ReviewFact> Bytes(long size, Digest sha256) =>
        [new ReviewFact(Labels.Own("Size"), Size(size)), new ReviewFact(Labels.Own("SHA-256"), Visible.Shortened(sha256))];

    private static VisibleText Size(long bytes) => Visible.Of(string.Create(CultureInfo.InvariantCulture, $"{bytes} {(bytes == 1 ? "byte" : "bytes")}"));
}
