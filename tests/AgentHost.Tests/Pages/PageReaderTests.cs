using System.Diagnostics;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;
using DolibarrAgent.Readers;
using DolibarrAgent.Samples;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>Pages are read by a process of their own: whatever a file does to its reader, this process goes on.</summary>
public sealed class PageReaderTests
{
    private static readonly string[] Kept = ["PATH", "HOME", "DOTNET_ROOT"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_environment_holds_no_key()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A process's environment is looked at in /proc.");
        var variables = Variables();
        variables["DOLIBARR_SANDBOX_API_KEY"] = "secret-of-sandbox";
        variables["DOLIBARR_PROD_API_KEY"] = "secret-of-prod";
        variables["DOLIBARR_PROD_WRITE_API_KEY"] = "secret-of-writing";
        variables["OPENAI_API_KEY"] = "secret-of-model";
        using var reader = new PageReader(Program, variables, PageReader.Usual);
        var others = Readers();
        (await reader.ReadAsync(PrintedPages.Invoice(), Cancel)).Should().BeOfType<PagesRead.Done>();

        var environment = await File.ReadAllTextAsync($"/proc/{Readers().Except(others).Single()}/environ", Cancel);

        environment.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0])
            .Should().BeSubsetOf(["PATH", "HOME", "TMPDIR", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_GCHeapHardLimit",
                "DOTNET_EnableDiagnostics"]);
        environment.Should().NotContain("secret");
    }

    [Fact]
    public async Task A_reader_that_was_killed_is_followed_by_another()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Its number is found in /proc.");
        using var reader = Real(PageReader.Usual);
        var others = Readers();
        await reader.ReadAsync(PrintedPages.Invoice(), Cancel);

        using (var process = Process.GetProcessById(Readers().Except(others).Single()))
        {
            process.Kill();
            await process.WaitForExitAsync(Cancel);
        }
        var first = await reader.ReadAsync(PrintedPages.Invoice(), Cancel);

        first.Should().BeOfType<PagesRead.Refused>().Which.Reason.Code.Text.Should().StartWith("pages-");
        (await reader.ReadAsync(PrintedPages.Invoice(), Cancel)).Should().BeOfType<PagesRead.Done>();
    }

    [Theory]
    [InlineData("exit 1", "pages-unreadable")]
    [InlineData("cat > /dev/null & echo this is not an answer; wait", "pages-unreadable")]
    [InlineData("printf '\\000\\000\\000\\002{}'; cat > /dev/null", "pages-unreadable")]
    [InlineData("printf '\\177\\377\\377\\377'; cat /dev/zero", "pages-unreadable")]
    public async Task A_reader_that_does_not_answer_rightly_has_read_nothing(string script, string code)
    {
        using var reader = Script(script, new ReaderLimits { Time = TimeSpan.FromMinutes(10), AnswerBytes = 1 << 20 });

        (await reader.ReadAsync(PrintedPages.Invoice(), Cancel)).Should().BeOfType<PagesRead.Refused>().Which.Reason.Code.Text.Should()
            .StartWith(code);
    }

    [Theory]
    [InlineData("while :; do :; done")]
    [InlineData("sleep 600")]
    [InlineData("cat /dev/zero >&2")]
    public async Task A_reader_that_does_not_answer_in_its_time_has_read_nothing(string script)
    {
        using var reader = Script(script, new ReaderLimits { ProcessorTime = TimeSpan.FromSeconds(2), Time = TimeSpan.FromSeconds(5) });

        (await reader.ReadAsync(PrintedPages.Invoice(), Cancel)).Should().BeOfType<PagesRead.Refused>().Which.Reason.Code.Should()
            .Be(Codes.PagesTooSlow);
    }

    [Fact]
    public async Task A_reader_that_is_not_there_is_said()
    {
        using var reader = new PageReader("/nowhere/agent", Variables(), PageReader.Usual);

        (await reader.ReadAsync(PrintedPages.Invoice(), Cancel)).Should().BeOfType<PagesRead.Refused>().Which.Reason.Message.Should()
            .Contain("/nowhere/agent");
    }

    private static string Program => Path.Combine(Ran.Folder, "agent");

    private static PageReader Real(ReaderLimits limits) => new(Program, Variables(), limits);

    private static PageReader Script(string commands, ReaderLimits limits)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("pages-").FullName, "reader");
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return new PageReader(path, Variables(), limits);
    }

    private static Dictionary<string, string?> Variables() =>
        Kept.ToDictionary(name => name, Environment.GetEnvironmentVariable, StringComparer.Ordinal);

    /// <summary>The processes that this one has started to read pages.</summary>
    private static List<int> Readers() =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(IsReader),
    ];

    private static bool IsReader(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Contains(PageReader.Argument, StringComparison.Ordinal)
                && File.ReadAllText($"/proc/{process}/stat")
                    .Split(')')[^1].Split(' ')[2] == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        }
        // It has ended meanwhile.
        catch (IOException)
        {
            return false;
        }
    }
}
