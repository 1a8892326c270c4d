using System.Text.RegularExpressions;

namespace DolibarrAgent.Architecture.Tests;

public partial class HabitsTests
{
    /// <summary>What is not to be called, and what to use instead.</summary>
    private static readonly Dictionary<string, string> Banned = new(StringComparer.Ordinal)
    {
        ["System.DateTime::get_Now"] = "a TimeProvider",
        ["System.DateTime::get_UtcNow"] = "a TimeProvider",
        ["System.DateTime::get_Today"] = "a TimeProvider",
        ["System.DateTimeOffset::get_Now"] = "a TimeProvider",
        ["System.DateTimeOffset::get_UtcNow"] = "a TimeProvider",
        ["System.Threading.Thread::Sleep"] = "Task.Delay with a TimeProvider",
        ["System.Environment::GetEnvironmentVariable"] = "the variables that the program was given",
    };

    private static readonly string[] Programs = ["AgentHost", "ReplayTool", "Simulator", "Demo"];

    /// <summary>What the two programs share may ask the console for its streams, and what is behind them.</summary>
    private static readonly string[] AskedOfTheConsole =
    [
        "get_IsErrorRedirected", "get_IsInputRedirected", "get_IsOutputRedirected", "get_WindowWidth",
        "OpenStandardError", "OpenStandardInput", "OpenStandardOutput",
    ];

    public static TheoryData<string> Projects => [.. Project.All.Select(p => p.Name)];

    public static TheoryData<string> Libraries => [.. Project.All.Select(p => p.Name).Except(Programs)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Nothing_that_is_banned_is_called(string name) => Project.MembersNamedBy(AssemblyOf(name)).Should().NotContain(Banned.Keys);

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_prints_nothing(string name) =>
        Project.MembersNamedBy(AssemblyOf(name)).Where(m => m.StartsWith("System.Console::", StringComparison.Ordinal))
            .Except(name == "Shell" ? AskedOfTheConsole.Select(member => $"System.Console::{member}") : []).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_public_type_says_what_it_is(string name)
    {
        var silent = Project.All.Single(p => p.Name == name).Sources.SelectMany(file =>
        {
            var lines = File.ReadAllLines(file);
            return Enumerable.Range(0, lines.Length)
                .Where(i => PublicType().IsMatch(lines[i]))
                .Where(i => !lines[..i].Reverse().SkipWhile(l => l.StartsWith('[') || l.StartsWith("//", StringComparison.Ordinal) && !l.StartsWith("///", StringComparison.Ordinal)).First().StartsWith("///", StringComparison.Ordinal))
                .Select(i => $"{Path.GetFileName(file)}:{i + 1} {lines[i]}");
        });
        silent.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_file_is_one_idea_and_fits_it(string name) =>
        Project.All.Single(p => p.Name == name).Sources.Where(file => File.ReadLines(file).Count() > 260).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_type_is_called_by_what_it_is_not(string name) =>
        Project.All.Single(p => p.Name == name).Sources.Where(file => Vague().IsMatch(Path.GetFileNameWithoutExtension(file))).Should().BeEmpty();

    internal static string AssemblyOf(string name) => name switch
    {
        "AgentHost" => Path.Combine(Project.OutputOf(name), "agent.dll"),
        "ReplayTool" => Path.Combine(Project.OutputOf(name), "replay.dll"),
        "Simulator" => Path.Combine(Project.OutputOf(name), "simulator.dll"),
        "Demo" => Path.Combine(Project.OutputOf(name), "demo.dll"),
        _ => Path.Combine(Project.OutputOf(name), $"DolibarrAgent.{name}.dll"),
    };

    [GeneratedRegex(@"^public (?:sealed |static |abstract |partial |readonly )*(?:class|record|enum|interface|struct) ")]
    private static partial Regex PublicType();

    [GeneratedRegex("Helper|Manager|Util")]
    private static partial Regex Vague();
}
