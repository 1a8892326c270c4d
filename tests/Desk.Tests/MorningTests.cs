using DolibarrAgent.Resources;
using Microsoft.Playwright;

namespace DolibarrAgent.Desk.Tests;

/// <summary>The morning's post, by a bookkeeper who never touches the mouse, and by three commands in a terminal.</summary>
public sealed class MorningTests(DeskBrowser chromium)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_invoices_by_keyboard_alone_and_by_three_commands_leave_the_same_books()
    {
        await using var desk = await OpenDesk.OpenAsync();
        await new TenInvoices(desk.Two).RecordAsync();
        await using var browser = await chromium.OfSomebodyAsync();
        var page = await browser.NewPageAsync();
        await ByKeyboardAsync(page, desk.Server.NewLink());
        await using var two = await TwoInstances.StartAsync();
        await new TenInvoices(two).RecordAsync();
        await InTerminalAsync(two);

        var (bySomebody, byCommands) = (await Books.OfAsync(desk.Two.Prod), await Books.OfAsync(two.Prod));

        bySomebody.Should().Equal(byCommands);
        bySomebody.Count(line => line.Contains("ref_supplier", StringComparison.Ordinal)).Should().Be(8);
    }

    /// <summary>Rejects one, plans all that waits, types the code, and reads what came of it.</summary>
    private static async Task ByKeyboardAsync(IPage page, Uri link)
    {
        var keys = new Keyboard(page);
        await page.GotoAsync(link.AbsoluteUri);
        await keys.PressOnAsync($"{TenInvoices.ToReject} M-77", "Enter");
        await page.WaitForSelectorAsync("footer");
        await keys.GoToAsync("Why it is rejected");
        await page.Keyboard.TypeAsync("not ours");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=rejected by");
        await keys.PressOnAsync("Waiting", "Enter");
        await page.WaitForSelectorAsync("h1:has-text('Queue')");
        await keys.PressOnAsync("Plan all that waits", "Enter");
        await page.WaitForSelectorAsync(".code-of-plan");
        (await page.InnerTextAsync("main")).Should().Contain("left out").And.Contain("already-there").And.NotContain("M-77");
        var code = await page.InnerTextAsync(".code-of-plan");
        await keys.GoToAsync("Type it to confirm");
        await page.Keyboard.TypeAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=8 of 9 changesets are wholly on erp");
    }

    private static async Task InTerminalAsync(TwoInstances two)
    {
        var person = new Dictionary<string, string?>(two.ReplayVariables(), StringComparer.Ordinal) { ["DOLIBARR_SETTLE_SECONDS"] = "1" };
        var status = await Ran.ReplayAsync(person, "status", "--json");
        status.ExitCode.Should().Be(0, status.Errors);
        var martin = status.Json.GetProperty("queue").GetProperty("changesets").EnumerateArray()
            .Single(one => one.ToString().Contains("M-77", StringComparison.Ordinal)).GetProperty("path").GetString()!;
        (await Ran.ReplayAsync(person, "reject", martin, "--reason", "not ours")).ExitCode.Should().Be(0);
        var code = (await Ran.ReplayAsync(person, two.Folder, "--json")).Json.GetProperty("batch").GetProperty("code").GetString()!;
        var ran = await Ran.ReplayAsync(person, "--confirm", two.Folder, "--code", code);
        ran.Output.Should().Contain("8 of 9 changesets are wholly on erp");
    }
}
