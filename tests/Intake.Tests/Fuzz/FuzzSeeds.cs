using DolibarrAgent.Changesets;
using DolibarrAgent.Intake.Tests.Containers;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Fuzz;

/// <summary>Sound documents for each reader: of our own, and of the corpus where there is one.</summary>
internal static class FuzzSeeds
{
    private const int Largest = 400_000;

    public static IReadOnlyList<string> Readers { get; } = ["cii", "ubl-invoice", "ubl-credit-note", "zugferd-1", "pdf", "mail", "tnef", "cms", "zip", "tar"];

    public static Func<byte[], Random, byte[]> MutationOf(string reader) => reader switch
    {
        "pdf" => PdfMutation.Of,
        "mail" => MailMutation.Of,
        "tnef" => TnefMutation.Of,
        "cms" or "zip" or "tar" => ContainerMutation.Of,
        _ => XmlMutation.Of,
    };

    public static IEnumerable<(string Name, byte[] Bytes)> Of(string reader) => Own(reader).Concat(OfCorpus(reader));

    private static IEnumerable<(string Name, byte[] Bytes)> Own(string reader) => reader switch
    {
        "cii" => [("a.xml", SampleXml.Of(SampleCatalogue.Mixed)), ("b.xml", TestXml.Cii(TestXml.Line("90.00", quantity: "3", inside: TestXml.Allowance("10.00", false), head: "<ram:LineID>1</ram:LineID>"), TestXml.Allowance("5.00", true, "20") + TestXml.Totals("95.00", "19.00", lineTotal: "90.00")))],
        "ubl-invoice" => [("a.xml", TestUbl.Invoice())],
        "ubl-credit-note" => [("a.xml", TestUbl.CreditNote())],
        "zugferd-1" => [("a.xml", TestZugferd1.Invoice())],
        "pdf" => [("a.pdf", SamplePdf.Of(SampleCatalogue.Hosting)), ("b.pdf", TestPdf.WithPackedXml(SampleXml.Of(SampleCatalogue.Mixed)))],
        "mail" => [("a.eml", SampleEmail.With(SampleCatalogue.Hosting).ToBytes())],
        "cms" => [("a.p7m", TestCms.Signed(ContainerMutation.Xml)), ("b.p7m", TestCms.SignedInChunks(SampleEmail.With(SampleCatalogue.Hosting).ToBytes())), ("c.p7m", TestCms.Compressed(ContainerMutation.Xml)), ("d.p7m", TestCms.Pem(TestCms.TimeStamped(ContainerMutation.Xml)))],
        "zip" => [("a.zip", TestArchive.Zip(("a.xml", ContainerMutation.Xml), ("b.pdf", SamplePdf.Of(SampleCatalogue.Hosting)))), ("b.zip", TestArchive.Locked("a.xml", ("a.xml", ContainerMutation.Xml))), ("c.zip", TestArchive.Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray())))],
        "tar" => [("a.tar", TestArchive.Tar(("a.xml", ContainerMutation.Xml), ("b.xml", ContainerMutation.Xml))), ("b.tgz", TestArchive.Gzip(TestArchive.Tar(("a.xml", ContainerMutation.Xml)))), ("c.gz", TestArchive.Gzip(ContainerMutation.Xml))],
        _ => [("winmail.dat", TnefSample.With("a.xml", SampleXml.Of(SampleCatalogue.Mixed))), ("winmail.dat", TnefSample.With("a.pdf", SamplePdf.Of(SampleCatalogue.Hosting)))],
    };

    private static IEnumerable<(string Name, byte[] Bytes)> OfCorpus(string reader)
    {
        if (!Directory.Exists(ProjectRoot.Corpus))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(ProjectRoot.Corpus, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(path).ToUpperInvariant() is ".XML" or ".PDF" or ".EML" or ".DAT" or ".TNEF" && new FileInfo(path).Length is > 0 and < Largest)
            {
                var bytes = File.ReadAllBytes(path);
                if (ReaderOf(bytes) == reader)
                {
                    yield return (Path.GetFileName(path), bytes);
                }
            }
        }
    }

    private static string ReaderOf(byte[] bytes)
    {
        var start = bytes.AsSpan(0, Math.Min(bytes.Length, 3000));
        return FileContent.Of(bytes) switch
        {
            ContentKind.Pdf => "pdf",
            ContentKind.Tnef => "tnef",
            ContentKind.Cms => "cms",
            ContentKind.Zip => "zip",
            ContentKind.Gzip or ContentKind.Tar => "tar",
            ContentKind.Xml => start.IndexOf("CrossIndustryInvoice"u8) >= 0 ? "cii" : start.IndexOf("CrossIndustryDocument"u8) >= 0 ? "zugferd-1" : start.IndexOf("CreditNote"u8) >= 0 ? "ubl-credit-note" : "ubl-invoice",
            _ => "mail",
        };
    }
}
