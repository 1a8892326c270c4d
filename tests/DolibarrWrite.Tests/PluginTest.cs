using DolibarrAgent.Tests;
using Microsoft.SemanticKernel;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>The functions of a skill as a model calls them, on two simulated instances.</summary>
public abstract class PluginTest : IAsyncLifetime
{
    protected TwoInstances Two { get; private set; } = null!;

    protected Skill Skill { get; private set; } = null!;

    protected KernelPlugin Plugin { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Two = await TwoInstances.StartAsync();
        Skill = Skills.On(Two);
        Plugin = Skills.Plugin(Skill);
    }

    public async ValueTask DisposeAsync()
    {
        Skill.Dispose();
        await Two.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
