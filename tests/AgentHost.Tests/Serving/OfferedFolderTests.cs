using ModelContextProtocol.Client;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary><c>agent mcp --documents FOLDER</c>: a model opens what a person laid in that folder, and no other file.</summary>
public sealed class OfferedFolderTests(Servers servers)
{
    [Fact]
    public async Task A_document_of_the_folder_is_opened_by_its_name_and_entered()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var served = await Served.StartAsync(servers.Variables(sandbox), "--documents", Offer(out _));

        var listed = await served.DoneAsync("list_documents");
        var name = listed.GetProperty("files")[0].GetProperty("data").GetProperty("name").GetString()!;
        var opened = await served.DoneAsync("open_document", ("name", name));
        var again = await served.DoneAsync("open_document", ("name", name));
        await served.DoneAsync("enter_invoice", ("invoice", "invoice1"));

        (name, opened.GetProperty("document").GetString(), again.GetProperty("document").GetString()).Should().Be(("invoice.eml", "doc1", "doc1"));
    }

    [Fact]
    public async Task Only_documents_that_lie_in_it_are_listed()
    {
        await using var served = await Served.StartAsync(servers.Variables(), "--documents", Offer(out _));

        var listed = await served.DoneAsync("list_documents");

        listed.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("data").GetProperty("name").GetString()).Should().Equal("invoice.eml");
        (await served.DoneAsync("list_documents", ("after", "invoice.eml"))).GetProperty("files").GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("OUTSIDE")]
    [InlineData("../outside.eml")]
    [InlineData("./invoice.eml")]
    [InlineData("inside/invoice.eml")]
    [InlineData("link.eml")]
    [InlineData("linked/outside.eml")]
    [InlineData(".hidden.eml")]
    [InlineData("notes.txt")]
    [InlineData("empty.eml")]
    [InlineData("..")]
    [InlineData("INVOICE.EML")]
    [InlineData("/etc/hosts")]
    public async Task No_name_leads_to_another_file(string name)
    {
        await using var served = await Served.StartAsync(servers.Variables(), "--documents", Offer(out var outside));

        var (code, _) = await served.RefusedAsync("open_document", ("name", name == "OUTSIDE" ? outside : name));

        code.Should().Be("unknown-file");
    }

    [Fact]
    public async Task A_file_beyond_what_a_document_may_have_is_not_read()
    {
        var folder = Offer(out _);
        await using (var large = File.Create(Path.Combine(folder, "large.pdf")))
        {
            large.SetLength((50L << 20) + 1);
        }
        await using var served = await Served.StartAsync(servers.Variables(), "--documents", folder);

        (await served.RefusedAsync("open_document", ("name", "large.pdf"))).Code.Should().Be("file-too-large");
    }

    [Fact]
    public async Task Without_a_folder_there_is_nothing_to_open_it_with()
    {
        await using var served = await Served.StartAsync(servers.Variables());

        (await served.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(t => t.Name).Should().Contain("read_email").And.NotContain("open_document").And.NotContain("list_documents");
        served.Client.ServerInstructions.Should().NotContain("open_document");
    }

    /// <summary>A folder with one mail, and around it all that is not to be opened.</summary>
    private string Offer(out string outside)
    {
        var home = Directory.CreateDirectory(Path.Combine(servers.Folder, Guid.NewGuid().ToString("N"))).FullName;
        var folder = Directory.CreateDirectory(Path.Combine(home, "offered")).FullName;
        outside = Path.Combine(home, "outside.eml");
        foreach (var path in new[] { outside, Path.Combine(folder, "invoice.eml"), Path.Combine(folder, ".hidden.eml"), Path.Combine(folder, "notes.txt"), Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "inside")).FullName, "invoice.eml") })
        {
            File.Copy(servers.Mail, path);
        }
        File.WriteAllBytes(Path.Combine(folder, "empty.eml"), []);
        File.CreateSymbolicLink(Path.Combine(folder, "link.eml"), outside);
        Directory.CreateSymbolicLink(Path.Combine(folder, "linked"), home);
        return folder;
    }
}
