using System.Net;
using System.Net.Sockets;

namespace DolibarrAgent.Desk.Tests;

/// <summary>Who is let in to a desk, and which requests it looks at. Each test fails where its guard is taken away.</summary>
public sealed class GuardTests : IAsyncLifetime
{
    private OpenDesk desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await OpenDesk.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    public static TheoryData<string> Pages =>
        ["/", "/?all=1", "/changesets/X", "/changesets/X/evidence/0", "/plans/1", "/runs/1", "/runs/1/events", "/nowhere"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Without_a_link_nothing_of_the_books_is_shown(string page)
    {
        await desk.Two.RecordMainJobAsync();
        using var stranger = desk.Client();

        using var answer = await stranger.GetAsync(page);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(Cancel)).Should().Contain("This browser is not let in").And.NotContain("Dupont");
    }

    [Theory]
    [InlineData("desk-{port}=")]
    [InlineData("desk-{port}=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_cookie_that_was_made_up_opens_nothing(string cookie)
    {
        using var stranger = desk.Client();

        using var answer = await stranger.GetAsync("/", request => request.Headers.Add("Cookie",
            cookie.Replace("{port}", $"{desk.Server.Address.Port}", StringComparison.Ordinal)));

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_cookie_of_a_desk_that_was_closed_opens_no_other()
    {
        string cookie;
        await using (var earlier = await OpenDesk.OpenAsync())
        {
            using var client = earlier.Client();
            using var entered = await client.GetAsync(earlier.Server.NewLink().PathAndQuery);
            cookie = entered.Headers.GetValues("Set-Cookie").Single().Split('=', ';')[1];
        }
        using var late = desk.Client();

        using var answer = await late.GetAsync("/", request => request.Headers.Add("Cookie", $"desk-{desk.Server.Address.Port}={cookie}"));

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_link_works_once_and_whoever_comes_second_is_told_that_somebody_was_first()
    {
        var link = desk.Server.NewLink().PathAndQuery;
        using var thief = desk.Client();
        using var owner = desk.Client();

        using var first = await thief.GetAsync(link);
        using var second = await owner.GetAsync(link);

        first.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        second.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await second.Content.ReadAsStringAsync(Cancel)).Should().Contain("somebody else was let in");
    }

    [Fact]
    public async Task The_cookie_is_for_no_script_and_no_other_site()
    {
        using var client = desk.Client();
        using var entered = await client.GetAsync(desk.Server.NewLink().PathAndQuery);

        var cookie = entered.Headers.GetValues("Set-Cookie").Single();

        cookie.Should().Contain("httponly").And.Contain("samesite=strict").And.NotContain("expires").And.NotContain("domain");
    }

    [Theory]
    [InlineData("localhost:{port}")]
    [InlineData("evil.example")]
    [InlineData("evil.example:{port}")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    public async Task Under_another_name_it_answers_nothing_not_even_to_whoever_was_let_in(string host)
    {
        using var client = await desk.LetInAsync();

        using var answer = await client.GetAsync("/", request =>
            request.Headers.Host = host.Replace("{port}", $"{desk.Server.Address.Port}", StringComparison.Ordinal));

        answer.StatusCode.Should().Be(HttpStatusCode.MisdirectedRequest);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", null)]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task What_does_something_comes_from_a_page_of_the_desk_alone(string header, string? value)
    {
        var id = await RecordAsync();
        using var client = await desk.LetInAsync();
        var form = DeskClient.FormIn(await client.PageAsync($"/changesets/{id}"), $"/changesets/{id}/rejection");

        using var answer = await client.PostAsync($"/changesets/{id}/rejection", [new("form", form), new("reason", "forged")], request =>
        {
            request.Headers.Remove(header);
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }
        });

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await client.PageAsync($"/changesets/{id}")).Should().NotContain("forged");
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task A_page_that_another_site_asks_for_is_not_given(string site)
    {
        using var client = await desk.LetInAsync();

        using var answer = await client.GetAsync("/", request => request.Headers.Add("Sec-Fetch-Site", site));

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_link_that_another_site_sends_a_browser_to_is_not_used_up()
    {
        var link = desk.Server.NewLink().PathAndQuery;
        using var client = desk.Client();

        using var sent = await client.GetAsync(link, request => request.Headers.Add("Sec-Fetch-Site", "cross-site"));
        using var typed = await client.GetAsync(link);

        sent.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        typed.StatusCode.Should().Be(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_form_that_was_not_made_here_does_nothing(string word)
    {
        var id = await RecordAsync();
        using var client = await desk.LetInAsync();

        using var answer = await client.PostAsync($"/changesets/{id}/rejection", [new("form", word), new("reason", "forged")]);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await client.PageAsync($"/changesets/{id}")).Should().NotContain("forged");
    }

    [Fact]
    public async Task A_form_counts_only_where_it_was_made_for_and_only_for_the_browser_that_got_it()
    {
        var id = await RecordAsync();
        using var client = await desk.LetInAsync();
        using var other = await desk.LetInAsync();
        var page = await client.PageAsync($"/changesets/{id}");

        using var elsewhere = await client.PostAsync($"/changesets/{id}/rejection",
            [new("form", DeskClient.FormIn(page, "/plans")), new("reason", "forged")]);
        using var byOther = await other.PostAsync($"/changesets/{id}/rejection",
            [new("form", DeskClient.FormIn(page, $"/changesets/{id}/rejection")), new("reason", "forged")]);

        elsewhere.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        byOther.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await client.PageAsync($"/changesets/{id}")).Should().NotContain("forged");
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_does_its_work_once_and_leads_to_the_same_page()
    {
        var id = await RecordAsync();
        using var client = await desk.LetInAsync();
        var planned = await client.PageAsync(
            await client.SubmitAsync(await client.PageAsync("/"), "/plans", Sent.As("id", id)));
        KeyValuePair<string, string>[] form = [
            new("form", DeskClient.FormIn(planned, "/plans/1/runs")), new("code", DeskClient.CodeIn(planned))];

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PostAsync("/plans/1/runs", form)));

        answers.Select(answer => answer.Headers.Location?.ToString()).Distinct().Should().Equal("/runs/1");
        DeskClient.TextOf(await client.EndedAsync("/runs/1")).Should().Contain("All of it is on erp.");
        using var late = await client.PostAsync("/plans/1/runs", form);
        late.Headers.Location!.ToString().Should().Be("/runs/1");
    }

    [Fact]
    public async Task Nobody_puts_it_into_a_frame_keeps_it_or_guesses_what_it_is()
    {
        using var client = await desk.LetInAsync();

        using var answer = await client.GetAsync("/");

        answer.Headers.GetValues("X-Frame-Options").Should().Equal("DENY");
        answer.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("frame-ancestors 'none'").And
            .Contain("default-src 'none'").And.Contain("script-src 'self'").And.NotContain("unsafe");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.GetValues("Referrer-Policy").Should().Equal("same-origin");
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").Should().Equal("same-origin");
    }

    [Fact]
    public async Task It_listens_on_loopback_alone()
    {
        desk.Server.Address.Host.Should().Be("127.0.0.1");
        var others = (await Dns.GetHostAddressesAsync(Dns.GetHostName(), Cancel))
            .Where(address => !IPAddress.IsLoopback(address) && address.AddressFamily == AddressFamily.InterNetwork);
        foreach (var address in others)
        {
            using var client = new TcpClient();
            await FluentActions.Awaiting(() => client.ConnectAsync(address, desk.Server.Address.Port, Cancel).AsTask()).Should()
                .ThrowAsync<SocketException>($"{address} is not loopback");
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_not_read()
    {
        using var client = await desk.LetInAsync();

        using var answer = await client.PostAsync("/plans", [new("form", new string('A', 300_000))]);

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Nothing_but_pages_and_forms_is_answered(string method)
    {
        using var client = await desk.LetInAsync();

        using var answer = await client.GetAsync("/", request => request.Method = new HttpMethod(method));

        answer.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Another_user_of_the_machine_is_not_answered_even_with_a_link()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/setpriv")
            && Environment.UserName == "root", "Only root can ask as somebody else (setpriv).");
        var link = desk.Server.NewLink();

        (await AsAsync("65534", link)).Should().BeEmpty();
        (await AsAsync("0", link)).Should().Contain("303 See Other");
    }

    [Fact]
    public async Task Ten_thousand_requests_leave_it_answering_and_its_forms_bounded()
    {
        using var client = await desk.LetInAsync();
        using var stranger = desk.Client();
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancel },
            async (i, _) =>
            {
                using var answer = await (i % 2 == 0 ? stranger : client).GetAsync(i % 3 == 0 ? "/enter?link=guess" : "/nowhere");
                answer.StatusCode.Should().Be(i % 2 == 0 || i % 3 == 0 ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound);
            });

        (await client.PageAsync("/")).Should().Contain("Queue");
    }

    /// <summary>What a request by this user gets, by bash alone: there may be no other client.</summary>
    private static async Task<string> AsAsync(string user, Uri link)
    {
        var script = $"exec 3<>/dev/tcp/127.0.0.1/{link.Port}; printf 'GET {link.PathAndQuery} HTTP/1.1\\r\\nHost: {link.Authority}\\r\\nConnection: close\\r\\n\\r\\n' >&3; cat <&3";
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "/usr/bin/setpriv", ["--reuid", user, "--clear-groups", "bash", "-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        })!;
        var said = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return said;
    }

    /// <returns>The id of a changeset that waits.</returns>
    private async Task<string> RecordAsync() => await Ids.OfAsync(await desk.Two.RecordMainJobAsync());
}
