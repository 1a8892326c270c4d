using DolibarrAgent.Settings;

namespace DolibarrAgent.Mailboxes.Tests;

/// <summary>What a person may write for a mailbox.</summary>
public sealed class MailboxUrlTests
{
    [Theory]
    [InlineData("imaps://me@imap.example.org/INBOX", "me", "imap.example.org", 993, "INBOX")]
    [InlineData("imaps://me@imap.example.org", "me", "imap.example.org", 993, "INBOX")]
    [InlineData("imaps://me@example.org@imap.example.org/INBOX", "me@example.org", "imap.example.org", 993, "INBOX")]
    [InlineData("imaps://me%40example.org@imap.example.org/INBOX", "me@example.org", "imap.example.org", 993, "INBOX")]
    [InlineData("IMAPS://me@imap.example.org:1993/INBOX/Factures%20re%C3%A7ues/", "me", "imap.example.org", 1993, "INBOX/Factures reçues")]
    [InlineData("imap://me@localhost/INBOX", "me", "localhost", 143, "INBOX")]
    [InlineData("imap://me@[::1]:1143/INBOX", "me", "::1", 1143, "INBOX")]
    public void It_is_read(string text, string user, string host, int port, string folder)
    {
        var url = MailboxUrl.Read(text).Should().BeOfType<Checked<MailboxUrl>.Valid>().Which.Value;

        (url.User, url.Host, url.Port, url.Folder).Should().Be((user, host, port, folder));
        MailboxUrl.Read(url.ToString().Replace(" ", "%20", StringComparison.Ordinal)).Should().Be(new Checked<MailboxUrl>.Valid(url));
    }

    [Theory]
    [InlineData("imaps://me:secret@imap.example.org/INBOX", "password-in-url")]
    [InlineData("imaps://me:@imap.example.org/INBOX", "password-in-url")]
    [InlineData("imaps://me@example.org:secret@imap.example.org/INBOX", "password-in-url")]
    [InlineData("imap://me@imap.example.org/INBOX", "mailbox-not-encrypted")]
    [InlineData("imap://me@localhost.example.org/INBOX", "mailbox-not-encrypted")]
    [InlineData("imap://me@127.0.0.1.example.org/INBOX", "mailbox-not-encrypted")]
    [InlineData("imap://me@0.0.0.0/INBOX", "mailbox-not-encrypted")]
    [InlineData("imaps://imap.example.org/INBOX", "mailbox-url")]
    [InlineData("imaps://@imap.example.org/INBOX", "mailbox-url")]
    [InlineData("imaps://me@/INBOX", "mailbox-url")]
    [InlineData("imaps://me@imap.example.org:99999/INBOX", "mailbox-url")]
    [InlineData("imaps://me;AUTH=*@imap.example.org/INBOX", "mailbox-url")]
    [InlineData("imaps://me@imap.example.org/INBOX;UIDVALIDITY=1", "mailbox-url")]
    [InlineData("imaps://me@imap.example.org/INBOX?unseen", "mailbox-url")]
    [InlineData("imaps://me@imap.example.org/IN%0d%0aBOX", "mailbox-url")]
    [InlineData("imaps://me%0a@imap.example.org/INBOX", "mailbox-url")]
    public void It_is_refused_with_a_reason(string text, string code)
    {
        var problem = MailboxUrl.Read(text).AllProblems.Should().ContainSingle().Which;

        problem.Code.Text.Should().Be(code);
        problem.ToString().Should().NotContain("secret");
    }
}
