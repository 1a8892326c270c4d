using DolibarrAgent.Operations;
using DolibarrAgent.Settings;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Recording.Tests;

/// <summary>The variables are read once, when a program starts.</summary>
public sealed class EnvironmentFlippedTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task What_changes_in_the_environment_afterwards_leads_no_write_to_prod()
    {
        var variables = two.Variables();
        var settings = ((Checked<ProgramSettings>.Valid)ProgramSettings.Read(variables, SettingsNeeds.Agent)).Value;
        var opened = await Recorder.OpenAsync(settings, new RecorderOptions("test 1.0", null, NullLogger.Instance, Patience.Default), TestContext.Current.CancellationToken);
        using var recorder = ((OpenResult.Open)opened).Recorder;
        var before = Flip(variables);
        try
        {
            var instruction = recorder.AddInstruction("Enter the supplier.", "me");
            TwoInstances.Done(await recorder.DoAsync(TwoInstances.MainJob(instruction.Id).First(), TestContext.Current.CancellationToken));
        }
        finally
        {
            Restore(before);
        }

        TwoInstances.Writes(two.Prod).Should().BeEmpty();
        TwoInstances.Writes(two.Sandbox).Should().ContainSingle();
    }

    /// <summary>In what was read and in the process itself.</summary>
    private Dictionary<string, string?> Flip(Dictionary<string, string?> variables)
    {
        var flipped = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DOLIBARR_TARGET"] = "prod",
            ["DOLIBARR_SANDBOX_URL"] = two.Prod.Address.ToString(),
            ["DOLIBARR_SANDBOX_API_KEY"] = "prod-agent-key",
            ["DOLIBARR_PROD_URL"] = two.Sandbox.Address.ToString(),
        };
        var before = flipped.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable, StringComparer.Ordinal);
        foreach (var (name, value) in flipped)
        {
            variables[name] = value;
            Environment.SetEnvironmentVariable(name, value);
        }
        return before;
    }

    private static void Restore(Dictionary<string, string?> before)
    {
        foreach (var (name, value) in before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
