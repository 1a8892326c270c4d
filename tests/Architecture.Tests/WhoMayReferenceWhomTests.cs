namespace DolibarrAgent.Architecture.Tests;

public class WhoMayReferenceWhomTests
{
    /// <summary>The table of the design. A project that is not in it has no place yet.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Changesets"] = [],
        ["Resources"] = ["Changesets"],
        ["Settings"] = ["Changesets"],
        ["Dolibarr"] = ["Changesets", "Resources", "Settings"],
        ["Readers"] = [],
        ["Intake"] = ["Changesets", "Readers"],
        ["Mailboxes"] = ["Changesets", "Settings"],
        ["Simulator"] = [],
        ["Demo"] = [],
        ["Operations"] = ["Changesets", "Dolibarr", "Resources", "Settings"],
        ["Review"] = ["Changesets", "Resources", "Risks"],
        ["Risks"] = ["Changesets"],
        ["Recording"] = ["Changesets", "Dolibarr", "Operations", "Resources", "Settings"],
        ["DolibarrWrite"] = ["Changesets", "Dolibarr", "Operations", "Recording", "Intake", "Resources", "Review", "Risks", "Settings"],
        ["AgentHost"] =
            ["Changesets", "Dolibarr", "DolibarrWrite", "Intake", "Mailboxes", "Operations", "Readers", "Recording", "Resources", "Review",
                "Settings", "Shell"],
        ["Replay"] = ["Changesets", "Dolibarr", "Operations", "Readers", "Resources", "Review", "Risks", "Settings"],
        ["Shell"] = ["Changesets", "Resources", "Review", "Settings"],
        ["Desk"] = ["Changesets", "Replay", "Resources", "Review", "Shell"],
        ["ReplayTool"] = ["Changesets", "Desk", "Intake", "Readers", "Replay", "Resources", "Review", "Risks", "Settings", "Shell"],
    };

    public static TheoryData<string> Projects => [.. Project.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_design_allows(string name)
    {
        Allowed.Should().ContainKey(name);
        Project.All.Single(p => p.Name == name).References.Should().BeSubsetOf(Allowed[name]);
    }

    [Fact]
    public void A_reference_is_only_what_a_project_names_itself() =>
        File.ReadAllText(Path.Combine(Project.Root, "Directory.Build.props")).Should().Contain("<DisableTransitiveProjectReferences>true</DisableTransitiveProjectReferences>");

    [Fact]
    public void What_replays_is_not_in_the_agents_folder()
    {
        var output = Directory.GetFiles(Project.OutputOf("AgentHost")).Select(Path.GetFileName).ToList();

        output.Should().Contain("DolibarrAgent.Recording.dll", "the folder is the agent's").And
            .NotContain("DolibarrAgent.Replay.dll").And.NotContain("DolibarrAgent.Desk.dll");
    }
}
