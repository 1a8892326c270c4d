using System.Reflection;
using System.Reflection.Emit;

namespace DolibarrAgent.EndToEnd.Tests.Attacks;

/// <summary>Code that somebody puts into a program by its environment: it does not run, and the program does not start.</summary>
public sealed class ForeignCodeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hook-").FullName;

    public static TheoryData<string, string> Programs => new() { { "ReplayTool", "replay" }, { "AgentHost", "agent" } };

    private string Trace => Path.Combine(folder, "it-ran");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_startup_hook_does_not_run(string project, string program)
    {
        var ran = await RunAsync(project, program, new() { ["DOTNET_STARTUP_HOOKS"] = Hook() });

        ran.ExitCode.Should().Be(4);
        ran.Errors.Should().Contain("DOTNET_STARTUP_HOOKS");
        File.Exists(Trace).Should().BeFalse();
    }

    [Fact]
    public async Task The_hook_of_these_tests_would_run_in_a_program_that_lets_it()
    {
        await RunAsync("Simulator", "simulator", new() { ["DOTNET_STARTUP_HOOKS"] = Hook() });

        File.Exists(Trace).Should().BeTrue();
    }

    [Theory]
    [InlineData("CORECLR_ENABLE_PROFILING", "1")]
    [InlineData("CORECLR_PROFILER", "{00000000-0000-0000-0000-000000000000}")]
    [InlineData("DOTNET_ADDITIONAL_DEPS", "/nowhere/more.deps.json")]
    [InlineData("LD_PRELOAD", "/nowhere/library.so")]
    [InlineData("LD_AUDIT", "/nowhere/library.so")]
    [InlineData("LD_LIBRARY_PATH", "/nowhere")]
    [InlineData("OPENSSL_CONF", "/nowhere/openssl.cnf")]
    [InlineData("DOTNET_DiagnosticPorts", "/nowhere/port,connect,nosuspend")]
    public async Task With_such_a_variable_neither_program_starts(string variable, string value)
    {
        foreach (var (project, program) in new[] { ("ReplayTool", "replay"), ("AgentHost", "agent") })
        {
            var ran = await RunAsync(project, program, new() { [variable] = value });

            ran.ExitCode.Should().Be(4, ran.Errors);
            ran.Errors.Should().Contain(variable).And.Contain("Unset it");
        }
    }

    private static async Task<Ran> RunAsync(string project, string program, Dictionary<string, string> variables)
    {
        using var process = Ran.Start(project, program, variables, "--version");
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Ran(process.ExitCode, await output, await errors);
    }

    /// <summary>An assembly with the one method that a runtime looks for; it writes a file.</summary>
    private string Hook()
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Hook"), typeof(object).Assembly);
        var type = assembly.DefineDynamicModule("Hook").DefineType("StartupHook", TypeAttributes.NotPublic | TypeAttributes.Class);
        var code = type.DefineMethod("Initialize", MethodAttributes.Public | MethodAttributes.Static, typeof(void), []).GetILGenerator();
        code.Emit(OpCodes.Ldstr, Trace);
        code.Emit(OpCodes.Ldstr, "yes");
        code.Emit(OpCodes.Call, typeof(File).GetMethod(nameof(File.WriteAllText), [typeof(string), typeof(string)])!);
        code.Emit(OpCodes.Ret);
        type.CreateType();
        var path = Path.Combine(folder, "Hook.dll");
        assembly.Save(path);
        return path;
    }
}
