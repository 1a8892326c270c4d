using System.Text.Json;

namespace DolibarrAgent.Review.Tests;

public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly string[] NamedRoles = ["image", "link", "region", "complementary", "group", "article", "heading", "table", "columnheader", "rowheader", "PluginObject", "EmbeddedObject", "DisclosureTriangle"];

    public static TheoryData<string> Examples => HtmlExample.Names;

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Nobody_is_shut_out_on_a_desk_or_a_phone_by_day_or_by_night(string name)
    {
        await using var tab = await chromium.OpenAsync(HtmlExample.Named(name).Html, Viewport.Desk);
        foreach (var viewport in new[] { Viewport.Desk, Viewport.Desk with { IsDark = true }, Viewport.Narrow, Viewport.Narrow with { IsDark = true } })
        {
            await tab.ShowAsAsync(viewport);
            (await WrongAsync(tab)).Should().BeEmpty($"{name} at {viewport}");
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task What_a_screen_reader_is_told_has_names_and_keeps_its_tables_on_a_phone(string name)
    {
        var example = HtmlExample.Named(name);
        await using var tab = await chromium.OpenAsync(example.Html, Viewport.Desk);
        foreach (var viewport in new[] { Viewport.Desk, Viewport.Phone })
        {
            await tab.ShowAsAsync(viewport);
            await tab.SendAsync("Accessibility.enable");
            var nodes = (await tab.SendAsync("Accessibility.getFullAXTree")).GetProperty("nodes").EnumerateArray().Where(node => !node.GetProperty("ignored").GetBoolean()).ToList();

            nodes.Where(node => NamedRoles.Contains(Value(node, "role")) && Value(node, "name").Length == 0).Select(node => node.ToString()).Should().BeEmpty();
            nodes.Select(node => Value(node, "role")).Should().Contain(["main", "banner", "complementary"]);
            nodes.Count(node => Value(node, "role") == "table").Should().Be((await tab.EvaluateAsync("document.querySelectorAll('table').length")).GetInt32());
            nodes.Count(node => Value(node, "role") == "row").Should().Be((await tab.EvaluateAsync("document.querySelectorAll('tr').length")).GetInt32());
        }
    }

    [Fact]
    public async Task The_keyboard_meets_the_skip_link_first_and_sees_where_it_is()
    {
        await using var tab = await chromium.OpenAsync(HtmlExample.Named("disagreeing").Html, Viewport.Desk);
        await tab.PressAsync("Tab");
        (await tab.EvaluateAsync("document.activeElement.className + ' ' + (document.activeElement.getBoundingClientRect().left >= 0)")).GetString().Should().Be("skip true");
        await tab.PressAsync("Tab");
        var stop = await tab.EvaluateAsync("({ text: document.activeElement.textContent, outline: getComputedStyle(document.activeElement).outlineWidth })");
        stop.GetProperty("text").GetString().Should().Be("op1");
        stop.GetProperty("outline").GetString().Should().Be("3px");
    }

    [Fact]
    public async Task A_page_in_French_says_that_it_is()
    {
        await using var tab = await chromium.OpenAsync(HtmlExample.Named("disagreeing").French, Viewport.Narrow);

        (await tab.EvaluateAsync("document.documentElement.lang")).GetString().Should().Be("fr");
        (await WrongAsync(tab)).Should().BeEmpty();
        (await tab.TextAsync()).Should().Contain("À vérifier d'abord").And.Contain("ÉCART");
    }

    /// <summary>A check that finds nothing on a page of which all is wrong would prove nothing.</summary>
    [Fact]
    public async Task The_rules_see_what_is_wrong()
    {
        await using var tab = await chromium.OpenAsync(
            "<html><body><h3></h3><img src=\"data:,\"><a href=\"#gone\"></a><p style=\"color:#aaa;width:2000px\">pale</p><table><tr><td>x</table><div tabindex=4></div>".Replace("<table><tr>", "<table><thead><tr><th></thead><tr>", StringComparison.Ordinal), Viewport.Narrow);

        string.Join('\n', await WrongAsync(tab)).Should().ContainAll("lang", "title", "one main", "one h1", "heading is empty", "no name", "no alt", "link to nothing", "contrast 2.", "no caption", "no scope", "positive tabindex", "wider than the window");
    }

    private static async Task<IReadOnlyList<string?>> WrongAsync(Tab tab) => [.. (await tab.EvaluateAsync(AccessibilityRules.Script)).EnumerateArray().Select(e => e.GetString())];

    private static string Value(JsonElement node, string property) => node.TryGetProperty(property, out var of) && of.TryGetProperty("value", out var value) ? value.ToString() : "";
}
