namespace DolibarrAgent.Review.Tests;

public sealed class BrowserTests(Chromium chromium)
{
    public static TheoryData<string> Examples => HtmlExample.Names;

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_page_asks_for_nothing_runs_nothing_and_the_browser_has_no_complaint(string name)
    {
        await using var server = new CountingServer();
        var example = HtmlExample.Named(name, server.Address);
        await using var tab = await chromium.OpenAsync(example.Html, Viewport.Desk);
        await Tab.SettleAsync();

        tab.Requests.Should().BeEmpty();
        server.Knocks.Should().Be(0);
        tab.Scripts.Should().BeEmpty();
        tab.Dialog.IsCompleted.Should().BeFalse();
        tab.Complaints.Should().BeEmpty();
        (await tab.EvaluateAsync("document.title")).GetString().Should().Be(string.Join(' ', Visible.Of(example.Changeset.Title).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        (await tab.EvaluateAsync("location.protocol")).GetString().Should().Be("file:");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task No_word_of_data_becomes_a_link_an_attribute_or_an_element(string name)
    {
        await using var tab = await chromium.OpenAsync(HtmlExample.Named(name).Html, Viewport.Desk);

        (await tab.EvaluateAsync("""
            [...document.querySelectorAll('*')].flatMap(e => [
              ...(/^(HTML|HEAD|META|TITLE|STYLE|BODY|HEADER|MAIN|ASIDE|SECTION|ARTICLE|H[1-3]|P|A|DL|DIV|DT|DD|OL|UL|LI|TABLE|CAPTION|THEAD|TBODY|TR|TH|TD|STRONG|SPAN|BDI|DEL|INS|CODE|FIGURE|FIGCAPTION|BLOCKQUOTE|OBJECT|IMG|DETAILS|SUMMARY|BR)$/.test(e.tagName) ? [] : [e.tagName]),
              ...[...e.attributes].filter(a => /^on|^style$|^srcdoc$|^formaction$/.test(a.name) || (a.name === 'href' && !/^#(operations|op-\d+|doc-\d+)$/.test(a.value)) || (/^(src|data)$/.test(a.name) && !/^data:(image\/(png|jpeg|gif|webp)|application\/pdf);base64,[A-Za-z0-9+/=]*(#navpanes=0&view=FitH)?$/.test(a.value))).map(a => a.name + '=' + a.value),
            ])
            """)).GetArrayLength().Should().Be(0);
    }

    /// <summary>What is guarded against does happen: without this, the test after it would prove nothing.</summary>
    [Fact]
    public async Task A_PDF_that_is_shown_as_it_came_opens_a_dialog()
    {
        await using var tab = await chromium.OpenAsync(AsItCame(new TestPdf("x") { WhenOpened = TestPdf.Script("app.alert(\"Approved\")") }.ToBytes()), Viewport.Desk);

        (await tab.Dialog.WaitAsync(Tab.Longest, TestContext.Current.CancellationToken)).Should().Be("Approved");
    }

    [Fact]
    public async Task A_PDF_with_a_script_is_shown_without_it()
    {
        await using var server = new CountingServer();
        await using var tab = await chromium.OpenAsync(HtmlExample.Named("active-pdf", server.Address).Html, Viewport.Desk);
        await tab.Viewer;
        await Tab.SettleAsync();

        tab.Dialog.IsCompleted.Should().BeFalse();
        tab.Requests.Should().BeEmpty();
        server.Knocks.Should().Be(0);
        (await tab.TextAsync()).Should().Contain("Shown without what would act in it").And.Contain("JS, JavaScript, URI");
    }

    [Fact]
    public async Task A_click_into_a_PDF_leads_nowhere()
    {
        await using var server = new CountingServer();
        await using var tab = await chromium.OpenAsync(HtmlExample.Named("active-pdf", server.Address).Html, Viewport.Desk);
        await tab.Viewer;
        await Tab.SettleAsync();
        await tab.ClickAsync(1100, 500);
        await Tab.SettleAsync();

        server.Knocks.Should().Be(0);
        (await tab.EvaluateAsync("location.protocol")).GetString().Should().Be("file:");
    }

    [Fact]
    public async Task A_PDF_is_shown_by_the_browser_beside_the_facts()
    {
        await using var tab = await chromium.OpenAsync(HtmlExample.Named("invoice").Html, Viewport.Desk);
        await tab.Viewer;

        var place = await tab.EvaluateAsync("(() => { const pdf = document.querySelector('object').getBoundingClientRect(), facts = document.querySelector('main').getBoundingClientRect(); return { beside: pdf.left >= facts.right, seen: pdf.top >= 0 && pdf.bottom <= innerHeight }; })()");
        place.GetProperty("beside").GetBoolean().Should().BeTrue();
        place.GetProperty("seen").GetBoolean().Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_page_goes_on_paper_with_every_fact_and_names_its_documents(string name)
    {
        var example = HtmlExample.Named(name);
        await using var tab = await chromium.OpenAsync(example.Html, Viewport.Desk);
        var onScreen = await tab.TextAsync();
        var printed = await tab.PrintAsync();
        await tab.SendAsync("Emulation.setEmulatedMedia", new() { ["media"] = "print" });
        var onPaper = await tab.TextAsync();

        printed.AsSpan(0, 5).ToArray().Should().Equal("%PDF-"u8.ToArray());
        foreach (var blob in example.Changeset.Evidence.Select(evidence => evidence.Blob).OfType<Digest>())
        {
            onPaper.Should().Contain($"It is in the changeset's folder as blobs/{blob.Hex}");
        }
        var missing = Words(onScreen).Except(Words(onPaper)).Except(["Skip", "to", "the", "operations", "Show", "its", "text", "as", "it", "came"]);
        missing.Should().BeEmpty();
        (await tab.EvaluateAsync("document.querySelectorAll('object, img').length === [...document.querySelectorAll('object, img')].filter(e => !e.checkVisibility()).length")).GetBoolean().Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Pictures_of_the_page_are_taken_for_whoever_looks(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots"));
        await using var tab = await chromium.OpenAsync(HtmlExample.Named(name).Html, Viewport.Desk);
        await Tab.SettleAsync();
        foreach (var viewport in new[] { Viewport.Desk, new Viewport(1440, 2600), Viewport.Phone, Viewport.Desk with { IsDark = true }, Viewport.Phone with { IsDark = true } })
        {
            await tab.ShowAsAsync(viewport);
            var picture = await tab.PictureAsync(isWhole: viewport.Width < 600);
            picture.Length.Should().BeGreaterThan(10_000);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}-{viewport.Width}x{viewport.Height}{(viewport.IsDark ? "-dark" : "")}.png"), picture, TestContext.Current.CancellationToken);
        }
    }

    private static string AsItCame(byte[] pdf) =>
        $"<!DOCTYPE html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; object-src data:; frame-src data:\"><title>x</title><object type=\"application/pdf\" data=\"data:application/pdf;base64,{Convert.ToBase64String(pdf)}\" width=\"800\" height=\"600\"></object>";

    private static IEnumerable<string> Words(string text) => text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct();
}
