using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>The documents in the page itself, as long as there is room; of the others it says which, how large and where they are.</summary>
internal sealed class HtmlDocuments
{
    private readonly Words words;
    private readonly Headings headings;
    private readonly ImmutableArray<DocumentView> views;
    private int room = DocumentShelf.PageLimit;

    public HtmlDocuments(DocumentShelf shelf, Words words)
    {
        (this.words, headings) = (words, words.Headings);
        views = [.. shelf.Evidence.Select(evidence => View(evidence, evidence.Blob is null ? default : shelf.BytesOf(evidence)))];
    }

    public bool HoldsPictures { get; private set; }

    public bool HoldsPdfs { get; private set; }

    /// <summary>The view of a piece of evidence, by its place among all.</summary>
    public DocumentView Of(int index) => views[index];

    private DocumentView View(Evidence evidence, ReadOnlyMemory<byte> bytes)
    {
        if (evidence.Blob is not { } blob)
        {
            return new DocumentView(null, false, []);
        }
        var document = new Document(evidence, blob, bytes);
        var parts = DocumentKind.Of(evidence is Evidence.File { Name: var name } ? name : evidence.Id + ".eml", bytes.Span) switch
        {
            DocumentKind.Pdf => Pdf(document),
            DocumentKind.Picture picture => Picture(document, picture.ContentType),
            DocumentKind.Text text => Text(text.Value),
            DocumentKind.Two => [Absent(headings.TwoInOne, document)],
            _ => [Absent(headings.NoKind, document)],
        };
        var isPicture = parts.OfType<Html.Element>().Any(part => part.Tag is "object" or "img");
        return new DocumentView(blob, isPicture, parts.Add(Html.Of("p", headings.OnPaper, " ", Place(blob)).Class("paper")));
    }

    private ImmutableArray<Html> Pdf(Document document)
    {
        if (Refused(document, DocumentShelf.PdfLimit) is { } refused)
        {
            return [refused];
        }
        var actions = PdfActions.Of(document.Bytes.Span);
        var found = actions.Found.IsEmpty ? VisibleText.None : Visible.Of(string.Join(", ", actions.Found));
        if (actions.Shown is not { } shown)
        {
            return [Html.Of("p", headings.PdfRefused, " ", found, ". ", Where(document)).Class("refused")];
        }
        HoldsPdfs = true;
        var view = Html.Of("object", Html.Of("p", headings.NoViewer, " ", Where(document)))
            .HoldingPdf(shown).With("aria-label", Name(document));
        return found.IsEmpty ? [view] : [Html.Of("p", headings.PdfBlanked, " ", found, ".").Class("refused"), view];
    }

    private ImmutableArray<Html> Picture(Document document, string contentType)
    {
        if (Refused(document, DocumentShelf.PictureLimit) is { } refused)
        {
            return [refused];
        }
        HoldsPictures = true;
        return [Html.Of("img").HoldingPicture(contentType, document.Bytes.Span).With("alt", Words.Own(headings.PictureOf).And(Name(document)))];
    }

    private ImmutableArray<Html> Text(string text) => [Html.Of("details", Html.Of("summary", headings.ShowText), HtmlText.Of(text, words)).With("aria-label", headings.ShowText)];

    /// <summary>Why a document is not in the page; null where it is, which takes room.</summary>
    private Html? Refused(Document document, int limit)
    {
        if (document.Bytes.Length > limit)
        {
            return Absent(headings.TooLarge, document);
        }
        if (document.Bytes.Length > room)
        {
            return Absent(headings.TooMuch, document);
        }
        room -= document.Bytes.Length;
        return null;
    }

    private Html Absent(string why, Document document) => Html.Of("p", why, " ", Where(document)).Class("refused");

    private Html Where(Document document) =>
        Html.All([words.Say.LiesIn(Name(document), document.Bytes.Length), Place(document.Blob)]);

    private static Html Place(Digest blob) => Html.Of("code", $"{ChangesetFolder.BlobsName}/{blob.Hex}");

    private VisibleText Name(Document document) => words.Shown(document.Evidence is Evidence.File file ? file.Name : document.Evidence.Id);

    private sealed record Document(Evidence Evidence, Digest Blob, ReadOnlyMemory<byte> Bytes);
}
