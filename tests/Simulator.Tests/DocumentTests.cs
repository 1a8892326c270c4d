namespace DolibarrAgent.Simulator.Tests;

public sealed class DocumentTests
{
    [Fact]
    public async Task A_file_that_is_overwritten_has_its_new_content_and_md5()
    {
        await using var server = await Servers.StartAsync();
        await server.DraftAsync(await server.SupplierAsync(), "F-1");
        await UploadAsync(server, "a.pdf", "QUJD");
        await UploadAsync(server, "a.pdf", "WFla", overwrite: 1);
        var listed = (await server.CallAsync("GET /documents?modulepart=supplier_invoice&id=1")).Json!.AsArray();
        listed.Should().ContainSingle().Which!["label"]!.GetValue<string>().Should().Be("e65075d550f9b5bf9992fa1d71a131be");
        (await server.CallAsync("GET /documents/download?modulepart=facture_fournisseur&original_file=1/0/(PROV1)/a.pdf"))["content"].Should().Be("WFla");
    }

    [Fact]
    public async Task After_validation_the_file_is_under_the_number_and_no_longer_under_the_draft()
    {
        await using var server = await Servers.StartAsync(options => options with { FirstId = 345 });
        await server.DraftAsync(await server.SupplierAsync(), "F-1");
        await UploadAsync(server, "(PROV345)-scan.pdf", "QUJD", reference: "(PROV345)");
        await server.CallAsync("POST /supplierinvoices/345/validate");
        (await server.CallAsync("GET /documents/download?modulepart=facture_fournisseur&original_file=5/4/SI2611-0001/SI2611-0001-scan.pdf")).Status.Should().Be(200);
        (await server.CallAsync("GET /documents/download?modulepart=facture_fournisseur&original_file=5/4/(PROV345)/(PROV345)-scan.pdf")).Status.Should().Be(404);
        (await UploadAsync(server, "late.pdf", "QUJD", reference: "(PROV345)")).Status.Should().Be(404);
    }

    [Fact]
    public async Task A_file_can_be_deleted_by_a_key_that_only_reads()
    {
        await using var server = await Servers.StartAsync();
        await server.DraftAsync(await server.SupplierAsync(), "F-1");
        await UploadAsync(server, "a.pdf", "QUJD");
        (await server.CallAsync("DELETE /documents?modulepart=facture_fournisseur&original_file=1/0/(PROV1)/a.pdf", key: "read")).Status.Should().Be(200);
        (await server.CallAsync("GET /documents?modulepart=supplier_invoice&id=1")).Status.Should().Be(404);
    }

    [Theory]
    [InlineData("facture_fournisseur", "1/0/(PROV1)/absent.pdf", "agent", 404)]
    [InlineData("facture_fournisseur", "(PROV1)/a.pdf", "agent", 404)]
    [InlineData("facture_fournisseur", "1/0/(PROV1)", "agent", 403)]
    [InlineData("facture_fournisseur", "1/0/(PROV1)/a|.pdf", "agent", 403)]
    [InlineData("facture_fournisseur", "1/0/(PROV1)/../(PROV1)/a.pdf", "agent", 403)]
    [InlineData("facture_fournisseur", "1/0/(PROV1)/a.pdf", "none", 403)]
    [InlineData("supplier_invoice", "1/0/(PROV1)/a.pdf", "agent", 403)]
    [InlineData("nonsense", "1/0/(PROV1)/a.pdf", "agent", 202)]
    [InlineData("product", "1/0/(PROV1)/a.pdf", "agent", 501)]
    public async Task A_deletion_of_no_such_file_removes_nothing(string module, string path, string key, int status)
    {
        await using var server = await Servers.StartAsync();
        await server.DraftAsync(await server.SupplierAsync(), "F-1");
        await UploadAsync(server, "a.pdf", "QUJD");
        (await server.CallAsync($"DELETE /documents?modulepart={module}&original_file={path}", key: key)).Status.Should().Be(status);
        (await server.CallAsync("GET /documents?modulepart=supplier_invoice&id=1")).Status.Should().Be(200);
    }

    [Fact]
    public async Task The_server_looks_for_what_to_delete_in_the_query_alone()
    {
        await using var server = await Servers.StartAsync();
        await server.DraftAsync(await server.SupplierAsync(), "F-1");
        await UploadAsync(server, "a.pdf", "QUJD");
        (await server.CallAsync("DELETE /documents", """{"modulepart":"facture_fournisseur","original_file":"1/0/(PROV1)/a.pdf"}""")).Status.Should().Be(400);
        (await server.CallAsync("DELETE /documents?modulepart=facture_fournisseur&original_file=1/0/(PROV1)/a.pdf", "{")).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_deleted_file_keeps_its_place_in_the_index()
    {
        await using var server = await Servers.StartAsync();
        await server.DraftAsync(await server.SupplierAsync(), "F-1");
        await UploadAsync(server, "a.pdf", "QUJD");
        await UploadAsync(server, "b.pdf", "QUJD");
        await server.CallAsync("DELETE /documents?modulepart=facture_fournisseur&original_file=1/0/(PROV1)/b.pdf");
        await server.CallAsync("DELETE /documents?modulepart=facture_fournisseur&original_file=1/0/(PROV1)/a.pdf");
        await UploadAsync(server, "a.pdf", "QUJD");
        var listed = (await server.CallAsync("GET /documents?modulepart=supplier_invoice&id=1")).Json!.AsArray();
        listed.Should().ContainSingle().Which!["position"]!.GetValue<string>().Should().Be("3");
    }

    [Fact]
    public async Task The_files_of_a_deleted_invoice_are_gone()
    {
        await using var server = await Servers.StartAsync();
        await server.DraftAsync(await server.SupplierAsync(), "F-1");
        await UploadAsync(server, "a.pdf", "QUJD");
        await server.CallAsync("DELETE /supplierinvoices/1");
        (await server.CallAsync("GET /documents/download?modulepart=facture_fournisseur&original_file=1/0/(PROV1)/a.pdf")).Status.Should().Be(404);
    }

    [Theory]
    [InlineData("É à.pdf", "E a.pdf")]
    [InlineData("a/b.pdf", "a_b.pdf")]
    [InlineData("a--b -c.pdf", "a_b _c.pdf")]
    [InlineData("日本.pdf", "日本.pdf")]
    [InlineData("<b>.pdf", "_b_.pdf")]
    [InlineData("a..b.pdf", "ab.pdf")]
    public async Task A_file_is_stored_under_a_name_of_the_server_s_making(string sent, string stored)
    {
        await using var server = await Servers.StartAsync();
        await server.DraftAsync(await server.SupplierAsync(), "F-1");
        (await UploadAsync(server, sent, "QUJD")).Json!.GetValue<string>().Should().Be(stored);
    }

    private static Task<Answer> UploadAsync(SimulatedDolibarr server, string name, string content, int overwrite = 0, string reference = "(PROV1)") =>
        server.CallAsync(
            "POST /documents/upload",
            $$"""{"filename":"{{name}}","modulepart":"supplier_invoice","ref":"{{reference}}","filecontent":"{{content}}","fileencoding":"base64","overwriteifexists":{{overwrite}}}""");
}
