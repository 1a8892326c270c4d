namespace DolibarrAgent.Simulator.Tests;

public sealed class RightsTests
{
    [Fact]
    public async Task A_blind_key_does_not_find_a_supplier_that_exists()
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        var invoice = await server.DraftAsync(supplier, "F-1");
        (await server.CallAsync("GET /thirdparties", key: "blind")).Status.Should().Be(404);
        (await server.CallAsync($"GET /thirdparties/{supplier}", key: "blind")).Status.Should().Be(403);
        (await server.CallAsync("GET /supplierinvoices", key: "blind")).Text.Should().Be("[]");
        (await server.CallAsync($"GET /supplierinvoices/{invoice}", key: "blind")).Status.Should().Be(403);
    }

    [Fact]
    public async Task A_blind_key_sees_what_it_created_itself()
    {
        await using var server = await Servers.StartAsync();
        await server.SupplierAsync("Not mine");
        var mine = await server.SupplierAsync("Mine", "blind");
        var listed = await server.CallAsync("GET /thirdparties?properties=id", key: "blind");
        listed.Json!.AsArray().Should().ContainSingle().Which!["id"]!.GetValue<string>().Should().Be($"{mine}");
    }

    [Theory]
    [InlineData("agent", true, true)]
    [InlineData("admin", true, true)]
    [InlineData("read", false, true)]
    [InlineData("blind", true, false)]
    public async Task Own_rights_say_what_the_key_may(string key, bool mayWrite, bool seesAll)
    {
        await using var server = await Servers.StartAsync();
        var rights = (await server.CallAsync("GET /users/info?includepermissions=1", key: key)).Json!["rights"]!;
        (rights["societe"]!["creer"] is not null).Should().Be(mayWrite);
        (rights["fournisseur"]!["facture"]!["creer"] is not null).Should().Be(mayWrite);
        (rights["societe"]!["client"]?["voir"] is not null).Should().Be(seesAll);
    }

    [Fact]
    public async Task A_mute_key_may_not_look_at_its_own_rights()
    {
        await using var server = await Servers.StartAsync();
        (await server.CallAsync("GET /users/info", key: "mute")).Status.Should().Be(403);
        (await server.SupplierAsync(key: "mute")).Should().Be(1);
    }

    [Theory]
    [InlineData("GET /thirdparties")]
    [InlineData("GET /supplierinvoices")]
    [InlineData("POST /thirdparties")]
    [InlineData("POST /supplierinvoices/1/validate")]
    [InlineData("GET /documents/download?modulepart=facture_fournisseur&original_file=1/0/(PROV1)/a.pdf")]
    public async Task A_key_without_rights_is_refused(string call)
    {
        await using var server = await Servers.StartAsync();
        (await server.CallAsync(call, "{}", "none")).Status.Should().Be(403);
    }

    [Fact]
    public async Task A_key_without_rights_may_still_upload()
    {
        await using var server = await Servers.StartAsync();
        await server.DraftAsync(await server.SupplierAsync(), "F-1");
        var answer = await server.CallAsync(
            "POST /documents/upload", """{"filename":"a.pdf","modulepart":"supplier_invoice","ref":"(PROV1)","filecontent":"hello"}""", "none");
        answer.Status.Should().Be(200);
    }

    [Fact]
    public async Task A_reader_may_not_read_the_lines_by_themselves()
    {
        await using var server = await Servers.StartAsync();
        var invoice = await server.DraftAsync(await server.SupplierAsync(), "F-1");
        (await server.CallAsync($"GET /supplierinvoices/{invoice}/lines", key: "read")).Status.Should().Be(403);
        (await server.CallAsync($"GET /supplierinvoices/{invoice}", key: "read")).Status.Should().Be(200);
    }
}
