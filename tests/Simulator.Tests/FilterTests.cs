namespace DolibarrAgent.Simulator.Tests;

/// <summary>The filter language, as measured on a real server.</summary>
public sealed class FilterTests
{
    [Theory]
    [InlineData("(t.nom:=:'O'Brien')", "2")]
    [InlineData("(t.nom:like:'o_brien')", "2")]
    [InlineData("(t.nom:like:'o'brien')", "")]
    [InlineData("(t.nom:in:'Dupont','F/1')", "1")]
    [InlineData("(t.nom:=:'F/1')", "3")]
    [InlineData("(t.rowid:notin:1,2)", "3")]
    [InlineData("(t.nom:=:'Dupont') or (t.rowid:=:2) and (t.status:=:1)", "1,2")]
    [InlineData("((t.nom:=:'Dupont') or (t.rowid:=:2)) and (t.rowid:>:1)", "2")]
    [InlineData("(t.email:=:'')", "")]
    [InlineData("t.rowid:=:1", "1")]
    [InlineData("(t.nom:like:'dup%')", "1")]
    [InlineData("(t.nom:like:'%u%O%t')", "1")]
    [InlineData("(t.nom:like:'%p%p%')", "")]
    [InlineData("(t.nom:like:'______')", "1")]
    [InlineData("(t.nom:notlike:'dup%')", "2,3")]
    [InlineData("(t.nom:=:'Dupont') or (t.nom:=:'F/1') or (t.rowid:=:2)", "1,2,3")]
    [InlineData("(t.datec:>:'2030-01-01')", "")]
    public async Task A_filter_finds_what_a_real_server_finds(string filter, string ids)
    {
        await using var server = await ThreeAsync();
        var answer = await server.CallAsync($"GET /thirdparties?properties=id&sqlfilters={Uri.EscapeDataString(filter)}");
        var found = answer.Status == 404 ? "" : string.Join(',', answer.Json!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
        found.Should().Be(ids);
    }

    [Theory]
    [InlineData("(t.name:=:'x')", 503, "42703: column t.name does not exist")]
    [InlineData("(nosuch:=:1)", 503, "42703: column \"nosuch\" does not exist")]
    [InlineData("(x.nom:=:'a')", 503, "42P01: missing FROM-clause entry for table \"x\"")]
    [InlineData("(t.nom:=:1)", 503, "42883: operator does not exist: character varying = integer")]
    [InlineData("(t.nom:in:bad)", 503, "42703: column \"bad\" does not exist")]
    [InlineData("(t.nom:ne:'x')", 503, "42601: syntax error at or near \"NE\"")]
    [InlineData("(t.rowid:=:1)(t.rowid:=:2)", 503, "42601: syntax error at or near \"(\"")]
    [InlineData("(t.rowid:=:1", 400, "Wrong balance of parenthesis")]
    [InlineData("t.nom = 'x'", 400, "Bad syntax of the search string: (t.nom = 'x')")]
    [InlineData("(t.nom:=:'delete from x')", 403, "SQL or Script injection protection")]
    [InlineData("(t.nom:=:\"x\")", 403, "SQL or Script injection protection")]
    public async Task A_filter_that_is_refused_is_refused_in_the_server_s_words(string filter, int status, string words)
    {
        await using var server = await ThreeAsync();
        var answer = await server.CallAsync($"GET /thirdparties?properties=id&sqlfilters={Uri.EscapeDataString(filter)}");
        answer.Status.Should().Be(status);
        (answer.MediaType == "application/json" ? answer.Json!["error"]!["message"]!.GetValue<string>() : answer.Text).Should().Contain(words);
    }

    [Fact]
    public async Task Lists_stop_at_a_hundred_unless_told_otherwise()
    {
        await using var server = await Servers.StartAsync();
        for (var number = 0; number < 101; number++)
        {
            await server.SupplierAsync($"S{number}");
        }

        (await server.CallAsync("GET /thirdparties?properties=id")).Json!.AsArray().Should().HaveCount(100);
        (await server.CallAsync("GET /thirdparties?properties=id&limit=0")).Json!.AsArray().Should().HaveCount(101);
        (await server.CallAsync("GET /thirdparties?properties=id&page=1")).Json!.AsArray().Should().ContainSingle();
    }

    private static async Task<SimulatedDolibarr> ThreeAsync()
    {
        var server = await Servers.StartAsync();
        foreach (var name in new[] { "Dupont", "O'Brien", "F/1" })
        {
            await server.SupplierAsync(name);
        }

        return server;
    }
}
