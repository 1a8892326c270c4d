using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Simulator;
using static DolibarrAgent.AgentHost.Tests.Runs;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>An endpoint that fails: a call of the model is made again a few times, a function never, and the end is clean.</summary>
public sealed class EndpointFailsTests(Servers servers)
{
    private static readonly Func<JsonNode, Reply> Creates = _ => Reply.Calls("create_third_party", new() { ["name"] = "Dupont", ["siren"] = "303265045" });

    public static TheoryData<string, string> Failures => new()
    {
        { "cut", "model-cut" },
        { "cut in a call", "model-cut" },
        { "ends without an end", "model-cut" },
        { "500", "model-error" },
        { "429", "model-busy" },
        { "garbage", "model-garbled" },
        { "not JSON", "model-garbled" },
        { "empty", "model-empty" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task One_that_goes_on_failing_is_given_up_with_the_changeset_intact(string failure, string code)
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var endpoint = new ScriptedEndpoint(Creates, _ => Failing(failure));

        var ran = await RunAsync(endpoint, sandbox, "Create Dupont.", "--json");

        (ran.ExitCode, Codes(ran)[0]).Should().Be((1, code), ran.Errors);
        endpoint.Requests.Should().HaveCount(4, "the call that failed is made three times in all");
        Codes(ran).Should().Contain("changeset-open");
        var changeset = await LoadAsync(ran);
        (changeset.State, changeset.Operations.Length).Should().Be((ChangesetState.Open, 1));
        Servers.Writes(sandbox).Should().ContainSingle("what was done is not done again");
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("cut in a call")]
    [InlineData("500")]
    [InlineData("429")]
    public async Task One_that_recovers_is_worked_on_with(string failure)
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var endpoint = new ScriptedEndpoint(Creates, _ => Failing(failure), _ => Reply.Calls("finish_changeset"), _ => Failing(failure), _ => Reply.Says("Created."));

        var ran = await RunAsync(endpoint, sandbox, "Create Dupont.", "--json");

        (ran.ExitCode, ran.Json.GetProperty("state").GetString(), ran.Json.GetProperty("said").GetString()).Should().Be((0, "finished", "Created."), ran.Errors);
        Servers.Writes(sandbox).Should().ContainSingle();
    }

    [Theory]
    [InlineData(401, "model-key-refused")]
    [InlineData(404, "model-not-found")]
    [InlineData(400, "model-refused")]
    [InlineData(307, "model-redirects")]
    public async Task What_would_fail_again_is_not_tried_again_and_no_key_is_printed(int status, string code)
    {
        await using var endpoint = new ScriptedEndpoint(_ => Reply.Fails(status, $"no: {ScriptedEndpoint.Key} \u001b[31m", status == 307 ? "Location: http://127.0.0.1:9/v1\r\n" : ""));

        var variables = endpoint.With(servers.Variables());
        var ran = await Ran.AgentAsync(variables, "run", "Do it.", "--json", "--verbose");

        (ran.ExitCode, Codes(ran).Single()).Should().Be((1, code), ran.Errors);
        endpoint.Requests.Should().ContainSingle();
        endpoint.Heads.Single().Should().Contain(ScriptedEndpoint.Key, "the endpoint itself gets it");
        (ran.Output + ran.Errors + await LogAsync(variables)).Should().NotContain(ScriptedEndpoint.Key).And.NotContain("\u001b");
    }

    [Fact]
    public async Task A_stream_that_never_ends_is_ended_by_the_time_or_the_tokens()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var silent = new ScriptedEndpoint(Creates, _ => Reply.Stream([": still there\n\n"]) with { Hangs = true });
        await using var talking = new ScriptedEndpoint(Creates, _ => Reply.Stream([Reply.Chunk(new JsonObject { ["content"] = "on and on " })]) with { Endless = true });

        var time = await RunAsync(silent, sandbox, "Create Dupont.", "--seconds", "15", "--json");
        var tokens = await RunAsync(talking, await Servers.SandboxAsync(), "Create Dupont.", "--tokens", "2000", "--json");

        ((time.ExitCode, Codes(time)[0]), (tokens.ExitCode, Codes(tokens)[0])).Should().Be(((4, "bound-time"), (4, "bound-tokens")), time.Errors);
        (await LoadAsync(time)).Operations.Should().ContainSingle();
        (await LoadAsync(tokens)).Operations.Should().ContainSingle();
    }

    [Fact]
    public async Task A_run_that_a_person_stops_ends_as_cleanly()
    {
        await using var sandbox = await Servers.SandboxAsync();
        var asked = new TaskCompletionSource();
        await using var endpoint = new ScriptedEndpoint(Creates, _ =>
        {
            asked.SetResult();
            return Reply.Stream([": still there\n\n"]) with { Hangs = true };
        });

        var ran = await Ran.AgentEndedAsync(endpoint.With(servers.Variables(sandbox)), asked.Task, "run", "Create Dupont.", "--json");

        (ran.ExitCode, Codes(ran)[0]).Should().Be((4, "stopped"), ran.Errors);
        (await LoadAsync(ran)).Operations.Should().ContainSingle();
    }

    [Fact]
    public async Task One_that_asks_to_wait_longer_than_there_is_time_is_not_waited_for()
    {
        await using var endpoint = new ScriptedEndpoint(_ => Reply.Fails(429, "later", "Retry-After: 3600\r\n"));

        var ran = await Ran.AgentAsync(endpoint.With(servers.Variables()), "run", "Do it.", "--json");

        (ran.ExitCode, Codes(ran).Single()).Should().Be((1, "model-busy"));
        endpoint.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task One_that_is_not_there_is_said_to_be_unreachable()
    {
        var variables = new Dictionary<string, string>(servers.Variables()) { ["OPENAI_BASE_URL"] = "http://127.0.0.1:9/v1", ["OPENAI_API_KEY"] = "k", ["AGENT_MODEL"] = "m", ["HTTP_PROXY"] = "http://127.0.0.1:1" };

        var ran = await Ran.AgentAsync(variables, "run", "Do it.", "--json");

        (ran.ExitCode, Codes(ran).Single()).Should().Be((1, "model-unreachable"), ran.Errors);
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_configuration_comes_together()
    {
        var ran = await Ran.AgentAsync(new Dictionary<string, string> { ["DOLIBARR_TARGET"] = "sandbox", ["OPENAI_BASE_URL"] = "http://models.example/v1?x", ["OPENAI_API_KEY"] = "two words" }, "run", "Do it.", "--email", "/no/such.eml", "--json");

        ran.ExitCode.Should().Be(1);
        ran.Json.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("code").GetString())
            .Should().Contain(["url-missing", "key-missing", "model-url-not-https", "model-url-with-query", "model-key-malformed", "model-missing", "file-missing"]);
        ran.Errors.Should().NotContain("two words");
    }

    [Fact]
    public async Task A_Dolibarr_is_not_a_model()
    {
        var variables = servers.Variables();
        var ran = await Ran.AgentAsync(new Dictionary<string, string>(variables) { ["OPENAI_BASE_URL"] = variables["DOLIBARR_PROD_URL"], ["OPENAI_API_KEY"] = "k", ["AGENT_MODEL"] = "m" }, "run", "Do it.", "--json");

        ran.ExitCode.Should().Be(1);
        ran.Errors.Should().Contain("model-url-is-erp");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("chat")]
    public async Task With_the_target_at_prod_the_model_is_not_even_called(string command)
    {
        await using var endpoint = new ScriptedEndpoint(GoodTurns);
        var variables = endpoint.With(servers.Variables());
        variables["DOLIBARR_TARGET"] = "prod";

        var ran = await Ran.AgentTypedToAsync(variables, "Do it.\n", command == "run" ? ["run", "Do it."] : ["chat"]);

        ran.ExitCode.Should().Be(4);
        ran.Errors.Should().Contain("target-is-prod");
        endpoint.Requests.Should().BeEmpty();
    }

    private static Reply Failing(string how) => how switch
    {
        "cut" => Reply.Says("I was about to say something long").CutAfter(3),
        "cut in a call" => Reply.Calls("create_third_party", new() { ["name"] = "Twice" }).CutAfter(4),
        "ends without an end" => Reply.Stream([Reply.Chunk(new JsonObject { ["content"] = "half of" })]),
        "500" => Reply.Fails(500, "internal"),
        "429" => Reply.Fails(429, "slow down", "Retry-After: 1\r\n"),
        "garbage" => Reply.Stream(["data: {\"choices\": 7\n\n", "data: [DONE]\n\n"]),
        "not JSON" => new Reply(200, "application/json", ["<html>a proxy says hello</html>"]),
        "empty" => Reply.Stream(["data: [DONE]\n\n"]),
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    private Task<Ran> RunAsync(ScriptedEndpoint endpoint, SimulatedDolibarr sandbox, params string[] arguments) =>
        Ran.AgentAsync(endpoint.With(servers.Variables(sandbox)), ["run", .. arguments]);

    private static async Task<string> LogAsync(Dictionary<string, string> variables) =>
        string.Concat(await Task.WhenAll(Directory.GetFiles(Path.Combine(variables["DOLIBARR_CHANGESETS"], "logs")).Select(file => File.ReadAllTextAsync(file))));
}
