using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Desk.Tests;

/// <summary>What is done from the desk, by its forms: the same promises as on the command line.</summary>
public sealed class WorkTests : IAsyncLifetime
{
    private OpenDesk desk = null!;
    private DeskClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await OpenDesk.OpenAsync();
        client = await desk.LetInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task Looking_and_planning_write_nothing()
    {
        var id = await Ids.OfAsync(await desk.Two.RecordMainJobAsync());

        await client.PageAsync("/");
        await client.PageAsync($"/changesets/{id}");
        await client.PageAsync($"/changesets/{id}/history");
        await PlanAsync(id);

        desk.Writes.Should().Be(0);
    }

    [Fact]
    public async Task The_code_that_was_typed_replays_what_was_planned_and_the_queue_has_nothing_left()
    {
        var id = await Ids.OfAsync(await desk.Two.RecordMainJobAsync());
        var plan = await PlanAsync(id);

        var ended = await ReplayAsync(plan, DeskClient.CodeIn(await client.PageAsync(plan)));

        ended.Should().Contain("All of it is on erp.").And.Contain("op4 validate supplierInvoice applied");
        DeskClient.TextOf(await client.PageAsync("/")).Should().Contain("Nothing waits here.");
        DeskClient.TextOf(await client.PageAsync($"/changesets/{id}/history")).Should().Contain("confirmed by").And.Contain("applied");
    }

    [Fact]
    public async Task A_wrong_code_writes_nothing_and_leads_back_to_the_plan_whose_code_still_counts()
    {
        var id = await Ids.OfAsync(await desk.Two.RecordMainJobAsync());
        var plan = await PlanAsync(id);

        var refused = await ReplayAsync(plan, "0000-0000");
        var writes = desk.Writes;
        var ended = await ReplayAsync(plan, DeskClient.CodeIn(await client.PageAsync(plan)));

        refused.Should().Contain("That is not the code of this plan").And.Contain("Back to the plan");
        writes.Should().Be(0);
        ended.Should().Contain("All of it is on erp.");
    }

    [Fact]
    public async Task A_changeset_that_was_changed_between_the_page_and_the_code_is_not_replayed()
    {
        var path = await desk.Two.RecordMainJobAsync();
        var plan = await PlanAsync(await Ids.OfAsync(path));
        var text = await File.ReadAllTextAsync(path, Cancel);
        await File.WriteAllTextAsync(path, text.Replace("factures@dupont.example", "pirate@evil.example", StringComparison.Ordinal),
            Cancel);

        var refused = await ReplayAsync(plan, DeskClient.CodeIn(await client.PageAsync(plan)));

        refused.Should().Contain("Nothing was written").And.NotContain("All of it is on erp");
        desk.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Of_two_browsers_that_confirm_at_once_one_writes_and_both_say_that_it_is_done()
    {
        var id = await Ids.OfAsync(await desk.Two.RecordMainJobAsync());
        using var other = await desk.LetInAsync();
        var (mine, theirs) = (await PlanAsync(id),
            await other.SubmitAsync(await other.PageAsync("/"), "/plans", Sent.As("id", id)));
        var code = DeskClient.CodeIn(await client.PageAsync(mine));
        var runs = await Task.WhenAll(
            client.SubmitAsync(await client.PageAsync(mine), $"{mine}/runs", Sent.As("code", code)),
            other.SubmitAsync(await other.PageAsync(theirs), $"{theirs}/runs", Sent.As("code", code)));

        var ended = new[] { await client.EndedAsync(runs[0]), await client.EndedAsync(runs[1]) };

        ended.Select(DeskClient.TextOf).Should().AllSatisfy(page => page.Should().Contain("All of it is on erp."));
        (await Books.OfAsync(desk.Two.Prod)).Should().HaveCount(2, "it is there once: a supplier and its invoice");
    }

    [Fact]
    public async Task A_rejection_keeps_its_reason_takes_it_out_of_the_queue_and_can_be_taken_back()
    {
        var id = await Ids.OfAsync(await desk.Two.RecordMainJobAsync());

        await client.SubmitAsync(await client.PageAsync($"/changesets/{id}"), $"/changesets/{id}/rejection",
            Sent.As("reason", "not <ours>"));
        var rejected = DeskClient.TextOf(await client.PageAsync($"/changesets/{id}"));
        var queue = DeskClient.TextOf(await client.PageAsync("/"));
        await client.SubmitAsync(await client.PageAsync($"/changesets/{id}"), $"/changesets/{id}/rejection",
            [new("reason", "ours"), new("undo", "1")]);

        rejected.Should().Contain("not <ours>").And.NotContain("Plan it");
        queue.Should().Contain("Nothing waits here.");
        DeskClient.TextOf(await client.PageAsync($"/changesets/{id}")).Should().Contain("Plan it");
    }

    [Fact]
    public async Task A_rejection_without_a_reason_is_not_kept()
    {
        var id = await Ids.OfAsync(await desk.Two.RecordMainJobAsync());

        var led = await client.SubmitAsync(await client.PageAsync($"/changesets/{id}"), $"/changesets/{id}/rejection",
            Sent.As("reason", " "));

        DeskClient.TextOf(await client.PageAsync(led)).Should().Contain("Say why");
        DeskClient.TextOf(await client.PageAsync("/")).Should().Contain("waiting");
    }

    [Fact]
    public async Task What_was_replayed_is_taken_back_by_a_changeset_of_its_own_that_waits_like_any_other()
    {
        var id = await Ids.OfAsync(await desk.Two.RecordMainJobAsync(validated: false));
        var plan = await PlanAsync(id);
        await ReplayAsync(plan, DeskClient.CodeIn(await client.PageAsync(plan)));

        var led = await client.SubmitAsync(await client.PageAsync($"/changesets/{id}"), $"/changesets/{id}/revert");

        DeskClient.TextOf(await client.PageAsync(led)).Should().Contain("Made: a changeset that takes it back");
        DeskClient.TextOf(await client.PageAsync("/")).Should().Contain("waiting");
    }

    [Fact]
    public async Task Where_the_policy_asks_for_a_signature_the_code_is_not_offered_and_the_signed_statement_replays_it()
    {
        GateOfTest.NeedsSshKeygen();
        using var gate = new GateOfTest();
        gate.Policy("""{ "for": ["always"], "signers": 1 }""");
        await gate.AllowAsync("alice");
        desk.Two.More["DOLIBARR_GATE"] = gate.Folder;
        var two = desk.Two;
        await using var signing = await OpenDesk.OverAsync(two, Language.English, Cancel);
        using var alice = await signing.LetInAsync();
        var id = await Ids.OfAsync(await two.RecordMainJobAsync());
        var plan = await alice.SubmitAsync(await alice.PageAsync("/"), "/plans", Sent.As("id", id));
        var asked = await alice.PageAsync(plan);
        await alice.SubmitAsync(asked, $"{plan}/statement");
        using var statement = await alice.GetAsync($"{plan}/statement");
        var file = Path.Combine(gate.Statements, "statement.json");
        await File.WriteAllBytesAsync(file, await statement.Content.ReadAsByteArrayAsync(Cancel), Cancel);
        var signature = await File.ReadAllBytesAsync(await gate.SignAsync("alice", file), Cancel);

        var run = await UploadAsync(alice, plan, signature);

        DeskClient.TextOf(asked).Should().Contain("The policy asks for signatures").And.NotContain("Type it to confirm");
        DeskClient.TextOf(await alice.EndedAsync(run)).Should().Contain("All of it is on erp.");
    }

    [Fact]
    public async Task A_document_comes_as_a_file_that_no_browser_opens_by_itself()
    {
        var id = await Ids.OfAsync(await desk.Two.RecordMainJobAsync());

        using var answer = await client.GetAsync($"/changesets/{id}/evidence/0");

        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/octet-stream");
        answer.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        answer.Content.Headers.ContentDisposition.FileName.Should().Be("F-2026-1.pdf");
        (await answer.Content.ReadAsByteArrayAsync(Cancel)).Should().Equal(TwoInstances.Pdf);
    }

    [Fact]
    public async Task A_search_finds_by_supplier_by_number_and_by_amount_in_either_language()
    {
        await new TenInvoices(desk.Two).RecordAsync();

        foreach (var (asked, found) in new[] { ("etoile", 1), ("F-2026", 4), ("35,20", 10), ("35.20", 10), ("nobody", 0) })
        {
            var page = await client.PageAsync($"/?all=1&q={Uri.EscapeDataString(asked)}");
            Regex.Count(page, "<th scope=\"row\"").Should().Be(found, asked);
        }
    }

    [Fact]
    public async Task What_happens_comes_as_events_to_the_end()
    {
        var id = await Ids.OfAsync(await desk.Two.RecordMainJobAsync());
        var plan = await PlanAsync(id);
        var page = await client.PageAsync(plan);
        var run = await client.SubmitAsync(page, $"{plan}/runs", Sent.As("code", DeskClient.CodeIn(page)));

        using var answer = await client.GetAsync($"{run}/events");
        var events = await answer.Content.ReadAsStringAsync(Cancel);

        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        events.Should().Contain("data: 1/1 ").And.Contain("data: op1 create thirdparty applied").And.EndWith("event: ended\ndata:\n\n");
    }

    [Fact]
    public async Task An_order_of_ids_that_are_not_there_is_refused_with_a_reason()
    {
        var led = await client.SubmitAsync(await WithSomethingAsync(), "/plans", Sent.As("id", "../../etc"));

        DeskClient.TextOf(await client.PageAsync(led)).Should().Contain("There is no changeset of this name any more");
    }

    private async Task<string> WithSomethingAsync()
    {
        await desk.Two.RecordMainJobAsync();
        return await client.PageAsync("/");
    }

    private async Task<string> PlanAsync(string id) =>
        await client.SubmitAsync(await client.PageAsync("/"), "/plans", Sent.As("id", id));

    /// <returns>What the page says in the end.</returns>
    private async Task<string> ReplayAsync(string plan, string code) => DeskClient.TextOf(await client.EndedAsync(await client.SubmitAsync(
        await client.PageAsync(plan), $"{plan}/runs", Sent.As("code", code))));

    private static async Task<string> UploadAsync(DeskClient browser, string plan, byte[] signature)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(DeskClient.FormIn(await browser.PageAsync(plan), $"{plan}/signatures")), "form" },
        };
        var file = new ByteArrayContent(signature);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "signature", "../../alice.sig");
        using var answer = await browser.PostAsync($"{plan}/signatures", form);
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(Cancel));
        return answer.Headers.Location!.ToString();
    }
}
