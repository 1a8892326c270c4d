using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr.Tests;

public class DocumentsTests
{
    private const string ListPath = "/documents?modulepart=supplier_invoice&id=1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_document_is_a_404_and_an_empty_list()
    {
        using var reader = new FakeDolibarr().On("GET", "/documents", Recording.Answer("documents", ListPath)).Reader();
        Known.Ok(await reader.Documents.ListForSupplierInvoiceAsync(1, Token)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Not Found: Supplier invoice not found")]
    [InlineData("Not Found")]
    public async Task An_invoice_that_is_not_there_is_no_empty_list(string message)
    {
        using var reader = new FakeDolibarr().On("GET", "/documents", Canned.Error(404, message)).Reader();
        Known.Refused(await reader.Documents.ListForSupplierInvoiceAsync(1, Token)).Code.Should().Be(Codes.NotFound);
    }

    [Fact]
    public async Task Files_are_listed_with_size_hash_and_path()
    {
        using var reader = new FakeDolibarr().On("GET", "/documents", Recording.Answer("documents", ListPath, 1)).Reader();
        var files = Known.Ok(await reader.Documents.ListForSupplierInvoiceAsync(1, Token));
        files.Select(file => file.Name).Should().Equal("__etc_x.pdf", "a.exe.noexe", "bad64.pdf", "e a.pdf", "facture.pdf", "plain.txt", "run.php.noexe");
        files[3].Should().Be(new StoredFile("e a.pdf", 15, "1/0/(PROV1)/e a.pdf", "2524d7c8a7b94b0edb5e4fae2ac82ae1"));
        files[2].Size.Should().Be(0, "a file of broken base64 is stored as junk");
    }

    [Fact]
    public async Task The_path_follows_the_number_drawn_at_validation_and_is_what_the_download_takes()
    {
        var dolibarr = new FakeDolibarr()
            .On("GET", "/documents", Recording.Answer("documents", ListPath, 2))
            .On("GET", "/documents/download", Recording.Answer("documents", "/documents/download?modulepart=facture_fournisseur&original_file=1/0/SI2611-0001/facture.pdf"));
        using var reader = dolibarr.Reader();
        var file = Known.Ok(await reader.Documents.ListForSupplierInvoiceAsync(1, Token)).Single(it => it.Name == "facture.pdf");
        var bytes = Known.Ok(await reader.Documents.DownloadAsync(file, Token));
        System.Text.Encoding.ASCII.GetString(bytes.AsSpan()).Should().Be("%PDF-1.4\n%test\n");
        dolibarr.ArrivalsAt("/documents/download").Should().ContainSingle().Which.Query.Should()
            .Contain("modulepart", "facture_fournisseur").And.Contain("original_file", "1/0/SI2611-0001/facture.pdf");
    }

    [Theory]
    [InlineData("""{"filename":"a","filesize":16,"content":"JVBERi0xLjQKdGVzdAo=","encoding":"base64"}""")]
    [InlineData("""{"filename":"a","filesize":15,"content":"***","encoding":"base64"}""")]
    [InlineData("""{"filename":"a","filesize":3,"content":"abc","encoding":""}""")]
    public async Task A_download_that_is_not_the_whole_file_is_not_an_answer(string body)
    {
        using var reader = new FakeDolibarr().On("GET", "/documents/download", new Canned(200, body)).Reader();
        Known.Unanswered(await reader.Documents.DownloadAsync(new StoredFile("a", 15, "1/0/X/a", ""), Token)).Code.Should().Be(Codes.NotJson);
    }

    [Fact]
    public async Task An_upload_gives_the_name_under_which_it_was_stored()
    {
        var dolibarr = new FakeDolibarr().On("POST", "/documents/upload", Recording.Answer("documents", "/documents/upload", 3, "POST"), Recording.Answer("documents", "/documents/upload", 4, "POST"));
        using var writer = dolibarr.Writer();
        Known.Ok(await writer.Documents.UploadToSupplierInvoiceAsync("(PROV1)", "../../etc/x.pdf", new byte[] { 1 }, Token)).Should().Be("__etc_x.pdf");
        Known.Ok(await writer.Documents.UploadToSupplierInvoiceAsync("(PROV1)", "é à.pdf", new byte[] { 1 }, Token)).Should().Be("e a.pdf");
        dolibarr.Arrivals[0].Body.Should().Contain("\"overwriteifexists\":0").And.Contain("\"modulepart\":\"supplier_invoice\"");
    }

    [Fact]
    public async Task A_file_is_never_stored_over_another()
    {
        using var writer = new FakeDolibarr().On("POST", "/documents/upload", Recording.Answer("documents", "/documents/upload", 1, "POST")).Writer();
        Known.Refused(await writer.Documents.UploadToSupplierInvoiceAsync("(PROV1)", "facture.pdf", new byte[] { 1 }, Token)).Code.Should().Be(Codes.FileExists);
    }

    [Fact]
    public async Task A_reference_that_is_not_there_takes_no_file()
    {
        using var writer = new FakeDolibarr().On("POST", "/documents/upload", Recording.Answer("documents", "/documents/upload", 7, "POST")).Writer();
        Known.Refused(await writer.Documents.UploadToSupplierInvoiceAsync("(PROV99)", "facture.pdf", new byte[] { 1 }, Token)).Code.Should().Be(Codes.NotFound);
    }
}
