using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DolibarrAgent.AgentHost;

/// <summary>A model at work with the skill for a person: one session, one conversation, the person's words as its only instructions.</summary>
internal sealed class Work : IDisposable
{
    private const string EndIt = "The changeset is still open. If everything in it is right, call finish_changeset now; if it went wrong, discard_changeset. Then say what was done and what was not.";

    private readonly Kernel kernel = new();
    private readonly ChatHistory conversation = new(SkillText.ForAModel);
    private readonly ModelSettings model;
    private readonly Narration narration;
    private readonly RunWatch watch;
    private readonly ILogger log;
    private readonly TimeProvider clock;
    private int told;

    public Work(SkillOptions options, ModelSettings model, Narration narration)
    {
        (this.model, this.narration, log, clock) = (model, narration, options.Log, options.Patience.Clock);
        Skill = new Skill(options with { Model = model.Name });
        watch = new RunWatch(narration) { Budget = new Budget(Bounds.Default, clock, CancellationToken.None) };
        kernel.Plugins.Add(DolibarrPlugin.Of(Skill, watch, options.Log));
    }

    public Skill Skill { get; }

    /// <summary>
    /// Lets the model do what a person asks for, in their own words, within bounds. Where <paramref name="toItsEnd"/> and it
    /// leaves a changeset open, it is asked once to end it.
    /// </summary>
    public async Task<WorkEnd> DoAsync(string instruction, Bounds bounds, bool toItsEnd, CancellationToken cancel)
    {
        using var budget = new Budget(bounds, clock, cancel);
        watch.Budget = budget;
        Skill.AllowWrites(bounds.Writes);
        Skill.Documents.Instruct(instruction);
        conversation.AddUserMessage(instruction + Given());
        var before = Skill.Writes;
        var end = await TurnAsync(budget);
        if (toItsEnd && end.Failure is null && budget.MayGoOn() && Skill.Changeset.Path is not null)
        {
            conversation.AddUserMessage(EndIt);
            end = await TurnAsync(budget);
        }
        return new WorkEnd(end, budget.Reached, new Used(budget.Bounds, budget.Steps, budget.Time, budget.Tokens) { Writes = Skill.Writes - before, Estimated = budget.Estimated })
        {
            Refusals = watch.Refusals,
        };
    }

    public void Dispose()
    {
        watch.Budget.Dispose();
        Skill.Dispose();
    }

    private Task<TurnEnd> TurnAsync(Budget budget) => new ModelTurn(kernel, model, new TurnWatch(narration, watch, log), clock).RunAsync(conversation, budget);

    /// <summary>The handles of what was given since the last instruction. Their names are others' words, and are read with a function.</summary>
    private string Given()
    {
        var handles = Skill.Documents.All.Skip(told).Select(d => d.Handle).ToList();
        told += handles.Count;
        return handles.Count == 0 ? "" : $"\n\n(Documents given to you: {string.Join(", ", handles)}. Read them with read_email.)";
    }
}

/// <summary>How a piece of work ended.</summary>
/// <param name="Turn">What the model said last, or what went wrong with its endpoint.</param>
/// <param name="Reached">The bound that ended it, or that the person did; null where the model did.</param>
internal sealed record WorkEnd(TurnEnd Turn, Problem? Reached, Used Used)
{
    public required Refusals Refusals { get; init; }
}

/// <summary>What it cost, besides what it might have.</summary>
internal sealed record Used(Bounds Bounds, int Steps, TimeSpan Time, long Tokens)
{
    public int Writes { get; init; }

    /// <summary>Whether the endpoint did not report all tokens, so that some are an estimate.</summary>
    public bool Estimated { get; init; }
}
