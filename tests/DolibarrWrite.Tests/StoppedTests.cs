using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Recording;
using DolibarrAgent.Samples;
using DolibarrAgent.Settings;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging;
using static DolibarrAgent.DolibarrWrite.Tests.Skills;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>Stopped in the middle: the write that has begun is finished and recorded, and the next one does not begin.</summary>
public sealed class StoppedTests : IAsyncLifetime
{
    private readonly CancellationTokenSource stop = new();
    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public async ValueTask DisposeAsync()
    {
        stop.Dispose();
        await two.DisposeAsync();
    }

    [Fact]
    public async Task An_ingest_leaves_the_write_that_had_begun_in_an_open_changeset()
    {
        using var skill = StoppedAt("POST");

        await FluentActions.Awaiting(() => Ingest.RunAsync(skill, "invoice.eml", Mail(SampleCatalogue.Hosting), stop.Token)).Should().ThrowAsync<OperationCanceledException>();

        TwoInstances.Writes(two.Sandbox).Should().ContainSingle();
        var left = ChangesetsOnDisk.In(two.Folder).Single().Changeset;
        (left.State, left.Operations.Single().Resource).Should().Be((ChangesetState.Open, "thirdparty"));
    }

    [Fact]
    public async Task A_function_says_what_is_done_and_begins_nothing_more()
    {
        using var skill = StoppedAt("POST");
        await skill.Documents.GiveAsync("invoice.eml", Mail(SampleCatalogue.Hosting), Cancel);

        var result = await Plugin(skill)["enter_invoice"].InvokeAsync(new Microsoft.SemanticKernel.Kernel(), new() { ["invoice"] = "invoice1" }, stop.Token);

        result.GetValue<string>().Should().ContainAll("\"stopped\"", "op1 (create thirdparty) is done and recorded");
        TwoInstances.Writes(two.Sandbox).Should().ContainSingle();
        skill.Changeset.Current!.Operations.Should().ContainSingle();
    }

    [Fact]
    public async Task A_discard_takes_back_no_more_and_the_same_again_goes_on()
    {
        using var skill = StoppedAt("DELETE");
        (await skill.ThirdParties.CreateAsync(new ThirdPartyAsked { Name = "Dupont" }, Cancel)).Should().BeOfType<Result<RecordResult.Done>.Ok>();
        (await skill.ThirdParties.CreateAsync(new ThirdPartyAsked { Name = "Durand" }, Cancel)).Should().BeOfType<Result<RecordResult.Done>.Ok>();

        await skill.Changeset.Awaiting(changeset => changeset.DiscardAsync(stop.Token)).Should().ThrowAsync<OperationCanceledException>();

        (await ListAsync(two.Sandbox, "thirdparties")).Should().ContainSingle().Which.GetProperty("name").GetString().Should().Be("Dupont");
        skill.Changeset.Current!.State.Should().Be(ChangesetState.Open);
        (await skill.Changeset.DiscardAsync(Cancel)).Should().BeOfType<Result<EndResult.Ended>.Ok>().Which.Value.LeftBehind.Should().BeEmpty();
        (await ListAsync(two.Sandbox, "thirdparties")).Should().BeEmpty();
    }

    private Skill StoppedAt(string method)
    {
        var settings = ((Checked<ProgramSettings>.Valid)ProgramSettings.Read(two.Variables(), SettingsNeeds.Agent)).Value;
        return new Skill(new SkillOptions(settings, "test 1.0") { Log = new Stopping(method, stop), Patience = new Patience(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(20), TimeProvider.System) });
    }

    /// <summary>Stops it as soon as a call of this method was answered, before it is read back.</summary>
    private sealed class Stopping(string method, CancellationTokenSource stop) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (formatter(state, exception).StartsWith(method, StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        }
    }
}
