using System.Text.RegularExpressions;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Desk.Tests;

/// <summary>Text that would like to be markup, a script or a header, wherever somebody else chooses it.</summary>
public sealed class HostileTextTests(DeskBrowser chromium)
{
    private const string Script = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_every_field_it_stays_text_on_every_page()
    {
        await using var desk = await OpenDesk.OpenAsync();
        var id = await Ids.OfAsync(await RecordAsync(desk.Two));
        using var client = await desk.LetInAsync();
        var plan = await client.SubmitAsync(await client.PageAsync("/"), "/plans", Sent.As("id", id));
        var wrong = await client.SubmitAsync(await client.PageAsync(plan), $"{plan}/runs", Sent.As("code", Script));
        await client.EndedAsync(wrong);
        await client.SubmitAsync(await client.PageAsync($"/changesets/{id}"), $"/changesets/{id}/rejection", Sent.As("reason", Script));
        string[] pages = ["/?all=1", $"/?all=1&q={Uri.EscapeDataString(Script)}", $"/changesets/{id}", $"/changesets/{id}/history",
            plan, wrong];
        await using var browser = await chromium.OfSomebodyAsync();
        var page = await browser.NewPageAsync();
        var (dialogs, complaints) = (0, new List<string>());
        page.Dialog += async (_, dialog) =>
        {
            dialogs++;
            await dialog.DismissAsync();
        };
        page.Console += (_, message) => complaints.Add(message.Text);
        await page.GotoAsync(desk.Server.NewLink().AbsoluteUri);

        foreach (var path in pages)
        {
            var html = await client.PageAsync(path);
            Regex.Count(html, "<script").Should().Be(1, $"{path} has the desk's own");
            html.Should().Contain("<script src=\"/desk.js\"").And.NotContain("<img src=x");
            await page.GotoAsync(new Uri(desk.Server.Address, path).AbsoluteUri);
            (await page.ContentAsync()).Should().Contain("alert(1)", $"{path} shows what somebody wrote");
        }

        dialogs.Should().Be(0);
        complaints.Where(one => one.Contains("Content Security Policy", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_name_with_a_line_end_or_a_quote_adds_no_header()
    {
        await using var desk = await OpenDesk.OpenAsync();
        var id = await Ids.OfAsync(await RecordAsync(desk.Two));
        using var client = await desk.LetInAsync();

        using var answer = await client.GetAsync($"/changesets/{id}/evidence/0");

        answer.Headers.Contains("X-Evil").Should().BeFalse();
        answer.Content.Headers.ContentDisposition!.ToString().Should().Contain("attachment").And.NotContain("<").And.NotContain("\u202e");
        answer.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("sandbox");
    }

    /// <summary>With a title, a file name and a note that somebody else chose.</summary>
    private static async Task<string> RecordAsync(TwoInstances two)
    {
        using var recorder = await two.RecorderAsync();
        recorder.Entitle($"Invoice {Script}");
        var file = recorder.AddFile("pdf", TwoInstances.Pdf, (name, digest) => new Evidence.File
        {
            Id = name,
            Name = $"invoice\u202e{Script}.pdf\r\nX-Evil: 1",
            Sha256 = digest,
            Size = TwoInstances.Pdf.Length,
        });
        var supplier = TwoInstances.MainJob(file.Id).First() with { Note = Script };
        TwoInstances.Done(await recorder.DoAsync(supplier, Cancel));
        return ((DolibarrAgent.Recording.EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
    }
}
