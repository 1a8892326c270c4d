namespace DolibarrAgent.Simulator.Tests;

/// <summary>Which calls changed what the server holds.</summary>
public sealed class EffectTests
{
    [Fact]
    public async Task Effects_are_the_writes_that_changed_something_and_are_counted_by_call()
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        var invoice = await server.DraftAsync(supplier, "F-1");
        await server.CallAsync("POST /supplierinvoices", Servers.Draft(supplier, "F-1"));
        await server.CallAsync($"POST /supplierinvoices/{invoice}/validate");
        await server.CallAsync($"POST /supplierinvoices/{invoice}/validate");
        await server.CallAsync($"GET /supplierinvoices/{invoice}");
        server.EffectCounts.Should().Equal(new Dictionary<string, int>
        {
            ["POST /supplierinvoices"] = 1,
            ["POST /supplierinvoices/1/validate"] = 1,
            ["POST /thirdparties"] = 1,
        });
        server.Effects.Select(effect => effect.Created).Should().Equal(1, 1, null);
    }

    [Theory]
    [InlineData("POST /supplierinvoices/1/lines", """{"description":"x","pu_ht":1,"qty":1}""")]
    [InlineData("DELETE /supplierinvoices/0", "")]
    [InlineData("PUT /supplierinvoices/1", """{"date":"22/11/2026"}""")]
    public async Task A_write_that_is_answered_200_and_does_nothing_has_no_effect(string call, string body)
    {
        await using var server = await Servers.StartAsync();
        await server.DraftAsync(await server.SupplierAsync(), "F-1");
        await server.CallAsync("POST /supplierinvoices/1/validate");
        (await server.CallAsync(call, body)).Status.Should().Be(200);
        (server.Requests[^1].OwnStatus, server.Requests[^1].TookEffect).Should().Be((200, false));
    }

    [Fact]
    public async Task Calls_at_once_get_ids_and_numbers_of_their_own_and_are_logged_in_the_order_of_their_effects()
    {
        await using var server = await Servers.StartAsync();
        using var client = server.ClientOf("agent");
        var ids = await Task.WhenAll(Enumerable.Range(0, 200).Select(async at =>
        {
            using var body = new StringContent($$"""{"name":"S{{at}}","fournisseur":1,"code_fournisseur":"auto"}""");
            using var answer = await client.PostAsync(new Uri("thirdparties", UriKind.Relative), body, TestContext.Current.CancellationToken);
            return long.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        }));
        ids.Order().Should().Equal(Enumerable.Range(1, 200).Select(id => (long)id));
        server.Requests.Select(entry => entry.Number).Should().Equal(Enumerable.Range(1, 200));
        server.Effects.Select(entry => entry.Created!.Value).Should().BeInAscendingOrder().And.HaveCount(200);
        var codes = (await server.CallAsync("GET /thirdparties?limit=0")).Json!.AsArray().Select(row => row!["code_fournisseur"]!.GetValue<string>());
        codes.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_reset_forgets_the_effects()
    {
        await using var server = await Servers.StartAsync();
        await server.SupplierAsync();
        server.Reset();
        server.Effects.Should().BeEmpty();
    }
}
