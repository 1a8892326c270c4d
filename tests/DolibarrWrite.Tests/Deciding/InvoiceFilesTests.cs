using System.IO.Compression;
using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests.Deciding;

/// <summary>Which files of a document stay on its invoice.</summary>
public sealed class InvoiceFilesTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task An_XML_goes_with_the_PDF_for_people_that_stands_in_it()
    {
        Attached(await IngestAsync("facture.xml", Xml(("lisible.pdf", "application/pdf", TwoInstances.Pdf)))).Should().Equal("lisible.pdf", "facture.xml");
    }

    [Fact]
    public async Task Files_of_one_name_are_kept_both()
    {
        Attached(await IngestAsync("facture.xml", Xml(("a.pdf", "application/pdf", TwoInstances.Pdf), ("a.pdf", "application/pdf", [.. TwoInstances.Pdf, (byte)' '])))).Should().Equal("a.pdf", "2-a.pdf", "facture.xml");
    }

    [Fact]
    public async Task A_PDF_that_carries_its_XML_goes_alone()
    {
        Attached(await Skills.IngestAsync(two, SampleCatalogue.Hosting)).Should().ContainSingle().Which.Should().EndWith(".pdf");
    }

    [Fact]
    public async Task What_came_in_an_archive_is_evidence_beside_the_archive()
    {
        using var stream = new MemoryStream();
        await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await zip.CreateEntry("facture.xml").OpenAsync(Skills.Cancel);
            await entry.WriteAsync(SampleXml.Of(SampleCatalogue.Hosting), Skills.Cancel);
        }

        var result = await IngestAsync("envoi.zip", stream.ToArray());

        Attached(result).Should().Equal("facture.xml");
        Skills.Entered(result).Changeset.Evidence.OfType<Evidence.File>().Select(file => file.Name).Should().Contain(["envoi.zip", "facture.xml"]);
    }

    private async Task<IngestResult> IngestAsync(string name, byte[] bytes)
    {
        using var skill = Skills.On(two);
        return await Ingest.RunAsync(skill, name, bytes, Skills.Cancel);
    }

    private static IEnumerable<string> Attached(IngestResult result)
    {
        var changeset = Skills.Entered(result).Changeset;
        return changeset.Operations.OfType<Operation.Attach>().Select(attach => changeset.Evidence.OfType<Evidence.File>().Single(file => file.Id == attach.File).Name);
    }

    private static byte[] Xml(params (string Name, string Type, byte[] Bytes)[] files) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(SampleXml.Of(SampleCatalogue.Hosting)).Replace(
        "</ram:ApplicableHeaderTradeAgreement>",
        string.Concat(files.Select((file, at) => $"""<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>{at}</ram:IssuerAssignedID><ram:TypeCode>916</ram:TypeCode><ram:AttachmentBinaryObject mimeCode="{file.Type}" filename="{file.Name}">{Convert.ToBase64String(file.Bytes)}</ram:AttachmentBinaryObject></ram:AdditionalReferencedDocument>""")) + "</ram:ApplicableHeaderTradeAgreement>",
        StringComparison.Ordinal));
}
