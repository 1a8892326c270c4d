using System.Text.Json;
using DolibarrAgent.Samples;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary><c>agent ingest</c>: what it prints, and what it ends with.</summary>
public sealed class IngestTests(Servers servers)
{
    [Fact]
    public async Task A_mail_becomes_a_finished_changeset_and_its_result_has_exactly_three_members()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var prod = await Servers.SandboxAsync();
        var variables = servers.Variables(sandbox);
        variables["DOLIBARR_PROD_URL"] = prod.Address.ToString();

        var ran = await Ran.AgentAsync(variables, "ingest", servers.Mail, "--json");

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Json.EnumerateObject().Select(m => m.Name).Should().Equal("changeset", "operations", "warnings");
        ran.Json.GetProperty("operations").GetInt32().Should().Be(4);
        ran.Json.GetProperty("warnings").EnumerateArray().Should().OnlyContain(w => w.GetProperty("code").GetString()!.Length > 0 && w.GetProperty("text").GetString()!.Length > 0);
        var changeset = JsonDocument.Parse(await File.ReadAllTextAsync(ran.Json.GetProperty("changeset").GetString()!, TestContext.Current.CancellationToken)).RootElement;
        changeset.GetProperty("recorded").TryGetProperty("finished", out _).Should().BeTrue();
        prod.Requests.Should().OnlyContain(r => r.Method == "GET");
    }

    [Fact]
    public async Task The_same_again_is_exit_code_4_with_the_reason()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await Ran.AgentAsync(servers.Variables(sandbox), "ingest", servers.Mail);

        var again = await Ran.AgentAsync(servers.Variables(sandbox), "ingest", servers.Pdf, "--json");

        again.ExitCode.Should().Be(4);
        again.Json.EnumerateObject().Select(m => m.Name).Should().Equal("changeset", "operations", "warnings", "problems");
        again.Json.GetProperty("changeset").ValueKind.Should().Be(JsonValueKind.Null);
        CodeOf(again).Should().Be("duplicate");
        again.Errors.Should().Contain("/fourn/facture/card.php?facid=1");
    }

    [Fact]
    public async Task People_get_the_review_and_where_the_changeset_is()
    {
        await using var sandbox = await Servers.SandboxAsync();

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "ingest", servers.Xml);

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().Contain("F-2026-1").And.Contain("changeset.json").And.Contain("replay ").And.NotContain("\u001b");
    }

    [Theory]
    [InlineData("prod")]
    [InlineData(null)]
    public async Task With_the_target_at_prod_or_unset_it_is_refused_and_nothing_is_asked_of_anybody(string? target)
    {
        await using var sandbox = await Servers.SandboxAsync();
        var variables = servers.Variables(sandbox);
        variables.Remove("DOLIBARR_TARGET");
        if (target is not null)
        {
            variables["DOLIBARR_TARGET"] = target;
        }

        var ran = await Ran.AgentAsync(variables, "ingest", servers.Mail, "--json");

        (ran.ExitCode, CodeOf(ran)).Should().Be((4, "target-is-prod"));
        ran.Errors.Should().Contain("DOLIBARR_TARGET=sandbox");
        Servers.Writes(servers.Prod).Should().BeEmpty();
        sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task With_nothing_configured_at_all_the_target_is_prod_and_refused()
    {
        var ran = await Ran.AgentAsync(new Dictionary<string, string>(), "ingest", servers.Mail, "--json");

        (ran.ExitCode, CodeOf(ran)).Should().Be((4, "target-is-prod"));
    }

    public static TheoryData<string, int, string> Keys => new()
    {
        { "sandbox-blind-key", 4, "right-missing" },
        { "sandbox-none-key", 4, "right-missing" },
        { "sandbox-reader-key", 4, "right-missing" },
        { "sandbox-mute-key", 4, "rights-unproven" },
        { "some-other-key", 1, "wrong-key" },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_key_that_may_not_is_refused_and_a_wrong_one_is_an_error(string key, int exitCode, string code)
    {
        var variables = servers.Variables();
        variables["DOLIBARR_SANDBOX_API_KEY"] = key;

        var ran = await Ran.AgentAsync(variables, "ingest", servers.Mail, "--json");

        (ran.ExitCode, CodeOf(ran)).Should().Be((exitCode, code));
        (ran.Output + ran.Errors).Should().NotContain(key);
        Servers.Writes(servers.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task An_ERP_that_does_not_answer_is_exit_code_1()
    {
        var variables = servers.Variables();
        variables["DOLIBARR_SANDBOX_URL"] = "http://127.0.0.1:9";

        var ran = await Ran.AgentAsync(variables, "ingest", servers.Mail, "--json");

        (ran.ExitCode, CodeOf(ran)).Should().Be((1, "connection"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_exit_code_1_and_nothing_is_left_on_the_sandbox()
    {
        await using var sandbox = await Servers.SandboxAsync();
        var variables = servers.Variables(sandbox);
        variables["DOLIBARR_CHANGESETS"] = servers.Keep("a-file", [1]);

        var ran = await Ran.AgentAsync(variables, "ingest", servers.Mail, "--json");

        (ran.ExitCode, CodeOf(ran)).Should().Be((1, "changesets-unwritable"));
        Servers.Writes(sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task A_full_disk_is_exit_code_1_and_nothing_is_left_on_the_sandbox()
    {
        const string Full = "/dev/shm/agent-tests-full";
        Assert.SkipUnless(OperatingSystem.IsLinux() && await MountAsync(Full), "a file system that is full can only be mounted by root");
        try
        {
            await using var sandbox = await Servers.SandboxAsync();
            var variables = servers.Variables(sandbox);
            variables["DOLIBARR_CHANGESETS"] = Full;

            var ran = await Ran.AgentAsync(variables, "ingest", servers.Mail, "--json");

            (ran.ExitCode, CodeOf(ran)).Should().Be((1, "changesets-unwritable"));
            Servers.Writes(sandbox).Should().BeEmpty();
        }
        finally
        {
            await CommandAsync("umount", Full);
            Directory.Delete(Full);
        }
    }

    [Fact]
    public async Task A_file_without_structure_is_refused_with_what_to_do()
    {
        var ran = await Ran.AgentAsync(servers.Variables(), "ingest", servers.Keep("note.eml", System.Text.Encoding.UTF8.GetBytes("From: a@b.example\r\nSubject: hello\r\n\r\nPay 12 EUR\r\n")), "--json");

        (ran.ExitCode, CodeOf(ran)).Should().Be((4, "mail-without-file"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_exit_code_1() =>
        (await Ran.AgentAsync(servers.Variables(), "ingest", Path.Combine(servers.Folder, "none.eml"), "--json")).ExitCode.Should().Be(1);

    [Fact]
    public async Task All_faults_of_the_configuration_come_in_one_message()
    {
        var ran = await Ran.AgentAsync(new Dictionary<string, string> { ["DOLIBARR_TARGET"] = "sandbox", ["DOLIBARR_PROD_URL"] = "http://erp.example" }, "ingest", servers.Mail);

        ran.ExitCode.Should().Be(1);
        ran.Errors.Should().Contain("DOLIBARR_SANDBOX_URL").And.Contain("DOLIBARR_SANDBOX_API_KEY").And.Contain("DOLIBARR_PROD_URL");
    }

    [Fact]
    public async Task The_log_is_compact_JSON_beside_the_changesets_and_holds_no_key()
    {
        await using var sandbox = await Servers.SandboxAsync();
        var variables = servers.Variables(sandbox);

        var ran = await Ran.AgentAsync(variables, "ingest", servers.Mail, "--verbose");

        var log = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(variables["DOLIBARR_CHANGESETS"], "logs"), "agent-*.log").Should().ContainSingle().Subject, TestContext.Current.CancellationToken);
        log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().OnlyContain(line => IsJson(line));
        log.Should().Contain("/api/index.php/supplierinvoices").And.NotContain("sandbox-agent-key").And.NotContain("FR7630006000011234567890189");
        ran.Errors.Should().Contain("POST").And.NotContain("sandbox-agent-key");
    }

    private static string CodeOf(Ran ran) => ran.Json.GetProperty("problems")[0].GetProperty("code").GetString()!;

    private static bool IsJson(string line) => JsonDocument.Parse(line).RootElement.TryGetProperty("@t", out _);

    private static async Task<bool> MountAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        if (await CommandAsync("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder) != 0)
        {
            Directory.Delete(folder);
            return false;
        }
        return true;
    }

    private static async Task<int> CommandAsync(string name, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(name, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
