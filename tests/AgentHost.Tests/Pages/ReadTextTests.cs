using DolibarrAgent.Samples;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary><c>agent read --text</c>: the text of pages.</summary>
public sealed class ReadTextTests(Servers servers)
{
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public async Task It_prints_each_page_with_its_rows()
    {
        var file = servers.Keep("printed.pdf", PrintedPages.Invoice());

        var ran = await Ran.AgentAsync(None, "read", file, "--text");

        ran.ExitCode.Should().Be(0);
        ran.Output.Split('\n').Should()
            .ContainInOrder($"-- {file}, page 1 of 1 --", "Ramette A4   10   4,50   45,00", "Total TTC   72,00 €");
    }

    [Fact]
    public async Task It_prints_the_pages_of_what_a_mail_brings()
    {
        var mail = SampleEmail.With(SampleCatalogue.Hosting) with
        {
            Attachments = [new("facture.pdf", "application/pdf", PrintedPages.Invoice())],
        };

        var ran = await Ran.AgentAsync(None, "read", servers.Keep("printed.eml", mail.ToBytes()), "--text");

        ran.Output.Should().Contain("printed.eml/facture.pdf, page 1 of 1 --").And.Contain("Total TTC   72,00 €");
    }

    [Fact]
    public async Task It_gives_JSON_a_line_for_each_page()
    {
        var file = servers.Keep("two.pdf", PrintedPages.Of(PrintedPages.Text(50, 50, "one"), PrintedPages.Text(50, 50, "\u00A0two")));

        var ran = await Ran.AgentAsync(None, "read", file, "--text", "--json");

        ran.JsonLines.Select(line => line.GetProperty("page").GetInt32()).Should().Equal(1, 2);
        ran.JsonLines[1].GetProperty("rows")[0].GetProperty("text").GetString().Should().Be("two");
    }

    [Fact]
    public async Task Words_that_prove_nothing_are_named()
    {
        var file = servers.Keep("pale.pdf",
            PrintedPages.Of(PrintedPages.Text(50, 50, "Total") + PrintedPages.Text(100, 50, "72,00", before: "0.85 g")));

        (await Ran.AgentAsync(None, "read", file, "--text")).Output.Should().Contain("Total   72,00   [doubtful: 72,00]");
    }

    [Fact]
    public async Task A_file_without_pages_is_refused_with_what_to_give()
    {
        var ran = await Ran.AgentAsync(None, "read", servers.Xml, "--text");

        ran.ExitCode.Should().Be(4);
        ran.Output.Should().Contain("There is no PDF and no picture in it.");
    }

    [Fact]
    public async Task A_printed_PDF_is_told_how_its_text_is_seen() =>
        (await Ran.AgentAsync(None, "read", servers.Keep("printed.pdf", PrintedPages.Invoice()))).Output.Should()
            .Contain("agent read FILE --text");
}
