using System.Text;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review.Tests;

/// <summary>A changeset with the bytes of its documents, for the HTML face.</summary>
/// <param name="Bytes">By the id of the evidence.</param>
internal sealed record HtmlExample(Changeset Changeset, IReadOnlyDictionary<string, byte[]> Bytes)
{
    private const string Nowhere = "http://127.0.0.1:9";

    private static readonly byte[] Mail = Encoding.UTF8.GetBytes("From: factures@dupont.example\r\nSubject: Votre facture F-2026-1\r\n\r\nBonjour,\r\n  veuillez trouver ci-joint la facture F-2026-1.\r\n");

    private static readonly byte[] Pdf = new TestPdf("Facture F-2026-1").ToBytes();

    /// <summary>A red square of 8 by 8.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGO4oWGKFTEMLQkAyZE/gcUDK7YAAAAASUVORK5CYII=");

    public static TheoryData<string> Names => ["invoice", "disagreeing", "changes", "revert", "hostile", "nasty", "active-pdf", "picture", "too-large", "no-evidence"];

    public string Html => In(Language.English);

    public string French => In(Language.French);

    public string In(Language language) => HtmlReview.Of(ReviewPage.Of(Changeset, language), Shelf);

    private DocumentShelf Shelf => new(Digest.Of(ChangesetFile.Write(Changeset)), Changeset.Evidence, evidence => Bytes[evidence.Id]);

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="server">What hostile text tries to reach.</param>
    public static HtmlExample Named(string name, string server = Nowhere) => name switch
    {
        "invoice" => With(Examples.Invoice),
        "disagreeing" => With(Examples.Disagreeing),
        "changes" => With(Examples.Changes),
        "revert" => With(Examples.Revert),
        "hostile" => With(Examples.Hostile),
        "nasty" => With(HtmlHostility.Changeset(HtmlHostility.Html(server))) with { Bytes = HtmlHostility.Bytes(server) },
        "active-pdf" => With(Examples.Invoice, new TestPdf("Facture F-2026-1") { WhenOpened = TestPdf.Script(HtmlHostility.PdfScript(server)), Link = $"{server}/link" }.ToBytes()),
        "picture" => With(Examples.Disagreeing, Picture),
        "too-large" => With(Examples.Invoice, [.. Pdf, .. new byte[DocumentShelf.PdfLimit]]),
        "no-evidence" => With(Examples.Changes with { Evidence = [], Operations = [.. Examples.Changes.Operations.Select(o => o with { From = [] })] }),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such example."),
    };

    public static HtmlExample With(Changeset changeset, byte[]? pdf = null) =>
        new(changeset, new Dictionary<string, byte[]> { ["mail"] = Mail, ["pdf"] = pdf ?? Pdf, ["file"] = pdf ?? Pdf });
}
