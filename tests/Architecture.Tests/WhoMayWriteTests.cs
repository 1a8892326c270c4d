namespace DolibarrAgent.Architecture.Tests;

/// <summary>Leave to write is made in two places, and the transport's permit in one. Read from the built code.</summary>
public class WhoMayWriteTests
{
    [Theory]
    [InlineData("DolibarrAgent.Operations.Grant::.ctor", "DolibarrAgent.Recording.dll", "DolibarrAgent.Replay.dll")]
    [InlineData("DolibarrAgent.Dolibarr.WritePermit::.ctor", "DolibarrAgent.Operations.dll")]
    [InlineData("DolibarrAgent.Dolibarr.DolibarrWriter::Open", "DolibarrAgent.Operations.dll")]
    public void It_is_made_nowhere_else(string member, params string[] makers) => Naming(member).Should().Equal(makers);

    [Fact]
    public void The_agents_side_reads_no_endpoint_that_writes_to_prod() =>
        Naming("DolibarrAgent.Dolibarr.Settings::get_ProdForWriting").Should().Equal("DolibarrAgent.Replay.dll");

    private static IEnumerable<string> Naming(string member) => new[] { "AgentHost", "ReplayTool" }
        .SelectMany(project => Directory.GetFiles(Project.OutputOf(project), "*.dll"))
        .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("DolibarrAgent.", StringComparison.Ordinal) || name is "agent.dll" or "replay.dll"))
        .Where(file => Project.MembersNamedBy(file).Contains(member))
        .Select(file => Path.GetFileName(file)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
