using DolibarrAgent.Intake;
using DolibarrAgent.Readers;
using DolibarrAgent.Samples;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>Files that are made to bring down whoever reads them, read by the real program as a process of its own.</summary>
[Collection(nameof(Alone))]
public sealed class HostilePagesTests
{
    private const long Flat = 150_000_000;

    private static readonly Dictionary<string, string?> Variables = new(StringComparer.Ordinal)
    {
        ["PATH"] = Environment.GetEnvironmentVariable("PATH"),
        ["HOME"] = Environment.GetEnvironmentVariable("HOME"),
        ["DOTNET_ROOT"] = Environment.GetEnvironmentVariable("DOTNET_ROOT"),
        ["DOLIBARR_SANDBOX_API_KEY"] = "secret-of-sandbox",
        ["DOLIBARR_PROD_API_KEY"] = "secret-of-prod",
        ["OPENAI_API_KEY"] = "secret-of-model",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Hostile => [.. HostileFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_file_ends_its_reader_at_most(string which)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked at in /proc.");
        var hostile = HostileFiles.All[which];
        var bytes = hostile.Make();
        await using var processes = new Descendants();
        using (var reader = new PageReader(Path.Combine(Ran.Folder, "agent"), Variables, LimitsOf(hostile)))
        {
            var read = await reader.ReadAsync(bytes, Cancel);

            var answer = read is PagesRead.Refused refused ? refused.Reason.Code.Text : HostileFile.Read;
            (await reader.ReadAsync(PrintedPages.Invoice(), Cancel)).Should()
                .BeOfType<PagesRead.Done>("the next file gets a reader that works");
            if (!hostile.Answers.IsEmpty)
            {
                answer.Should().BeOneOf(hostile.Answers);
            }
            else if (read is PagesRead.Refused)
            {
                answer.Should().StartWith("pages-");
            }
        }
        (await processes.LeftAsync()).Should().BeEmpty("what was started ends with its reader");
        processes.Environments.Should().NotBeEmpty().And.AllSatisfy(variables =>
            variables.Should().NotContain("secret").And.NotContain("DOLIBARR_"));
        processes.MostMemory.Should().BeLessThan(Flat);
    }

    private static ReaderLimits LimitsOf(HostileFile hostile) =>
        hostile.IsEndless
            ? PageReader.Usual with { ProcessorTime = TimeSpan.FromSeconds(5), Time = TimeSpan.FromSeconds(15) }
            : PageReader.Usual with { ProcessorTime = TimeSpan.FromSeconds(15), Time = TimeSpan.FromMinutes(2) };
}

/// <summary>What is held is counted for the whole process, and so is what it has started: nothing else may run beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
