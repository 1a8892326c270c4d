using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings.Tests;

public sealed class ForeignCodeTests
{
    [Theory]
    [InlineData("DOTNET_STARTUP_HOOKS", "/nowhere/hook.dll")]
    [InlineData("DOTNET_ADDITIONAL_DEPS", "/nowhere/more.deps.json")]
    [InlineData("DOTNET_SHARED_STORE", "/nowhere")]
    [InlineData("DOTNET_GCPath", "/nowhere/gc.so")]
    [InlineData("DOTNET_GCName", "libclrgc.so")]
    [InlineData("COMPlus_GCName", "libclrgc.so")]
    [InlineData("DOTNET_AltJit", "*")]
    [InlineData("DOTNET_EnableEventPipe", "1")]
    [InlineData("DOTNET_EventPipeOutputPath", "/tmp/trace.nettrace")]
    [InlineData("DOTNET_DiagnosticPorts", "/tmp/port")]
    [InlineData("DOTNET_DefaultDiagnosticPortSuspend", "1")]
    [InlineData("DOTNET_EnableDiagnostics", "1")]
    [InlineData("DOTNET_DbgEnableMiniDump", "1")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_APPLOCALICU", "72")]
    [InlineData("DOTNET_BUNDLE_EXTRACT_BASE_DIR", "/tmp")]
    [InlineData("DOTNET_gcserver_path", "x")]
    [InlineData("DOTNET_WhateverComesNext", "1")]
    [InlineData("dotnet_gcpath", "/nowhere/gc.so")]
    [InlineData("CORECLR_ENABLE_PROFILING", "1")]
    [InlineData("CORECLR_PROFILER_PATH", "/nowhere/profiler.so")]
    [InlineData("COREHOST_TRACEFILE", "/tmp/trace")]
    [InlineData("CLR_ICU_VERSION_OVERRIDE", "1")]
    [InlineData("LD_PRELOAD", "/nowhere/library.so")]
    [InlineData("LD_LIBRARY_PATH", "/nowhere")]
    [InlineData("LD_AUDIT", "/nowhere/library.so")]
    [InlineData("DYLD_INSERT_LIBRARIES", "/nowhere/library.dylib")]
    [InlineData("GLIBC_TUNABLES", "glibc.rtld.optional_static_tls=1")]
    [InlineData("MALLOC_TRACE", "/tmp/trace")]
    [InlineData("GCONV_PATH", "/nowhere")]
    [InlineData("HOSTALIASES", "/nowhere/hosts")]
    [InlineData("OPENSSL_CONF", "/nowhere/openssl.cnf")]
    [InlineData("OPENSSL_MODULES", "/nowhere")]
    [InlineData("SSLKEYLOGFILE", "/tmp/keys")]
    [InlineData("KRB5_CONFIG", "/nowhere/krb5.conf")]
    public void What_is_not_known_to_be_harmless_is_refused_and_says_how_to_unset_it(string variable, string value)
    {
        var problem = Problems(variable, value).Should().ContainSingle().Subject;

        (problem.Code.Text, problem.Place).Should().Be(("foreign-code", variable));
        problem.Remedy.Should().Contain($"unset {variable}");
    }

    [Theory]
    [InlineData("DOTNET_ROOT", "/usr/share/dotnet")]
    [InlineData("DOTNET_ROOT_X64", "/usr/share/dotnet")]
    [InlineData("DOTNET_HOST_PATH", "/usr/share/dotnet/dotnet")]
    [InlineData("DOTNET_CLI_TELEMETRY_OPTOUT", "1")]
    [InlineData("DOTNET_CLI_HOME", "/tmp/home")]
    [InlineData("DOTNET_NOLOGO", "1")]
    [InlineData("DOTNET_GENERATE_ASPNET_CERTIFICATE", "false")]
    [InlineData("DOTNET_RUNNING_IN_CONTAINER", "true")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")]
    [InlineData("DOTNET_gcServer", "0")]
    [InlineData("COMPlus_gcServer", "0")]
    [InlineData("DOTNET_TieredPGO", "0")]
    [InlineData("DOTNET_EnableDiagnostics", "0")]
    [InlineData("CORECLR_ENABLE_PROFILING", "0")]
    [InlineData("MALLOC_ARENA_MAX", "2")]
    [InlineData("LD_PRELOAD", "")]
    [InlineData("SSL_CERT_FILE", "/etc/ssl/certs/ca-certificates.crt")]
    [InlineData("LANG", "C.UTF-8")]
    public void What_ordinary_machines_set_is_not(string variable, string value) => Problems(variable, value).Should().BeEmpty();

    [Fact]
    public void All_are_named_together() =>
        ForeignCode.ProblemsOf(new Dictionary<string, string?> { ["LD_PRELOAD"] = "x", ["DOTNET_GCPath"] = "x", ["HOME"] = "/root" }).Select(problem => problem.Place).Should().Equal("DOTNET_GCPath", "LD_PRELOAD");

    private static System.Collections.Immutable.ImmutableArray<Problem> Problems(string variable, string value) => ForeignCode.ProblemsOf(new Dictionary<string, string?> { [variable] = value });
}
