using System.Text.Json;

namespace DolibarrAgent.Review.Tests;

public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly string[] NamedRoles = [
        "image", "link", "region", "complementary", "group", "article", "heading", "table", "columnheader", "rowheader",
        "PluginObject", "EmbeddedObject", "DisclosureTriangle"];

    public static TheoryData<string> Examples => HtmlExample.Names;

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Nobody_is_shut_out_on_a_desk_or_a_phone_by_day_or_by_night(string name)
    {
        await using var page = await chromium.OpenAsync(HtmlExample.Named(name).Html, Viewport.Desk);
        foreach (var viewport in new[] { Viewport.Desk, Viewport.Desk.ByNight(), Viewport.Narrow, Viewport.Narrow.ByNight() })
        {
            await viewport.ShowAsync(page);
            (await AccessibilityRules.BrokenAsync(page)).Should().BeEmpty($"{name} at {viewport}");
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task What_a_screen_reader_is_told_has_names_and_keeps_its_tables_on_a_phone(string name)
    {
        await using var page = await chromium.OpenAsync(HtmlExample.Named(name).Html, Viewport.Desk);
        // What is folded is told once it is unfolded.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("Accessibility.enable");
        foreach (var viewport in new[] { Viewport.Desk, Viewport.Phone })
        {
            await viewport.ShowAsync(page);
            var tree = (await tools.SendAsync("Accessibility.getFullAXTree"))!.Value.GetProperty("nodes").EnumerateArray();
            var nodes = tree.Where(node => !node.GetProperty("ignored").GetBoolean()).ToList();

            nodes.Where(node => NamedRoles.Contains(Value(node, "role")) && Value(node, "name").Length == 0)
                .Select(node => node.ToString()).Should().BeEmpty();
            nodes.Select(node => Value(node, "role")).Should().Contain(["main", "banner", "complementary"]);
            nodes.Count(node => Value(node, "role") == "table").Should().Be(await page.Locator("table").CountAsync());
            nodes.Count(node => Value(node, "role") == "row").Should().Be(await page.Locator("tr").CountAsync());
        }
    }

    [Fact]
    public async Task The_keyboard_meets_the_skip_link_first_and_sees_where_it_is()
    {
        await using var page = await chromium.OpenAsync(HtmlExample.Named("disagreeing").Html, Viewport.Desk);
        var focused = page.Locator("*:focus");
        await page.Keyboard.PressAsync("Tab");
        (await focused.GetAttributeAsync("class")).Should().Be("skip");
        (await focused.BoundingBoxAsync())!.X.Should().BeGreaterThanOrEqualTo(0);
        await page.Keyboard.PressAsync("Tab");
        (await focused.TextContentAsync()).Should().Be("op1");
        (await focused.EvaluateAsync<string>("e => getComputedStyle(e).outlineWidth")).Should().Be("3px");
    }

    [Fact]
    public async Task A_page_in_French_says_that_it_is()
    {
        await using var page = await chromium.OpenAsync(HtmlExample.Named("disagreeing").French, Viewport.Narrow);

        (await page.Locator("html").GetAttributeAsync("lang")).Should().Be("fr");
        (await AccessibilityRules.BrokenAsync(page)).Should().BeEmpty();
        (await page.InnerTextAsync("body")).Should().Contain("À éclaircir d'abord").And.Contain("ÉCART");
    }

    /// <summary>A check that finds nothing on a page of which all is wrong would prove nothing.</summary>
    [Fact]
    public async Task The_rules_see_what_is_wrong()
    {
        await using var page = await chromium.OpenAsync(
            """
            <html><body><h3></h3><img src="data:,"><a href="#gone"></a><p style="color:#aaa;width:2000px">pale</p>
            <table><thead><tr><th></thead><tr><td>x<b>y</b><td>z</table><div tabindex=4></div><aside></aside><object data="data:,"></object>
            <section aria-labelledby="nothing">x</section><p id="a" style="font-size:11px">small</p><p id="a" style="opacity:.3">faint</p>
            <details><summary></summary>x</details><ul><p>x</p></ul><dl><div><dd>x</dd></div></dl>
            <p style="background:rgba(0,0,0,.1)">grey<bdi style="unicode-bidi:normal">x</bdi></p>
            """, Viewport.Narrow);

        string.Join('\n', await AccessibilityRules.BrokenAsync(page)).Should().ContainAll(
            "html-has-lang", "document-title", "landmark-one-main", "page-has-heading-one", "empty-heading", "image-alt", "link-name",
            "region", "tabindex", "color-contrast", "empty-table-header", "object-alt", "summary-name", "list: ",
            "neither English nor French", "one h1", "one header", "one main", "heading jumps", "outside of a landmark", "no name",
            "labelled by nothing", "link to nothing", "an id twice", "no caption", "no scope", "ragged row", "row without a head",
            "a value in pieces", "list of facts", "contrast 2.", "half transparent", "small print", "no viewport", "wider than the window",
            "sticks out", "not isolated");
    }

    private static string Value(JsonElement node, string property) => node.TryGetProperty(property, out var of) && of.TryGetProperty("value", out var value) ? value.ToString() : "";
}
