using System.Diagnostics;
using System.Globalization;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary><c>agent ingest --watch</c>: what comes later is entered too, until it is asked to end.</summary>
public sealed class WatchTests(Servers servers, MailServer mail) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("watched-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task In_a_mailbox_a_mail_that_comes_is_entered_and_asked_to_end_it_says_how_many()
    {
        var dovecot = await mail.StartedAsync();
        await using var sandbox = await Servers.SandboxAsync();
        var variables = servers.Variables(sandbox);
        variables["SSL_CERT_FILE"] = dovecot.CertificateFile;
        var user = dovecot.NewUser();
        user.Deliver(MailServer.Mail("F-1"));

        var ran = await WatchedAsync(variables, ["ingest", user.Url, "--watch", "--password-file", mail.PasswordFile], async agent =>
        {
            await UntilEnteredAsync(agent, sandbox, 1);
            user.Deliver(MailServer.Mail("F-2"));
            await UntilEnteredAsync(agent, sandbox, 2);
            user.Deliver("Subject: x\r\n\r\nhello\r\n"u8.ToArray());
            user.Deliver(MailServer.Mail("F-3"));
            await UntilEnteredAsync(agent, sandbox, 3);
        });

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().Contain("4 messages: 3 entered, 1 no invoice.");
    }

    [Fact]
    public async Task A_connection_that_breaks_is_made_again()
    {
        var dovecot = await mail.StartedAsync();
        await using var sandbox = await Servers.SandboxAsync();
        await using var wire = new Wire(dovecot.PlainPort);
        var user = dovecot.NewUser();
        user.Deliver(MailServer.Mail("F-1"));
        string[] arguments = ["ingest", $"imap://{user.Name}@127.0.0.1:{wire.Port}/INBOX", "--watch", "--password-file", mail.PasswordFile];

        var ran = await WatchedAsync(servers.Variables(sandbox), arguments, async agent =>
        {
            await UntilEnteredAsync(agent, sandbox, 1);
            wire.Cut();
            user.Deliver(MailServer.Mail("F-2"));
            await UntilEnteredAsync(agent, sandbox, 2);
        });

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().Contain("2 messages: 2 entered.");
        wire.Connections.Should().BeGreaterThan(1);
    }

    [Fact]
    public async Task In_a_folder_a_file_that_is_written_there_is_entered()
    {
        await using var sandbox = await Servers.SandboxAsync();
        var bytes = MailServer.Mail("F-1");

        var ran = await WatchedAsync(servers.Variables(sandbox), ["ingest", folder, "--watch"], async agent =>
        {
            await using (var file = File.Create(Path.Combine(folder, "1.eml")))
            {
                foreach (var part in bytes.Chunk(bytes.Length / 5))
                {
                    await file.WriteAsync(part, Cancel);
                    await file.FlushAsync(Cancel);
                }
            }
            await UntilEnteredAsync(agent, sandbox, 1);
        });

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().Contain("1 message: 1 entered.");
    }

    [Fact]
    public async Task In_a_maildir_a_message_that_somebody_reads_is_not_a_new_one()
    {
        await using var sandbox = await Servers.SandboxAsync();
        foreach (var part in new[] { "cur", "new", "tmp" })
        {
            Directory.CreateDirectory(Path.Combine(folder, part));
        }
        await File.WriteAllBytesAsync(Path.Combine(folder, "new", "1.M1.host"), MailServer.Mail("F-1"), Cancel);

        var ran = await WatchedAsync(servers.Variables(sandbox), ["ingest", folder, "--watch"], async agent =>
        {
            await UntilEnteredAsync(agent, sandbox, 1);
            File.Move(Path.Combine(folder, "new", "1.M1.host"), Path.Combine(folder, "cur", "1.M1.host:2,S"));
            await File.WriteAllBytesAsync(Path.Combine(folder, "new", "2.M2.host"), MailServer.Mail("F-2"), Cancel);
            await UntilEnteredAsync(agent, sandbox, 2);
        });

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().Contain("2 messages: 2 entered.");
    }

    [Fact]
    public async Task A_sandbox_that_goes_ends_it_with_the_reason()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await File.WriteAllBytesAsync(Path.Combine(folder, "1.eml"), MailServer.Mail("F-1"), Cancel);
        using var process = Ran.Start(servers.Variables(sandbox), "ingest", folder, "--watch");
        await UntilEnteredAsync(process, sandbox, 1);
        await sandbox.DisposeAsync();

        await File.WriteAllBytesAsync(Path.Combine(folder, "2.eml"), MailServer.Mail("F-2"), Cancel);
        var ran = await Ran.EndAsync(process);

        ran.ExitCode.Should().Be(1);
        ran.Errors.Should().Contain("(connection)");
    }

    [Fact]
    public async Task Asked_to_end_while_it_waits_it_ends_well_and_says_nothing_of_a_message()
    {
        await using var sandbox = await Servers.SandboxAsync();
        var said = "";

        var ran = await WatchedAsync(servers.Variables(sandbox), ["ingest", folder, "--watch"],
            async agent => said = await agent.StandardError.ReadLineAsync(Cancel));

        said.Should().Be("agent: it waits for more messages. Ctrl-C ends it.");
        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().Contain("0 messages.");
        ran.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task A_decision_for_one_document_is_not_taken_for_all_that_come()
    {
        await using var sandbox = await Servers.SandboxAsync();

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "ingest", folder, "--watch", "--buyer-ok", "ours");

        ran.ExitCode.Should().Be(4);
        ran.Errors.Should().Contain("(decision-for-several)");
    }

    [Fact]
    public async Task What_cannot_be_watched_is_said_at_once()
    {
        await using var sandbox = await Servers.SandboxAsync();

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "ingest", Path.Combine(folder, "none"), "--watch");

        ran.ExitCode.Should().Be(1);
        ran.Errors.Should().Contain("(file-missing)");
    }

    /// <summary>Watches while something happens, and is then asked to end, as by Ctrl-C.</summary>
    private static async Task<Ran> WatchedAsync(
        IReadOnlyDictionary<string, string> variables, string[] arguments, Func<Process, Task> happens)
    {
        using var process = Ran.Start(variables, arguments);
        await happens(process);
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(Cancel);
        }
        return await Ran.EndAsync(process);
    }

    private static async Task UntilEnteredAsync(Process agent, SimulatedDolibarr sandbox, int invoices)
    {
        while (sandbox.Requests.Count(r => r.Method == "POST" && r.Path.EndsWith("/validate", StringComparison.Ordinal)) < invoices)
        {
            agent.HasExited.Should().BeFalse($"{invoices} invoices are to be validated");
            await Task.Delay(20, Cancel);
        }
    }
}
