using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Shell;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.AgentHost;

/// <summary>All that a model's work needs, read and checked: the instances, the model, the files.</summary>
internal sealed record WorkWiring(SkillOptions Options, ModelSettings Model, ImmutableArray<NamedBytes> Files)
{
    /// <summary>It, or everything that is wrong at once. With the target at prod or unset nothing else is looked at.</summary>
    public static async Task<WorkRead> ReadAsync(Terminal terminal, string[] paths, CancellationToken cancel)
    {
        var (options, problems) = SkillWiring.Writing(terminal.Variables);
        if (problems is [var only] && only.Code == Codes.TargetIsProd)
        {
            return new WorkRead(null, problems);
        }
        var (model, modelProblems) = ModelSettings.Read(terminal.Variables);
        problems = [.. problems, .. modelProblems];
        var (files, fileProblems) = await InputFile.ReadAllAsync(paths, cancel);
        problems = [.. problems, .. fileProblems];
        return problems.IsEmpty ? new WorkRead(new WorkWiring(options!, model!, files), []) : new WorkRead(null, problems);
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

/// <summary>A model's work as it was read and checked.</summary>
/// <param name="Ready">Null where something is wrong.</param>
/// <param name="Problems">All that is wrong; empty where nothing is.</param>
internal sealed record WorkRead(WorkWiring? Ready, ImmutableArray<Problem> Problems);
