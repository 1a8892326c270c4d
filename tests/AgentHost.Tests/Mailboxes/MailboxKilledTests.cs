using DolibarrAgent.Simulator;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>A mailbox of two hundred mails; the agent is killed, as by a power cut, in the middle of them, and run again.</summary>
public sealed class MailboxKilledTests(Servers servers, MailServer mail)
{
    private const int Mails = 200;

    /// <summary>At which of its writes; there are several for each mail.</summary>
    private const int KilledAt = 300;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_in_the_middle_of_two_hundred_mails_and_run_again_each_is_entered_once()
    {
        var dovecot = await mail.StartedAsync();
        await using var sandbox = await Servers.SandboxAsync();
        var variables = servers.Variables(sandbox);
        variables["SSL_CERT_FILE"] = dovecot.CertificateFile;
        var user = dovecot.NewUser("Done");
        foreach (var number in Enumerable.Range(1, Mails))
        {
            user.Deliver(MailServer.SmallMail($"F-{number}"));
        }
        string[] arguments = ["ingest", user.Url, "--password-file", mail.PasswordFile, "--move-done", "Done"];
        // What it sends then is done, and it waits for the answer until it is killed.
        sandbox.Faults = FaultPlan.At(CountedRequests.Writes, KilledAt, new Fault.EffectThenLate());

        using (var agent = Ran.Start(variables, arguments))
        {
            _ = (agent.StandardOutput.ReadToEndAsync(Cancel), agent.StandardError.ReadToEndAsync(Cancel));
            while (!agent.HasExited && Servers.Writes(sandbox).Count() < KilledAt)
            {
                await Task.Delay(20, Cancel);
            }
            // SIGKILL: nothing is flushed, nothing is told to either server.
            agent.Kill();
            await agent.WaitForExitAsync(Cancel);
            agent.ExitCode.Should().NotBe(0);
        }
        sandbox.Faults = FaultPlan.None;
        user.FilesIn("Done").Count.Should().BeInRange(1, Mails - 1);

        var again = await Ran.AgentAsync(variables, arguments);
        // What it was at when it was killed is left open, and for a person to take back.
        foreach (var open in Directory.GetFiles(variables["DOLIBARR_CHANGESETS"], "changeset.json", SearchOption.AllDirectories)
            .Where(IsOpen))
        {
            again.Output.Should().Contain("open ");
            (await Ran.AgentAsync(variables, "discard", open)).ExitCode.Should().Be(0);
        }
        var last = await Ran.AgentAsync(variables, arguments);

        last.ExitCode.Should().Be(0, last.Errors + last.Output);
        user.FilesIn("INBOX").Should().BeEmpty();
        user.FilesIn("Done").Should().HaveCount(Mails);
        var references = await ReferencesAsync(sandbox);
        references.Should().HaveCount(Mails).And.OnlyHaveUniqueItems();
    }

    private static bool IsOpen(string changeset) =>
        !File.ReadAllText(changeset).Contains("\"finished\"", StringComparison.Ordinal)
        && !File.ReadAllText(changeset).Contains("\"discarded\"", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> ReferencesAsync(SimulatedDolibarr sandbox)
    {
        using var client = sandbox.ClientOf("agent");
        var answer = await client.GetStringAsync(new Uri("supplierinvoices?limit=1000", UriKind.Relative), Cancel);
        using var list = System.Text.Json.JsonDocument.Parse(answer);
        return [.. list.RootElement.EnumerateArray().Select(one => one.GetProperty("ref_supplier").GetString()!)];
    }
}
