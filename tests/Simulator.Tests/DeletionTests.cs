namespace DolibarrAgent.Simulator.Tests;

/// <summary>What goes and what stays, as measured on a real server.</summary>
public sealed class DeletionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_invoice_is_deleted_whatever_its_status_and_then_is_not_found(bool validated)
    {
        await using var server = await Servers.StartAsync();
        var invoice = await server.DraftAsync(await server.SupplierAsync(), "F-1");
        if (validated)
        {
            await server.CallAsync($"POST /supplierinvoices/{invoice}/validate");
        }

        (await server.CallAsync($"DELETE /supplierinvoices/{invoice}")).Text.Should().Contain("Supplier invoice deleted");
        (await server.CallAsync($"DELETE /supplierinvoices/{invoice}")).Status.Should().Be(404);
        (await server.CallAsync($"GET /supplierinvoices/{invoice}")).Status.Should().Be(404);
    }

    [Fact]
    public async Task A_deleted_invoice_frees_its_reference()
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        var invoice = await server.DraftAsync(supplier, "F-1");
        (await server.CallAsync("POST /supplierinvoices", Servers.Draft(supplier, "F-1"))).Status.Should().Be(500);
        await server.CallAsync($"DELETE /supplierinvoices/{invoice}");
        (await server.CallAsync("POST /supplierinvoices", Servers.Draft(supplier, "F-1"))).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_third_party_is_not_deleted_while_an_invoice_of_it_is_there_be_it_a_draft()
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        var invoice = await server.DraftAsync(supplier, "F-1");
        (await server.CallAsync($"DELETE /thirdparties/{supplier}")).Status.Should().Be(409);
        await server.CallAsync($"DELETE /supplierinvoices/{invoice}");
        (await server.CallAsync($"DELETE /thirdparties/{supplier}")).Text.Should().Contain("Object deleted");
        (await server.CallAsync($"DELETE /thirdparties/{supplier}")).Status.Should().Be(404);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("none")]
    [InlineData("blind")]
    public async Task A_key_without_the_right_deletes_nothing(string key)
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        var invoice = await server.DraftAsync(supplier, "F-1");
        (await server.CallAsync($"DELETE /supplierinvoices/{invoice}", key: key)).Status.Should().Be(403);
        (await server.CallAsync($"DELETE /thirdparties/{supplier}", key: key)).Status.Should().Be(403);
    }

    [Theory]
    [InlineData("DELETE /supplierinvoices/0")]
    [InlineData("DELETE /thirdparties/0")]
    public async Task The_server_says_that_it_deleted_number_0(string call)
    {
        await using var server = await Servers.StartAsync();
        (await server.CallAsync(call)).Status.Should().Be(200);
        (await server.CallAsync(call, key: "read")).Status.Should().Be(403);
    }
}
