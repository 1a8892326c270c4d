namespace DolibarrAgent.Simulator.Tests;

public sealed class NotSimulatedTests
{
    [Theory]
    [InlineData("GET /products/1/stock")]
    [InlineData("GET /nothing/at/all")]
    [InlineData("POST /supplierinvoices/1/discount")]
    [InlineData("GET /thirdparties/1/categories")]
    [InlineData("GET /setup/dictionary/countries")]
    public async Task Any_other_call_is_a_501_in_plain_text(string call)
    {
        await using var server = await Servers.StartAsync();
        var answer = await server.CallAsync(call);
        answer.Status.Should().Be(501);
        answer.MediaType.Should().Be("text/html");
        answer.Text.Should().NotStartWith("{");
    }

    [Fact]
    public async Task Documents_of_another_module_are_a_501_too()
    {
        await using var server = await Servers.StartAsync();
        (await server.CallAsync("GET /documents?modulepart=product&id=1")).Status.Should().Be(501);
    }
}
