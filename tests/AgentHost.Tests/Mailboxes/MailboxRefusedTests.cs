using DolibarrAgent.Tests;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>What <c>agent ingest imaps://…</c> does not do, and what it says then. Nothing is entered.</summary>
public sealed class MailboxRefusedTests(Servers servers, MailServer mail) : IAsyncLifetime
{
    private Dovecot dovecot = null!;
    private MailUser user = null!;
    private Dictionary<string, string> variables = null!;

    public async ValueTask InitializeAsync()
    {
        dovecot = await mail.StartedAsync();
        user = dovecot.NewUser();
        user.Deliver(MailServer.Mail("F-1"));
        variables = servers.Variables();
        variables["SSL_CERT_FILE"] = dovecot.CertificateFile;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_wrong_password_is_said_and_not_repeated()
    {
        var wrong = Path.Combine(servers.Folder, "wrong-password");
        MailServer.Keep(wrong, "wrong-horse");

        var ran = await IngestAsync(user.Url, "--password-file", wrong, "--verbose");

        Refused(ran, 1, "mailbox-sign-in", "does not let", user.Name);
        (ran.Output + ran.Errors).Should().NotContain("wrong-horse");
    }

    [Theory]
    [InlineData("Missing")]
    [InlineData("INBOX/Missing")]
    public async Task A_folder_that_is_not_there_is_said_with_those_that_are(string folder)
    {
        var ran = await IngestAsync(user.Url.Replace("INBOX", folder, StringComparison.Ordinal), "--password-file", mail.PasswordFile);

        Refused(ran, 1, "mailbox-folder-missing", folder, "There is: INBOX.");
    }

    [Fact]
    public async Task A_folder_to_move_to_that_is_not_there_is_said_before_anything_is_entered_and_is_not_made()
    {
        var ran = await IngestAsync(user.Url, "--password-file", mail.PasswordFile, "--move-done", "Done");

        Refused(ran, 1, "mailbox-folder-missing", "no folder Done");
        user.Folders.Should().BeEmpty();
    }

    [Fact]
    public async Task A_folder_is_not_moved_into_itself() =>
        Refused(await IngestAsync(user.Url, "--password-file", mail.PasswordFile, "--move-done", "INBOX"), 1, "mailbox-move-to-itself");

    [Fact]
    public async Task A_certificate_that_nobody_trusts_ends_it_before_anything_is_sent()
    {
        variables.Remove("SSL_CERT_FILE");

        var ran = await IngestAsync(user.Url, "--password-file", mail.PasswordFile);

        Refused(ran, 1, "mailbox-certificate", "not trusted", "SSL_CERT_FILE");
        dovecot.Log.Should().NotContain($"user=<{user.Name}>");
    }

    [Fact]
    public async Task A_certificate_for_another_name_ends_it()
    {
        var ran = await IngestAsync(user.Url.Replace("localhost", "127.0.0.2", StringComparison.Ordinal), "--password-file",
            mail.PasswordFile);

        Refused(ran, 1, "mailbox-certificate", "RemoteCertificateNameMismatch");
    }

    [Fact]
    public async Task In_the_clear_a_server_elsewhere_is_not_asked() =>
        Refused(await IngestAsync("imap://me@imap.example.org/INBOX", "--password-file", mail.PasswordFile), 4, "mailbox-not-encrypted",
            "imaps://");

    [Fact]
    public async Task On_this_machine_it_may_be_in_the_clear()
    {
        var ran = await IngestAsync(user.PlainUrl.Replace("INBOX", "Missing", StringComparison.Ordinal), "--password-file",
            mail.PasswordFile);

        ran.Errors.Should().Contain("(mailbox-folder-missing)", "it has signed in");
    }

    [Fact]
    public async Task A_password_in_the_URL_is_refused_and_not_repeated()
    {
        var ran = await IngestAsync("imaps://me:battery-staple@imap.example.org/INBOX", "--password-file", mail.PasswordFile);

        Refused(ran, 4, "password-in-url", "--password-file", "change the password");
        (ran.Output + ran.Errors).Should().NotContain("battery-staple");
    }

    [Theory]
    [InlineData("mailbox-secret-missing", "imaps://me@imap.example.org")]
    [InlineData("mailbox-secret-twice", "imaps://me@imap.example.org", "--password-file", "x", "--token-command", "y")]
    [InlineData("mailbox-several", "imaps://me@imap.example.org", "imaps://you@mail.example.org", "--password-file", "x")]
    [InlineData("mailbox-missing", "x.eml", "--password-file", "x")]
    [InlineData("mailbox-url", "imaps://imap.example.org/INBOX", "--password-file", "x")]
    public async Task What_does_not_fit_together_is_said(string code, params string[] arguments) =>
        Refused(await IngestAsync(arguments), 1, code);

    [Fact]
    public async Task A_file_of_a_password_that_others_may_read_is_not_used()
    {
        var open = Path.Combine(servers.Folder, "open-password");
        await File.WriteAllTextAsync(open, Dovecot.Password, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(open, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        }

        var ran = await IngestAsync(user.Url, "--password-file", open);

        ran.ExitCode.Should().NotBe(0);
        ran.Errors.Should().Contain("(read-by-others)").And.Contain("chmod 600");
        dovecot.Log.Should().NotContain($"user=<{user.Name}>");
    }

    [Fact]
    public async Task A_program_gives_the_password_and_sees_no_key_of_ours()
    {
        var program = Path.Combine(servers.Folder, "ask");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nenv > {servers.Folder}/seen\necho \"$1\"\necho 'a second line'\n",
            TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var ran = await IngestAsync(user.Url.Replace("INBOX", "Missing", StringComparison.Ordinal), "--password-command",
            $"{program} '{Dovecot.Password}'");

        ran.Errors.Should().Contain("(mailbox-folder-missing)", "it has signed in");
        (await File.ReadAllTextAsync(Path.Combine(servers.Folder, "seen"), TestContext.Current.CancellationToken)).Should()
            .NotContain("DOLIBARR_").And.NotContain("SSL_CERT_FILE");
    }

    private static void Refused(Ran ran, int exitCode, string code, params string[] words)
    {
        ran.ExitCode.Should().Be(exitCode, ran.Errors);
        ran.Errors.Should().ContainAll([$"({code})", .. words]);
        ran.Output.Should().NotContain("entered");
    }

    private Task<Ran> IngestAsync(params string[] arguments) => Ran.AgentAsync(variables, ["ingest", .. arguments]);
}
