namespace DolibarrAgent.Architecture.Tests;

/// <summary>Leave to write is made in two places, and the transport's permit in one. Read from the built code.</summary>
public class WhoMayWriteTests
{
    [Theory]
    [InlineData("DolibarrAgent.Operations.Grant::.ctor", "DolibarrAgent.Recording.dll", "DolibarrAgent.Replay.dll")]
    [InlineData("DolibarrAgent.Dolibarr.WritePermit::.ctor", "DolibarrAgent.Operations.dll")]
    [InlineData("DolibarrAgent.Dolibarr.DolibarrWriter::Open", "DolibarrAgent.Operations.dll")]
    public void It_is_made_nowhere_else(string member, params string[] makers) => Naming(member).Should().Equal(makers);

    [Theory]
    [InlineData("DolibarrAgent.Settings.ProgramSettings::get_ProdForWriting")]
    [InlineData("DolibarrAgent.Settings.SettingsNeeds::get_Confirm")]
    public void The_agents_side_asks_for_no_endpoint_that_writes_to_prod_and_reads_none(string member) =>
        Naming(member).Should().Equal("DolibarrAgent.Replay.dll");

    [Theory]
    [InlineData("DolibarrAgent.Settings.ApiKey::Reveal")]
    [InlineData("DolibarrAgent.Settings.ApiKey::RedactFrom")]
    public void Only_the_client_reads_a_key(string member) => Naming(member).Should().Equal("DolibarrAgent.Dolibarr.dll");

    private static IEnumerable<string> Naming(string member) => new[] { "AgentHost", "ReplayTool" }
        .SelectMany(project => Directory.GetFiles(Project.OutputOf(project), "*.dll"))
        .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("DolibarrAgent.", StringComparison.Ordinal) || name is "agent.dll" or "replay.dll"))
        .Where(file => Project.MembersNamedBy(file).Contains(member))
        .Select(file => Path.GetFileName(file)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
