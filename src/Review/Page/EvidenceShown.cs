using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>Evidence as a person sees it.</summary>
internal sealed class EvidenceShown(Wording wording)
{
    private Headings Headings => wording.Words.Headings;

    public ReviewEvidence Of(Evidence evidence) => evidence switch
    {
        Evidence.Email mail => Shown(mail, Headings.Email, [new(Headings.From, mail.From), new(Headings.Subject, mail.Subject), new(Headings.MessageId, mail.MessageId)], [.. Bytes(mail.Size, mail.Sha256)]),
        Evidence.File file => Shown(file, Headings.File, [new(Headings.Name, file.Name), new(Headings.CameIn, file.In)], [.. Bytes(file.Size, file.Sha256)]) with
        {
            Says = [.. file.Says.Select(said => new ReviewFact(wording.Labels.Fact(said.Key), wording.Value(said.Value)))],
        },
        Evidence.Instruction said => Shown(said, Headings.Instruction, [new(Headings.GivenBy, said.By), new(Headings.InstructionWords, said.Text)], []),
        _ => throw new InvalidOperationException("Evidence is an email, a file or an instruction."),
    };

    /// <summary>The facts of an attached file: what the evidence is, and what the sandbox stored.</summary>
    public ImmutableArray<ReviewField> Attached(Evidence evidence, Fields after)
    {
        var (name, size) = evidence switch
        {
            Evidence.File file => (wording.Text(file.Name), file.Size),
            Evidence.Email mail => (Visible.Word(Headings.TheEmailItself), mail.Size),
            _ => throw new InvalidOperationException("Only evidence with bytes is attached."),
        };
        return
        [
            new ReviewField(wording.Labels.Field("", CommonFields.FileName), null, name, Held(CommonFields.FileName)),
            new ReviewField(wording.Labels.Field("", CommonFields.FileSize), null, Visible.Of(size.ToString(CultureInfo.InvariantCulture)), Held(CommonFields.FileSize)),
            new ReviewField(wording.Labels.Field("", CommonFields.FileSha256), null, Visible.Shortened(evidence.Blob!, wording.Words.Language), after.TextOf(CommonFields.FileSha256) == evidence.Blob!.Hex ? Visible.Shortened(evidence.Blob, wording.Words.Language) : Held(CommonFields.FileSha256)),
        ];

        VisibleText? Held(string field) => after.TextOf(field) is { } text ? wording.Text(text) : null;
    }

    private ReviewEvidence Shown(Evidence evidence, string heading, NamedText[] texts, ImmutableArray<ReviewFact> more) => new(
        wording.Shown(evidence.Id),
        Words.Own(heading),
        [.. texts.Where(text => text.Value is not null).Select(text => new ReviewFact(Words.Own(text.Name), wording.Text(text.Value!))), .. more],
        []);

    private IEnumerable<ReviewFact> Bytes(long size, Digest sha256) =>
        [new ReviewFact(Words.Own(Headings.Size), Size(size)), new ReviewFact(Words.Own(Headings.Sha256), Visible.Shortened(sha256, wording.Words.Language))];

    private VisibleText Size(long bytes) => wording.Shown(wording.Words.Say.Bytes(bytes));

    private sealed record NamedText(string Name, string? Value);
}
