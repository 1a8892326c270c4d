using System.Diagnostics;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Mailboxes.Tests;

/// <summary>A server that lies, falls silent, breaks off or talks without end is a problem with a reason, within bounds; never an
/// exception.</summary>
public sealed class HostileServerTests : IDisposable
{
    private const string Password = "correct-horse";

    private static readonly MailboxLimits Small = MailboxLimits.Default with
    {
        Farewell = TimeSpan.FromSeconds(1),
        AnswerBytes = 20_000,
        MessageBytes = 100_000,
        Messages = 1000,
    };

    private static readonly MailboxLimits Hurried = Small with { Command = TimeSpan.FromSeconds(4), Message = TimeSpan.FromSeconds(4) };

    private readonly string passwordFile = Path.Combine(Directory.CreateTempSubdirectory("password-").FullName, "password");

    public HostileServerTests()
    {
        File.WriteAllText(passwordFile, Password);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(passwordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(passwordFile)!, recursive: true);

    [Fact]
    public async Task A_server_that_behaves_gives_its_message()
    {
        await using var server = new FakeServer();

        (await ReadAllAsync(server, Small)).Should().BeNull();
        server.Commands.Should().Contain(c => c.StartsWith("EXAMINE")).And.Contain(c => c.Contains("BODY.PEEK[]"))
            .And.NotContain(c => c.StartsWith("SELECT") || c.StartsWith("UID STORE"));
    }

    public static TheoryData<string, FakeAnswer, string> Answers => new()
    {
        { "it leaves at the sign-in", new("AUTHENTICATE", "") { Then = FakeEnd.Leaves }, "mailbox-connection-lost" },
        { "it leaves in the middle of a message", new("UID FETCH 1 ", "* 1 FETCH (UID 1 BODY[] {1200}\r\nSubj") { Then = FakeEnd.Leaves },
            "mailbox-connection-lost" },
        { "it never answers", new("UID FETCH 1:*", "") { Then = FakeEnd.IsSilent }, "mailbox-timeout" },
        { "it never ends a message", new("UID FETCH 1 ", "* 1 FETCH (UID 1 BODY[] {12}\r\nSubj") { Then = FakeEnd.IsSilent },
            "mailbox-timeout" },
        { "a line without end", new("EXAMINE", new string('x', 10_000)) { Then = FakeEnd.NeverEnds }, "mailbox-too-much" },
        { "answers without end", new("UID FETCH 1:*", "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE 12)\r\n") { Then = FakeEnd.NeverEnds },
            "mailbox-too-much" },
        { "a message larger than it said",
            new("UID FETCH 1 ", $"* 1 FETCH (UID 1 BODY[] {{9000000}}\r\n{new string('x', 10_000)}") { Then = FakeEnd.NeverEnds },
            "mailbox-too-much" },
        { "a message of an impossible size",
            new("UID FETCH 1 ", "* 1 FETCH (UID 1 BODY[] {99999999999999999999}\r\nx") { Then = FakeEnd.Leaves },
            "mailbox-connection-lost" },
        { "a size that is not one", new("UID FETCH 1:*", "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE -5)\r\n{0} OK\r\n"),
            "mailbox-connection-lost" },
        { "more messages than are looked at", new("EXAMINE", "* 2000000 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n{0} OK [READ-ONLY] open\r\n"),
            "mailbox-too-many" },
        { "a message over the limit", new("UID FETCH 1:*", "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE 200000)\r\n{0} OK\r\n"),
            "file-too-large" },
        { "a message that is gone", new("UID FETCH 1 ", "{0} OK\r\n"), "mailbox-message-gone" },
        { "another message than was asked for", new("UID FETCH 1 ", "* 2 FETCH (UID 9 BODY[] {12}\r\nSubject: x\r\n)\r\n{0} OK\r\n"),
            "mailbox-message-gone" },
        { "garbage", new("EXAMINE", "\0\u0001\u00ff)(){}{\r\n\r\n)\r\n") { Then = FakeEnd.Leaves }, "mailbox-connection-lost" },
        { "a folder that it does not open", new("EXAMINE", "{0} NO not today\r\n"), "mailbox-refused" },
        { "a password that it repeats", new("AUTHENTICATE", "{0} NO [AUTHENTICATIONFAILED] correct-horse is wrong\r\n"),
            "mailbox-sign-in" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task It_is_a_problem_with_a_reason_and_soon(string what, FakeAnswer answer, string code)
    {
        await using var server = new FakeServer(answer);
        var since = Stopwatch.GetTimestamp();

        var problem = await ReadAllAsync(server, answer.Then == FakeEnd.IsSilent ? Hurried : Small);

        problem.Should().NotBeNull(what);
        problem.Code.Text.Should().Be(code, $"{what}: {problem}");
        problem.ToString().Should().NotContain(Password);
        problem.Remedy.Should().NotBeEmpty();
        problem.Message.Length.Should().BeLessThan(500);
        Stopwatch.GetElapsedTime(since).Should().BeLessThan(TimeSpan.FromSeconds(45), what);
    }

    [Theory]
    [InlineData("", "mailbox-timeout")]
    [InlineData("220 mail.example.org ESMTP\r\n", "mailbox-connection-lost")]
    [InlineData("* BYE too many connections\r\n", "mailbox-connection-lost")]
    [InlineData("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=GSSAPI] ready\r\n", "mailbox-no-sign-in")]
    public async Task A_greeting_that_is_not_one_is_a_problem(string greeting, string code)
    {
        await using var server = new FakeServer { Greeting = greeting };

        (await ReadAllAsync(server, greeting.Length == 0 ? Hurried : Small))!.Code.Text.Should().Be(code);
        server.Commands.Should().NotContain(c => c.StartsWith("AUTHENTICATE") || c.StartsWith("LOGIN"));
    }

    [Fact]
    public async Task Nobody_there_is_a_problem()
    {
        var server = new FakeServer();
        var url = server.Url;
        await server.DisposeAsync();

        (await OpenAsync(url, Small)).Should().BeOfType<MailAnswer<ImapMailbox>.Failed>().Which.Failure.Problem.Code.Text.Should()
            .Be("mailbox-unreachable");
    }

    [Fact]
    public async Task A_flood_of_news_ends_the_waiting()
    {
        await using var server = new FakeServer(new FakeAnswer("IDLE", "+ idling\r\n* OK still here\r\n") { Then = FakeEnd.NeverEnds });
        await using var mailbox = ((MailAnswer<ImapMailbox>.Got)await OpenAsync(server.Url, Small)).Value;
        await mailbox.ListAsync(0, Cancel);

        (await mailbox.WaitAsync(Cancel))!.Reach.Should().Be(FailureReach.Connection);
    }

    private Task<MailAnswer<ImapMailbox>> OpenAsync(string url, MailboxLimits limits) =>
        ImapMailbox.OpenAsync(
            new MailboxOptions(((Checked<MailboxUrl>.Valid)MailboxUrl.Read(url)).Value,
            new SecretSource.File(SecretKind.Password, passwordFile))
            { Limits = limits }, Cancel);

    /// <summary>Opens it, lists it and reads what is there; null where all of it went well.</summary>
    private async Task<Problem?> ReadAllAsync(FakeServer server, MailboxLimits limits)
    {
        var opened = await OpenAsync(server.Url, limits);
        if (opened is not MailAnswer<ImapMailbox>.Got { Value: var mailbox })
        {
            return ((MailAnswer<ImapMailbox>.Failed)opened).Failure.Problem;
        }
        await using (mailbox)
        {
            var list = await mailbox.ListAsync(0, Cancel);
            if (list is not MailAnswer<MailFolderList>.Got { Value.Messages: [var mail, ..] })
            {
                return (list as MailAnswer<MailFolderList>.Failed)?.Failure.Problem;
            }
            return (await mailbox.ReadAsync(mail, Cancel) as MailAnswer<ReadOnlyMemory<byte>>.Failed)?.Failure.Problem;
        }
    }
}
