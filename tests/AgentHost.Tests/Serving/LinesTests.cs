using System.Text.Json;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>Lines that are not messages: answered with an error, and serving goes on.</summary>
public sealed class LinesTests(Servers servers)
{
    private const string Ping = """{"jsonrpc":"2.0","id":7,"method":"ping"}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{", -32700)]
    [InlineData("hello", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("{\"id\":1,\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", -32600)]
    public async Task One_that_is_not_a_message_is_answered_with_an_error_without_an_id(string line, int code)
    {
        var lines = await AnswersAsync($"{line}\n{Ping}\n");

        lines.Where(IsError).Select(CodeOf).Should().Equal(code);
        lines.Single(IsError).GetProperty("id").ValueKind.Should().Be(JsonValueKind.Null);
        lines.Should().Contain(answer => IsAnswerTo(7, answer), "serving goes on");
    }

    [Fact]
    public async Task One_that_is_too_long_is_answered_with_an_error_and_skipped()
    {
        var lines = await AnswersAsync(Ping.Replace("7", "6", StringComparison.Ordinal).Replace("}", $",\"params\":{{\"x\":\"{new string('x', 33 * 1024 * 1024)}\"}}}}", StringComparison.Ordinal) + $"\n{Ping}\n");

        lines.Where(IsError).Select(CodeOf).Should().Equal(-32600);
        lines.Should().Contain(answer => IsAnswerTo(7, answer)).And.NotContain(answer => IsAnswerTo(6, answer));
    }

    [Fact]
    public async Task Blank_lines_a_mark_at_the_beginning_and_carriage_returns_are_not_errors()
    {
        var lines = await AnswersAsync($"\uFEFF\r\n \n{Ping.Replace(",", ",\r", StringComparison.Ordinal)}\r\n");

        lines.Should().ContainSingle().Which.Should().Match<JsonElement>(answer => IsAnswerTo(7, answer));
    }

    /// <summary>What is answered until the last message is.</summary>
    private async Task<IReadOnlyList<JsonElement>> AnswersAsync(string typed)
    {
        using var process = Ran.Start(servers.Variables(), "mcp");
        var writing = process.StandardInput.WriteAsync(typed.AsMemory(), Cancel);
        var lines = new List<JsonElement>();
        while (!lines.Exists(answer => IsAnswerTo(7, answer)) && await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            lines.Add(JsonDocument.Parse(line).RootElement);
        }
        await writing;
        await Ran.EndAsync(process);
        return lines;
    }

    private static bool IsError(JsonElement answer) => answer.TryGetProperty("error", out _);

    private static int CodeOf(JsonElement answer) => answer.GetProperty("error").GetProperty("code").GetInt32();

    private static bool IsAnswerTo(int id, JsonElement answer) => answer.TryGetProperty("result", out _) && answer.GetProperty("id").ValueKind == JsonValueKind.Number && answer.GetProperty("id").GetInt32() == id;
}
