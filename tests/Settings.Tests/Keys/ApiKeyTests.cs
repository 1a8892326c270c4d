using System.Text.Json;

namespace DolibarrAgent.Settings.Tests;

public class ApiKeyTests
{
    [Theory]
    [InlineData("with space")]
    [InlineData("line\n")]
    [InlineData("\tkey")]
    [InlineData("kéy")]
    [InlineData("key\u200b")]
    [InlineData("key\u0000")]
    public void A_key_with_a_space_or_a_control_character_is_a_problem_that_does_not_repeat_it(string text)
    {
        var problem = ApiKey.Read("K", text).AllProblems.Should().ContainSingle().Subject;
        problem.Code.Text.Should().Be("key-malformed");
        problem.ToString().Should().NotContain(text);
    }

    [Fact]
    public void An_empty_key_is_missing() => ApiKey.Read("K", "").AllProblems.Should().ContainSingle().Which.Code.Text.Should().Be("key-missing");

    [Fact]
    public void A_key_never_prints()
    {
        var key = Known.Key();
        var endpoint = new Endpoint(Instance.Of("erp"), Known.Server("https://erp.example.com"), key);
        string[] printed = [key.ToString(), $"{key}", $"{endpoint}", JsonSerializer.Serialize(key)];
        printed.Should().AllSatisfy(text => text.Should().NotContain(Known.Secret));
    }

    [Fact]
    public void A_key_is_taken_out_of_a_text_as_it_is_and_as_it_stands_in_a_url() =>
        Known.Key().RedactFrom($"a {Known.Secret} b {Uri.EscapeDataString(Known.Secret)} c").Should().Be("a [key] b [key] c");
}
