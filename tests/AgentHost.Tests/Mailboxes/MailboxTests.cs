using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary><c>agent ingest imaps://…</c>, with a real IMAP server.</summary>
public sealed class MailboxTests(Servers servers, MailServer mail) : IAsyncLifetime
{
    private Dovecot dovecot = null!;
    private SimulatedDolibarr sandbox = null!;
    private Dictionary<string, string> variables = null!;

    public async ValueTask InitializeAsync()
    {
        dovecot = await mail.StartedAsync();
        sandbox = await Servers.SandboxAsync();
        variables = servers.Variables(sandbox);
        variables["SSL_CERT_FILE"] = dovecot.CertificateFile;
    }

    public ValueTask DisposeAsync() => sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Each_mail_is_a_line_with_its_number_and_run_again_all_is_there()
    {
        var user = UserWith("F-1", "F-2");

        var ran = await IngestAsync(user);
        var again = await IngestAsync(user);

        ran.ExitCode.Should().Be(0, ran.Errors);
        var lines = ran.Output.Split('\n');
        lines[0].Should().StartWith("entered").And.MatchRegex(@"INBOX;UIDVALIDITY=\d+/;UID=1: F-1, Hébergeur Dupont SARL")
            .And.EndWith("changeset.json");
        lines[1].Should().StartWith("entered").And.Contain(";UID=2: F-2");
        ran.Output.Should().Contain("2 messages: 2 entered.");
        again.ExitCode.Should().Be(0, again.Errors);
        again.Output.Should().Contain("2 messages: 2 already there.");
    }

    [Fact]
    public async Task As_JSON_each_mail_is_a_line_as_of_a_folder()
    {
        var ran = await IngestAsync(UserWith("F-1"), "--json");

        ran.JsonLines.Should().HaveCount(2);
        ran.JsonLines[0].EnumerateObject().Select(m => m.Name).Should().Equal("message", "outcome", "parts");
        ran.JsonLines[1].GetProperty("summary").GetProperty("entered").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Nothing_in_the_mailbox_is_changed_not_even_that_a_mail_is_new()
    {
        var user = UserWith("F-1", "F-2");
        var before = user.FilesIn("INBOX");

        var ran = await IngestAsync(user);

        ran.ExitCode.Should().Be(0, ran.Errors);
        before.Should().OnlyContain(file => file.StartsWith("new/"));
        user.FilesIn("INBOX").Should().Equal(before);
        user.Folders.Should().BeEmpty();
    }

    [Fact]
    public async Task A_mail_without_an_invoice_is_named_as_a_person_finds_it()
    {
        var user = dovecot.NewUser();
        user.Deliver("From: a@b.example\r\nSubject: hello\r\n\r\nPay 12 EUR\r\n"u8.ToArray());

        var ran = await IngestAsync(user);

        ran.ExitCode.Should().Be(4);
        ran.Output.Should().StartWith("no invoice").And.Contain("'hello' of a@b.example").And.Contain("(mail-without-file)");
    }

    [Fact]
    public async Task What_is_done_and_what_is_refused_is_moved_on_request_to_folders_that_are_there()
    {
        var user = dovecot.NewUser("Done", "Look");
        user.Deliver(MailServer.Mail("F-1"));
        user.Deliver(MailServer.MailForAPerson("F-2"));
        user.Deliver("Subject: x\r\n\r\nhello\r\n"u8.ToArray());

        var ran = await IngestAsync(user, "--move-done", "Done", "--move-refused", "Look");

        ran.ExitCode.Should().Be(4, ran.Errors);
        (user.FilesIn("INBOX").Count, user.FilesIn("Done").Count, user.FilesIn("Look").Count).Should().Be((0, 1, 2));
    }

    [Fact]
    public async Task With_one_folder_named_the_others_stay()
    {
        var user = dovecot.NewUser("Done");
        user.Deliver(MailServer.Mail("F-1"));
        user.Deliver(MailServer.MailForAPerson("F-2"));

        await IngestAsync(user, "--move-done", "Done");

        (user.FilesIn("INBOX").Count, user.FilesIn("Done").Count).Should().Be((1, 1));
    }

    [Fact]
    public async Task What_was_entered_before_and_not_moved_is_moved_when_it_is_found_again()
    {
        var user = dovecot.NewUser("Done");
        user.Deliver(MailServer.Mail("F-1"));
        await IngestAsync(user);

        var again = await IngestAsync(user, "--move-done", "Done");

        again.Output.Should().Contain("1 already there");
        (user.FilesIn("INBOX").Count, user.FilesIn("Done").Count).Should().Be((0, 1));
    }

    [Fact]
    public async Task A_sandbox_that_is_gone_moves_nothing()
    {
        var user = dovecot.NewUser("Done", "Look");
        user.Deliver(MailServer.Mail("F-1"));
        variables["DOLIBARR_SANDBOX_URL"] = "http://127.0.0.1:9";

        var ran = await IngestAsync(user, "--move-done", "Done", "--move-refused", "Look");

        ran.ExitCode.Should().Be(1);
        user.FilesIn("INBOX").Should().ContainSingle();
    }

    [Theory]
    [InlineData("UIDPLUS IDLE NAMESPACE", 1, "a mail that is marked as deleted by somebody else stays")]
    [InlineData("IDLE NAMESPACE", 2, "without UIDPLUS it is marked as deleted, and no other is touched")]
    public async Task A_server_that_cannot_move_gets_a_copy_and_loses_that_mail_alone(string capabilities, int left, string because)
    {
        await using var other = await Dovecot.StartAsync($"IMAP4rev1 {capabilities}");
        variables["SSL_CERT_FILE"] = other.CertificateFile;
        var user = other.NewUser("Done");
        user.Deliver(MailServer.Mail("F-1"));
        user.Deliver(MailServer.Mail("F-2"), "ST");

        var ran = await IngestAsync(user, "--move-done", "Done");
        var again = await IngestAsync(user, "--move-done", "Done");

        ran.Output.Should().Contain("1 message: 1 entered.").And.Contain("1 message in");
        user.FilesIn("Done").Should().ContainSingle();
        user.FilesIn("INBOX").Should().HaveCount(left, because).And.OnlyContain(file => file.EndsWith('T'));
        again.Output.Should().Contain("0 messages.");
    }

    private MailUser UserWith(params string[] numbers)
    {
        var user = dovecot.NewUser();
        foreach (var number in numbers)
        {
            user.Deliver(MailServer.Mail(number));
        }
        return user;
    }

    private Task<Ran> IngestAsync(MailUser user, params string[] more) =>
        Ran.AgentAsync(variables, ["ingest", user.Url, "--password-file", mail.PasswordFile, .. more]);
}
