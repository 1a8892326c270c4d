using DolibarrAgent.Changesets;
using static DolibarrAgent.AgentHost.Tests.Runs;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary><c>agent chat</c>, with what a person types brought by a pipe.</summary>
public sealed class ChatTests(Servers servers)
{
    [Fact]
    public async Task A_person_gives_a_file_asks_for_its_invoice_looks_at_it_and_finishes()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var endpoint = new ScriptedEndpoint(GoodTurns[0], GoodTurns[1], _ => Reply.Says("Entered; shall I finish?"));

        var ran = await Ran.AgentTypedToAsync(endpoint.With(servers.Variables(sandbox)), $"/add {servers.Mail}\nEnter the invoice.\n/show\n/finish\n/quit\n", "chat");

        ran.ExitCode.Should().Be(0, ran.Errors + ran.Output);
        ran.Output.Should().ContainAll("doc1: ", "> enter_invoice invoice=invoice1", "  Entered; shall I finish?", "F-2026-1", "Next: replay ").And.NotContain("\u001b");
        var changeset = await LoadAsync(ran.Output.Split("Recorded: ")[1].Split('\n')[0]);
        (changeset.State, changeset.Evidence.OfType<Evidence.Instruction>().Single().Text).Should().Be((ChangesetState.Finished, "Enter the invoice."));
    }

    [Fact]
    public async Task The_conversation_goes_on_and_a_failed_turn_does_not_end_it()
    {
        await using var endpoint = new ScriptedEndpoint(_ => Reply.Says("Hello."), _ => Reply.Fails(400, "too long"), request => Reply.Says($"{request["messages"]!.AsArray().Count} messages"));

        var ran = await Ran.AgentTypedToAsync(endpoint.With(servers.Variables()), "One.\nTwo.\nThree.\n", "chat");

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().ContainAll("  Hello.", "(model-refused)", "  5 messages");
    }

    [Fact]
    public async Task Whoever_leaves_with_an_open_changeset_is_told_so()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var endpoint = new ScriptedEndpoint(_ => Reply.Calls("create_third_party", new() { ["name"] = "Dupont" }), _ => Reply.Says("Created."));

        var ran = await Ran.AgentTypedToAsync(endpoint.With(servers.Variables(sandbox)), "Create Dupont.\n", "chat");

        ran.ExitCode.Should().Be(4);
        (await LoadAsync(ran.Output.Split("agent discard ")[1].Split('\n')[0])).State.Should().Be(ChangesetState.Open);
    }
}
