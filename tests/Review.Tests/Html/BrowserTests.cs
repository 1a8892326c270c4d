using Microsoft.Playwright;

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
        await using var watched = await chromium.WatchAsync(example.Html, Viewport.Desk);
        await WatchedPage.SettleAsync();

        watched.Requests.Should().BeEmpty();
        server.Knocks.Should().Be(0);
        watched.Scripts.Should().BeEmpty();
        watched.Dialog.IsCompleted.Should().BeFalse();
        watched.Complaints.Should().BeEmpty();
        var title = Visible.Of(example.Changeset.Title).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        (await watched.Page.TitleAsync()).Should().Be(string.Join(' ', title));
        (await ProtocolAsync(watched.Page)).Should().Be("file:");
    }

    /// <summary>What must not happen is seen where it does: without this, the test before it would prove nothing.</summary>
    [Fact]
    public async Task A_page_that_asks_and_runs_or_is_kept_from_it_is_seen_to()
    {
        await using var server = new CountingServer();
        var content = $"<title>x</title><img src=\"{server.Address}/x\"><script>console.log(1)</script>";
        await using (var watched = await chromium.WatchAsync($"{Policy("default-src 'none'")}{content}", Viewport.Desk))
        {
            await WatchedPage.SettleAsync();
            server.Knocks.Should().Be(0);
            watched.Scripts.Should().BeEmpty();
            watched.Complaints.Should().HaveCount(2)
                .And.OnlyContain(text => text.Contains("Content Security Policy", StringComparison.Ordinal));
        }
        await using (var watched = await chromium.WatchAsync(content, Viewport.Desk))
        {
            await server.Knocked.WaitAsync(Chromium.Longest, TestContext.Current.CancellationToken);
            watched.Requests.Should().Equal($"{server.Address}/x");
            watched.Scripts.Should().ContainSingle();
            watched.Complaints.Should().Contain("log: 1");
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task No_word_of_data_becomes_a_link_an_attribute_or_an_element(string name)
    {
        await using var page = await chromium.OpenAsync(HtmlExample.Named(name).Html, Viewport.Desk);

        (await page.EvaluateAsync<string[]>("""
            () => {
              const known = 'HTML HEAD META TITLE STYLE BODY HEADER MAIN ASIDE SECTION ARTICLE H1 H2 H3 P A DL DIV DT DD OL UL '
                + 'LI TABLE CAPTION THEAD TBODY TR TH TD STRONG SPAN BDI DEL INS CODE FIGURE FIGCAPTION BLOCKQUOTE OBJECT IMG DETAILS SUMMARY BR';
              const place = /^#(operations|op-\d+|doc-\d+)$/;
              const inside = /^data:(image\/(png|jpeg|gif|webp)|application\/pdf);base64,[A-Za-z0-9+/=]*(#navpanes=0&view=FitH)?$/;
              return [...document.querySelectorAll('*')].flatMap(e => [
                ...(known.split(' ').includes(e.tagName) ? [] : [e.tagName]),
                ...[...e.attributes].filter(a => /^on|^style$|^srcdoc$|^formaction$/.test(a.name)
                  || (a.name === 'href' && !place.test(a.value))
                  || (/^(src|data)$/.test(a.name) && !inside.test(a.value))).map(a => a.name + '=' + a.value),
              ]);
            }
            """)).Should().BeEmpty();
    }

    /// <summary>What is guarded against does happen: without this, the test after it would prove nothing.</summary>
    [Fact]
    public async Task A_PDF_that_is_shown_as_it_came_opens_a_dialog()
    {
        var pdf = new TestPdf("x") { WhenOpened = TestPdf.Script("app.alert(\"Approved\")") };
        await using var watched = await chromium.WatchAsync(AsItCame(pdf.ToBytes()), Viewport.Desk);

        (await watched.Dialog.WaitAsync(Chromium.Longest, TestContext.Current.CancellationToken)).Should().Be("Approved");
    }

    [Fact]
    public async Task A_PDF_with_a_script_is_shown_without_it()
    {
        await using var server = new CountingServer();
        await using var watched = await chromium.WatchAsync(HtmlExample.Named("active-pdf", server.Address).Html, Viewport.Desk);
        await watched.Viewer;
        await WatchedPage.SettleAsync();

        watched.Dialog.IsCompleted.Should().BeFalse();
        watched.Requests.Should().BeEmpty();
        server.Knocks.Should().Be(0);
        (await watched.Page.InnerTextAsync("body")).Should().ContainAll("Shown without what would act in it", "JS, JavaScript, URI");
    }

    /// <summary>The same for a click: it does lead somewhere where the PDF is shown as it came.</summary>
    [Fact]
    public async Task A_click_into_a_PDF_that_is_shown_as_it_came_leads_to_its_link()
    {
        await using var server = new CountingServer();
        var pdf = new TestPdf("x") { Link = $"{server.Address}/link" };
        await using var watched = await chromium.WatchAsync(AsItCame(pdf.ToBytes()), Viewport.Desk);
        await watched.Viewer;
        // The viewer has the PDF some time before it takes a click into it, and does not tell when.
        for (var clicks = 0; clicks < 300 && !server.Knocked.IsCompleted; clicks++)
        {
            await watched.Page.Mouse.ClickAsync(400, 300);
            await Task.WhenAny(server.Knocked, WatchedPage.SettleAsync());
        }

        server.Knocks.Should().BePositive();
    }

    [Fact]
    public async Task A_click_into_a_PDF_leads_nowhere()
    {
        await using var server = new CountingServer();
        await using var watched = await chromium.WatchAsync(HtmlExample.Named("active-pdf", server.Address).Html, Viewport.Desk);
        await watched.Viewer;
        for (var clicks = 0; clicks < 3; clicks++)
        {
            await WatchedPage.SettleAsync();
            await watched.Page.Mouse.ClickAsync(1100, 500);
        }
        await WatchedPage.SettleAsync();

        server.Knocks.Should().Be(0);
        (await ProtocolAsync(watched.Page)).Should().Be("file:");
    }

    [Fact]
    public async Task A_PDF_is_shown_by_the_browser_beside_the_facts()
    {
        await using var watched = await chromium.WatchAsync(HtmlExample.Named("invoice").Html, Viewport.Desk);
        await watched.Viewer;

        var pdf = (await watched.Page.Locator("object").BoundingBoxAsync())!;
        var facts = (await watched.Page.Locator("main").BoundingBoxAsync())!;
        pdf.X.Should().BeGreaterThanOrEqualTo(facts.X + facts.Width);
        pdf.Y.Should().BeGreaterThanOrEqualTo(0);
        (pdf.Y + pdf.Height).Should().BeLessThanOrEqualTo(Viewport.Desk.Height);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_page_goes_on_paper_with_every_fact_and_names_its_documents(string name)
    {
        var example = HtmlExample.Named(name);
        await using var page = await chromium.OpenAsync(example.Html, Viewport.Desk);
        var onScreen = await page.InnerTextAsync("body");
        var printed = await page.PdfAsync(new() { Format = PaperFormat.A4 });
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var onPaper = await page.InnerTextAsync("body");

        printed.AsSpan(0, 5).ToArray().Should().Equal("%PDF-"u8.ToArray());
        foreach (var blob in example.Changeset.Evidence.Select(evidence => evidence.Blob).OfType<Digest>())
        {
            onPaper.Should().Contain($"It is in the changeset's folder as blobs/{blob.Hex}");
        }
        Words(onScreen).Except(Words(onPaper))
            .Except(["Skip", "to", "the", "operations", "Show", "its", "text", "as", "it", "came"]).Should().BeEmpty();
        var seen = await page.EvaluateAsync<int>("[...document.querySelectorAll('object, img')].filter(e => e.checkVisibility()).length");
        seen.Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Pictures_of_the_page_are_taken_for_whoever_looks(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "screenshots");
        await using var page = await chromium.OpenAsync(HtmlExample.Named(name).Html, Viewport.Desk);
        await WatchedPage.SettleAsync();
        var viewports = new[] { Viewport.Desk, new(1440, 2600), Viewport.Desk.ByNight(), Viewport.Phone, Viewport.Phone.ByNight() };
        foreach (var viewport in viewports)
        {
            await viewport.ShowAsync(page);
            var file = Path.Combine(folder, $"{name}-{viewport.Width}x{viewport.Height}{(viewport.IsDark ? "-dark" : "")}.png");
            (await page.ScreenshotAsync(new() { Path = file, FullPage = viewport.IsPhone })).Length.Should().BeGreaterThan(10_000);
        }
    }

    private static string AsItCame(byte[] pdf) => $"""
        <!DOCTYPE html>{Policy("default-src 'none'; object-src data:; frame-src data:")}<title>x</title>
        <object type="application/pdf" data="data:application/pdf;base64,{Convert.ToBase64String(pdf)}" width="800" height="600"></object>
        """;

    private static string Policy(string policy) => $"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">";

    private static Task<string> ProtocolAsync(IPage page) => page.EvaluateAsync<string>("location.protocol");

    private static IEnumerable<string> Words(string text) =>
        text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct();
}
