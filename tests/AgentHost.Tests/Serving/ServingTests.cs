using System.Text.Json;
using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using static DolibarrAgent.AgentHost.Tests.Runs;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary><c>agent mcp</c>: the real program, and a client of the protocol.</summary>
public sealed class ServingTests(Servers servers)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tools_are_the_plugins_functions_as_they_were_reviewed_under_the_names_that_the_skill_gives_them()
    {
        await using var served = await Served.StartAsync(servers.Variables());

        var tools = await served.Client.ListToolsAsync(cancellationToken: Cancel);

        var reviewed = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "tools.approved.json"), Cancel))!.AsArray().Select(t => t!["function"]!).ToList();
        tools.Select(t => $"dolibarr-{t.Name}: {t.Description}").Should().Equal(reviewed.Select(f => $"{f["name"]}: {f["description"]}"));
        tools.Zip(reviewed).Where(pair => !JsonNode.DeepEquals(JsonNode.Parse(pair.First.JsonSchema.GetRawText()), pair.Second["parameters"])).Select(pair => $"{pair.First.Name}: {pair.First.JsonSchema}").Should().BeEmpty();
    }

    [Fact]
    public async Task The_client_is_told_the_skills_own_text_and_of_the_mail_nothing_but_a_handle()
    {
        await using var served = await Served.StartAsync(servers.Variables(), "--email", servers.Mail);

        served.Client.ServerInstructions.Should().StartWith("# Writing to Dolibarr").And.ContainAll("references/refusals.md", "Documents given to you: doc1. Read them with read_email.").And.NotContain("F-2026-1").And.NotContain("invoice.eml");
    }

    [Fact]
    public async Task An_invoice_is_entered_to_a_finished_changeset_that_says_that_a_client_brought_the_model()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var served = await Served.StartAsync(servers.Variables(sandbox), "--email", servers.Mail);

        var mail = await served.DoneAsync("read_email");
        await served.DoneAsync("enter_invoice", ("invoice", mail.GetProperty("invoices")[0].GetProperty("invoice").GetString()!));
        await served.DoneAsync("finish_changeset");
        var ran = await served.EndAsync();

        ran.ExitCode.Should().Be(0, ran.Errors);
        var changeset = await LoadAsync(ran.Errors.Split("Recorded: ")[1].Split('\n')[0]);
        (changeset.State, changeset.Operations.Length, changeset.Recorded.Model).Should().Be((ChangesetState.Finished, 4, "of an MCP client"));
        changeset.Evidence.OfType<Evidence.Email>().Should().ContainSingle();
        changeset.Evidence.OfType<Evidence.Instruction>().Should().BeEmpty("nobody's words came");
        servers.Prod.Requests.Should().OnlyContain(r => r.Method == "GET");
    }

    [Fact]
    public async Task A_refusal_is_an_error_of_the_tool_with_code_and_remedy()
    {
        await using var served = await Served.StartAsync(servers.Variables());

        (await served.RefusedAsync("get_object", ("resource", "thirdparty"), ("id", "op9"))).Should().Be(("unknown-handle", "Give an id that a find function returned."));
    }

    [Theory]
    [InlineData("company_name", "unknown-argument")]
    [InlineData("target", "target-is-fixed")]
    public async Task An_argument_that_is_none_is_refused_and_nothing_is_done(string argument, string code)
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var served = await Served.StartAsync(servers.Variables(sandbox));

        (await served.RefusedAsync("create_third_party", ("name", "Dupont"), (argument, "x"))).Code.Should().Be(code);

        Servers.Writes(sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task Two_arguments_with_one_name_but_for_its_case_are_refused()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var served = await Served.StartAsync(servers.Variables(sandbox));

        await served.Invoking(s => s.CallAsync("create_third_party", ("name", "Dupont"), ("NAME", "Durand"))).Should().ThrowAsync<McpException>();

        Servers.Writes(sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task No_tool_enters_bank_details_and_the_client_is_told_who_does()
    {
        await using var served = await Served.StartAsync(servers.Variables());

        var tools = await served.Client.ListToolsAsync(cancellationToken: Cancel);

        tools.Select(t => t.Name + t.JsonSchema).Should().NotContain(text => text.Contains("iban", StringComparison.OrdinalIgnoreCase) || text.Contains("bank", StringComparison.OrdinalIgnoreCase));
        served.Client.ServerInstructions.Should().Contain("A person does, with `agent set-iban`");
    }

    [Fact]
    public async Task No_more_is_written_than_may_be()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var served = await Served.StartAsync(servers.Variables(sandbox), "--writes", "1");
        await served.DoneAsync("create_third_party", ("name", "Dupont"));

        (await served.RefusedAsync("create_third_party", ("name", "Durand"))).Code.Should().Be("bound-writes");

        Servers.Writes(sandbox).Should().ContainSingle();
    }

    [Fact]
    public async Task Nothing_but_the_protocol_is_on_standard_output()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var served = await Served.StartAsync(servers.Variables(sandbox), "--email", servers.Mail, "--verbose");
        await served.DoneAsync("enter_invoice", ("invoice", "invoice1"));
        await served.RefusedAsync("create_third_party");
        await served.DoneAsync("discard_changeset");

        var ran = await served.EndAsync();

        ran.Output.Should().EndWith("\n");
        ran.JsonLines.Should().HaveCountGreaterThan(3).And.OnlyContain(line => line.GetProperty("jsonrpc").GetString() == "2.0");
        ran.Errors.Should().ContainAll("> enter_invoice invoice=invoice1", "< refused: ", "Discarded: ");
    }

    [Fact]
    public async Task Calls_that_come_at_once_are_done_one_at_a_time()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var held = new HeldFront(sandbox.Address);
        await using var served = await Served.StartAsync(With(sandbox, held));

        var first = served.CallAsync("create_third_party", ("name", "Dupont"));
        await held.Came;
        var second = served.CallAsync("create_third_party", ("name", "Durand"));
        // Read behind the second call: when it is answered, that one has come.
        await served.Client.ListToolsAsync(cancellationToken: Cancel);
        held.Release();
        var results = await Task.WhenAll(first, second);

        results.Should().OnlyContain(r => r.IsError != true);
        var ran = await served.EndAsync();
        ran.Errors.Split('\n').Where(line => line.StartsWith("> ", StringComparison.Ordinal) || line.StartsWith("< ", StringComparison.Ordinal)).Select(line => line[..5])
            .Should().Equal("> cre", "< op1", "> cre", "< op2");
    }

    [Fact]
    public async Task A_client_that_goes_in_the_middle_leaves_a_readable_changeset_with_what_had_begun_and_nothing_else()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var held = new HeldFront(sandbox.Address, "POST ");
        await using var served = await Served.StartAsync(With(sandbox, held));

        _ = served.CallAsync("create_third_party", ("name", "Dupont"));
        await held.Came;
        _ = served.CallAsync("create_third_party", ("name", "Durand"));
        served.Close();
        await served.HearAsync("The client has closed its end");
        held.Release();
        var ran = await served.EndedAsync();

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Errors.Should().Contain("still open").And.Contain("< refused: stopped");
        var path = ran.Errors.Split("agent discard ")[1].Split('\n')[0];
        var changeset = await LoadAsync(path);
        (changeset.State, changeset.Operations.Single().Asked.TextOf("name")).Should().Be((ChangesetState.Open, "Dupont"));
    }

    [Fact]
    public async Task A_client_that_goes_in_the_middle_of_a_call_of_several_writes_leaves_the_one_that_had_begun_and_no_other()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var held = new HeldFront(sandbox.Address, "POST ");
        await using var served = await Served.StartAsync(With(sandbox, held), "--email", servers.Mail);

        _ = served.CallAsync("enter_invoice", ("invoice", "invoice1"));
        await held.Came;
        served.Close();
        await served.HearAsync("The client has closed its end");
        held.Release();
        var ran = await served.EndedAsync();

        Servers.Writes(sandbox).Should().ContainSingle();
        ran.Errors.Should().ContainAll("< refused: stopped", "op1 (create thirdparty) is done and recorded; nothing after that begins", "still open");
        var changeset = await LoadAsync(ran.Errors.Split("agent discard ")[1].Split('\n')[0]);
        (changeset.State, changeset.Operations.Length).Should().Be((ChangesetState.Open, 1));
    }

    [Fact]
    public async Task A_call_that_the_client_cancels_begins_no_other_write_and_the_session_goes_on()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var held = new HeldFront(sandbox.Address, "POST ");
        await using var served = await Served.StartAsync(With(sandbox, held), "--email", servers.Mail);
        using var call = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var entering = served.Client.CallToolAsync("enter_invoice", new Dictionary<string, object?> { ["invoice"] = "invoice1" }, cancellationToken: call.Token).AsTask();
        await held.Came;
        await call.CancelAsync();
        // Read behind the cancellation: when it is answered, that one has come.
        await served.Client.ListToolsAsync(cancellationToken: Cancel);
        held.Release();
        var shown = await served.DoneAsync("show_changeset");

        await entering.Invoking(async e => await e).Should().ThrowAsync<OperationCanceledException>();
        Servers.Writes(sandbox).Should().ContainSingle();
        shown.GetRawText().Should().Contain("op1").And.NotContain("op2");
        (await served.DoneAsync("discard_changeset")).TryGetProperty("left_behind", out _).Should().BeFalse();
    }

    [Fact]
    public async Task A_program_that_is_asked_to_end_does_though_the_client_stays_and_says_what_is_open()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var served = await Served.StartAsync(servers.Variables(sandbox));
        await served.DoneAsync("create_third_party", ("name", "Dupont"));

        await served.TerminateAsync();
        var ran = await served.EndedAsync();

        ran.ExitCode.Should().Be(4, ran.Errors);
        (await LoadAsync(ran.Errors.Split("agent discard ")[1].Split('\n')[0])).State.Should().Be(ChangesetState.Open);
    }

    private Dictionary<string, string> With(Simulator.SimulatedDolibarr sandbox, HeldFront held) => new(servers.Variables(sandbox)) { ["DOLIBARR_SANDBOX_URL"] = held.Address.ToString() };
}
