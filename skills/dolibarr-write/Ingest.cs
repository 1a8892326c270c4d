using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What came of ingesting one file. Closed.</summary>
public abstract record IngestResult
{
    private IngestResult() { }

    /// <summary>Every invoice in it is on the sandbox, and the changeset is finished.</summary>
    /// <param name="Path">The file <c>changeset.json</c>.</param>
    public sealed record Entered(Changeset Changeset, string Path) : IngestResult;

    /// <summary>Nothing of it is on the sandbox, unless a problem with the code <c>left-behind</c> says so.</summary>
    public sealed record Refused(ImmutableArray<Problem> Problems) : IngestResult;
}

/// <summary>
/// Enters the structured invoices of one file without any model: all of them in one changeset, or none. What was done
/// before a refusal is taken out of the sandbox again.
/// </summary>
public static class Ingest
{
    public static async Task<IngestResult> RunAsync(Skill skill, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var document = skill.Documents.Give(name, bytes, cancel);
        if (document.Invoices.IsEmpty)
        {
            return new IngestResult.Refused([Unreadable(document)]);
        }
        var problems = document.Invoices.Length == 1 ? [] : await CheckAllAsync(skill, document, cancel);
        return problems.IsEmpty ? await EnterAllAsync(skill, document, cancel) : new IngestResult.Refused(problems);
    }

    /// <summary>Of several invoices all are looked at before the first is written.</summary>
    private static async Task<ImmutableArray<Problem>> CheckAllAsync(Skill skill, GivenDocument document, CancellationToken cancel)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var (handle, invoice) in document.Invoices)
        {
            if (await skill.Documents.CheckAsync(handle, cancel) is Result<string>.Refused refused)
            {
                problems.AddRange(refused.Problems.Select(p => Of(invoice, p)));
            }
        }
        return [.. problems.Distinct()];
    }

    private static async Task<IngestResult> EnterAllAsync(Skill skill, GivenDocument document, CancellationToken cancel)
    {
        if (document.Invoices.Length > 1)
        {
            skill.Documents.EntitleAfter(document);
        }
        foreach (var (handle, invoice) in document.Invoices)
        {
            if (await skill.Documents.EnterAsync(handle, cancel) is Result<EnteredInvoice>.Refused refused)
            {
                return await TakeBackAsync(skill, document.Invoices.Length == 1 ? refused.Problems : [.. refused.Problems.Select(p => Of(invoice, p))], cancel);
            }
        }
        return await skill.Changeset.FinishAsync(cancel) switch
        {
            Result<Recording.EndResult.Ended>.Ok { Value: var ended } => new IngestResult.Entered(ended.Changeset, ended.Path),
            Result<Recording.EndResult.Ended>.Refused refused => await TakeBackAsync(skill, refused.Problems, cancel),
            _ => throw new InvalidOperationException("A result is one of two."),
        };
    }

    private static async Task<IngestResult> TakeBackAsync(Skill skill, ImmutableArray<Problem> reasons, CancellationToken cancel)
    {
        if (skill.Changeset.Path is not { } path)
        {
            return new IngestResult.Refused(reasons);
        }
        ImmutableArray<Problem> left = await skill.Changeset.DiscardAsync(cancel) switch
        {
            Result<Recording.EndResult.Ended>.Ok ok => ok.Value.LeftBehind,
            Result<Recording.EndResult.Ended>.Refused refused => refused.Problems,
            _ => throw new InvalidOperationException("A result is one of two."),
        };
        return new IngestResult.Refused([.. reasons, .. left.Select(p => p with { Code = "left-behind", Message = $"What was done before could not be taken back from {skill.Target}: {p.Message}", Remedy = $"{p.Remedy} What was done is written down in {path}." })]);
    }

    private static Problem Unreadable(GivenDocument document)
    {
        var refusal = document.Reading.Outcome.Refusal!;
        return new Problem(refusal.Code, document.Reading.File.Name, refusal.Message, refusal.Remedy);
    }

    private static Problem Of(ReadInvoice invoice, Problem problem) => problem with { Place = $"invoice {invoice.Facts.Number}, {problem.Place}" };
}
