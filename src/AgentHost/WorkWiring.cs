using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Shell;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.AgentHost;

/// <summary>All that a model's work needs, read and checked: the instances, the model, the files.</summary>
internal sealed record WorkWiring(SkillOptions Options, ModelSettings Model, ImmutableArray<(string Name, ReadOnlyMemory<byte> Bytes)> Files)
{
    /// <summary>It, or everything that is wrong at once. With the target at prod or unset nothing else is looked at.</summary>
    public static async Task<(WorkWiring? Ready, ImmutableArray<Problem> Problems)> ReadAsync(Terminal terminal, string[] paths, CancellationToken cancel)
    {
        var (options, problems) = SkillWiring.Writing(terminal.Variables);
        if (problems is [var only] && only.Code == Codes.TargetIsProd)
        {
            return (null, problems);
        }
        var (model, modelProblems) = ModelSettings.Read(terminal.Variables);
        problems = [.. problems, .. modelProblems];
        var (files, fileProblems) = await InputFile.ReadAllAsync(paths, cancel);
        problems = [.. problems, .. fileProblems];
        return problems.IsEmpty ? (new WorkWiring(options!, model!, files), []) : (null, problems);
    }

    public Work Open(ILogger log, Narration narration, CancellationToken cancel)
    {
        var work = new Work(Options with { Log = log }, Model, narration);
        foreach (var (name, bytes) in Files)
        {
            work.Skill.Documents.Give(name, bytes, cancel);
        }
        return work;
    }
}
