using System.Text;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Mailboxes.Tests;

/// <summary>By which way a user signs in.</summary>
public sealed class SignInTests : IDisposable
{
    private const string Token = "ya29.a-token";

    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("token-").FullName, "token");

    public SignInTests()
    {
        File.WriteAllText(file, Token + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    [Theory]
    [InlineData(SecretKind.Password, "PLAIN LOGIN XOAUTH2 OAUTHBEARER", true, "PLAIN")]
    [InlineData(SecretKind.Password, "PLAIN SCRAM-SHA-1 SCRAM-SHA-256", true, "SCRAM-SHA-256")]
    [InlineData(SecretKind.Password, "NTLM GSSAPI XOAUTH2", true, "LOGIN")]
    [InlineData(SecretKind.Password, "NTLM GSSAPI XOAUTH2", false, null)]
    [InlineData(SecretKind.Token, "PLAIN XOAUTH2 OAUTHBEARER", true, "OAUTHBEARER")]
    [InlineData(SecretKind.Token, "PLAIN XOAUTH2", true, "XOAUTH2")]
    [InlineData(SecretKind.Token, "PLAIN LOGIN", true, null)]
    public void The_way_is_that_of_what_the_user_has(SecretKind kind, string offered, bool takesLogin, string? way) =>
        SignIn.Choose(kind, offered.Split(' '), takesLogin).Should().Be(way);

    [Theory]
    [InlineData("OAUTHBEARER")]
    [InlineData("XOAUTH2")]
    public async Task A_token_is_sent_as_the_way_wants_it(string way)
    {
        await using var server = new FakeServer { Greeting = $"* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH={way}] ready\r\n" };

        var opened = await OpenAsync(server, new SecretSource.File(SecretKind.Token, file));
        await ((MailAnswer<ImapMailbox>.Got)opened).Value.DisposeAsync();

        var sent = server.Commands.Single(command => command.StartsWith("AUTHENTICATE")).Split(' ');
        sent[1].Should().Be(way);
        Encoding.UTF8.GetString(Convert.FromBase64String(sent[2])).Should().Contain($"auth=Bearer {Token}\u0001").And.Contain("me");
    }

    [Fact]
    public async Task A_token_is_not_sent_as_a_password()
    {
        await using var server = new FakeServer();

        var opened = await OpenAsync(server, new SecretSource.File(SecretKind.Token, file));

        ((MailAnswer<ImapMailbox>.Failed)opened).Failure.Problem.Code.Text.Should().Be("mailbox-no-sign-in");
        server.Commands.Should().NotContain(command => command.StartsWith("AUTHENTICATE") || command.StartsWith("LOGIN"));
    }

    [Fact]
    public async Task A_password_that_is_refused_is_sent_once()
    {
        await using var server =
            new FakeServer(new FakeAnswer("AUTHENTICATE", "{0} NO wrong\r\n"), new FakeAnswer("LOGIN", "{0} NO wrong\r\n"))
            {
                Greeting = "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=LOGIN AUTH=CRAM-MD5] ready\r\n",
            };

        await OpenAsync(server, new SecretSource.File(SecretKind.Password, file));

        server.Commands.Should().ContainSingle(command => command.StartsWith("AUTHENTICATE") || command.StartsWith("LOGIN"));
    }

    [Theory]
    [InlineData("true", "secret-missing")]
    [InlineData("false", "secret-unreadable")]
    [InlineData("no-such-program", "secret-command")]
    [InlineData("./relative/program", "secret-command")]
    [InlineData("echo 'not closed", "secret-command")]
    [InlineData("", "secret-command")]
    [InlineData("yes", "secret-unreadable")]
    [InlineData("printf 'a\\tb'", "secret-malformed")]
    public async Task A_program_that_gives_no_secret_is_a_problem(string line, string code) =>
        (await Command(line).ReadAsync(Cancel)).AllProblems.Should().ContainSingle().Which.Code.Text.Should().Be(code);

    [Theory]
    [InlineData("echo correct-horse", "correct-horse")]
    [InlineData("printf 'correct horse\\nuser: me\\n'", "correct horse")]
    [InlineData("echo \"it's\" '$HOME' ; x", "it's $HOME ; x")]
    public async Task A_program_gives_its_first_line_and_no_shell_reads_its_words(string line, string secret) =>
        (await Command(line).ReadAsync(Cancel)).Should().BeOfType<Checked<MailboxSecret>.Valid>().Which.Value.Reveal().Should().Be(secret);

    [Fact]
    public void A_secret_prints_as_nothing() => new MailboxSecret(SecretKind.Password, Token).ToString().Should().NotContain(Token);

    private static SecretSource.Command Command(string line) => new(SecretKind.Password, line, new Dictionary<string, string?>());

    private static Task<MailAnswer<ImapMailbox>> OpenAsync(FakeServer server, SecretSource secret) =>
        ImapMailbox.OpenAsync(new MailboxOptions(((Checked<MailboxUrl>.Valid)MailboxUrl.Read(server.Url)).Value, secret), Cancel);
}
