using DolibarrAgent.Resources;
using Microsoft.Playwright;

namespace DolibarrAgent.Desk.Tests;

/// <summary>Every page of the desk, narrow and wide, by day and by night, in both languages: for everybody.</summary>
public sealed class ScreenTests(DeskBrowser chromium)
{
    private static readonly int[] Widths = [390, 768, 1280, 1920];

    private static readonly ColorScheme[] Lights = [ColorScheme.Light, ColorScheme.Dark];

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public async Task Nobody_is_shut_out_from_any_page(Language language)
    {
        await using var desk = await OpenDesk.OpenAsync(language);
        await new TenInvoices(desk.Two).RecordAsync();
        var pages = await PagesAsync(desk);
        await using var browser = await chromium.OfSomebodyAsync();
        var page = await browser.NewPageAsync();
        var broken = new List<string>();
        foreach (var (name, path) in pages)
        {
            // The page of those who are not let in comes first.
            await page.GotoAsync(new Uri(desk.Server.Address, path).AbsoluteUri);
            if (path == "/enter")
            {
                broken.AddRange(await LookAsync(page, language, name));
                await page.GotoAsync(desk.Server.NewLink().AbsoluteUri);
                continue;
            }
            broken.AddRange(await LookAsync(page, language, name));
        }
        string.Join('\n', broken).Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<string>> LookAsync(IPage page, Language language, string name)
    {
        var broken = new List<string>();
        foreach (var light in Lights)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = light });
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, width < 600 ? 844 : 900);
                if (width is 390 or 1280)
                {
                    broken.AddRange((await AccessibilityRules.BrokenAsync(page)).Select(rule => $"{name} at {width}, {light}: {rule}"));
                }
                await Screenshots.TakeAsync(page, $"{name}-{language}-{width}-{light}");
            }
        }
        return broken;
    }

    /// <summary>A path of each kind of page, by name.</summary>
    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> PagesAsync(OpenDesk desk)
    {
        using var client = await desk.LetInAsync();
        var queue = await client.PageAsync("/");
        var first = await Ids.OfAsync(Directory.GetFiles(desk.Two.Folder, "changeset.json", SearchOption.AllDirectories)
            .Single(path => File.ReadAllText(path).Contains("F-2026-1\"", StringComparison.Ordinal)));
        var plan = await client.SubmitAsync(queue, "/plans", Sent.As("what", "all"));
        var shown = await client.PageAsync(plan);
        var wrong = await client.SubmitAsync(shown, $"{plan}/runs", Sent.As("code", "WRONG"));
        await client.EndedAsync(wrong);
        var waiting = await client.PageAsync($"/changesets/{first}");
        var none = await client.SubmitAsync(queue = await client.PageAsync("/"), "/plans");
        var run = await client.SubmitAsync(await client.PageAsync(plan), $"{plan}/runs",
            Sent.As("code", DeskClient.CodeIn(shown)));
        await client.EndedAsync(run);
        return [
            new("not-let-in", "/enter"), new("plan", plan), new("wrong-code", wrong), new("notice", none), new("ended", run),
            new("review", $"/changesets/{first}"), new("history", $"/changesets/{first}/history"), new("all", "/?all=1"),
            new("search", "/?q=zzz&all=1"), new("not-there", "/nowhere"),
        ];
    }
}
