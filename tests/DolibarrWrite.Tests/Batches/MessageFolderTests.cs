using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>What of a folder, a maildir or a mailbox file is taken in, and in which order.</summary>
public sealed class MessageFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("messages-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Of_a_folder_mails_and_documents_are_taken_by_name()
    {
        Put("b.eml", "B.XML", "a.pdf", "c");

        Names(folder).Should().Equal("B.XML", "a.pdf", "b.eml", "c");
    }

    [Fact]
    public void What_else_lies_there_is_named_and_left_alone()
    {
        Put("a.eml", "scan.jpg", "notes.txt", ".hidden.eml", "done/b.eml");

        var messages = MessageFolder.Of(folder, Skills.Cancel);

        messages.All.Should().ContainSingle();
        messages.LeftAlone.Should().Equal($"2 files in {folder}: notes.txt, scan.jpg", $"1 folder in {folder}: done");
    }

    [Fact]
    public void Of_a_maildir_what_is_new_and_what_was_seen_is_taken_in_the_order_of_delivery()
    {
        Put("new/1700000002.M2.host", "cur/1700000001.M1.host:2,S", "tmp/1700000000.M0.host");

        Names(folder).Should().Equal("cur/1700000001.M1.host:2,S", "new/1700000002.M2.host");
    }

    [Fact]
    public void Of_a_maildir_what_is_in_the_trash_or_drafted_is_left_alone()
    {
        Put("new/x", "cur/1:2,ST", "cur/2:2,D", "cur/3:2,RS");

        var messages = MessageFolder.Of(folder, Skills.Cancel);

        messages.All.Select(m => m.Name).Should().Equal("cur/3:2,RS", "new/x");
        messages.LeftAlone.Should().ContainSingle().Which.Should().StartWith("2 messages in the trash");
    }

    [Fact]
    public async Task Of_a_mailbox_file_every_message_is_taken()
    {
        File.WriteAllText(Path.Combine(folder, "box"), "From a Mon\nSubject: 1\n\none\n\nFrom b Tue\nSubject: 2\n\ntwo\n");

        var messages = MessageFolder.Of(Path.Combine(folder, "box"), Skills.Cancel);

        messages.All.Select(m => Path.GetFileName(m.Name)).Should().Equal("box#1", "box#2");
        System.Text.Encoding.ASCII.GetString((await messages.All[1].ReadAsync(Skills.Cancel)).Bytes.Span).Should().Be("Subject: 2\n\ntwo\n");
    }

    [Fact]
    public void A_name_that_leads_nowhere_is_a_problem() => MessageFolder.Of(Path.Combine(folder, "none"), Skills.Cancel).Problems.Should().ContainSingle().Which.Code.Text.Should().Be("file-missing");

    [Fact]
    public async Task A_message_that_is_gone_when_its_turn_comes_says_so()
    {
        Put("a.eml");
        var message = MessageFolder.Of(folder, Skills.Cancel).All.Single();
        File.Delete(Path.Combine(folder, "a.eml"));

        (await message.ReadAsync(Skills.Cancel)).Problem!.Code.Text.Should().Be("file-missing");
    }

    private static IEnumerable<string> Names(string path) => MessageFolder.Of(path, Skills.Cancel).All.Select(m => m.Name);

    private void Put(params string[] names)
    {
        foreach (var name in names)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "Subject: x\n\nx\n");
        }
    }
}
