using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What came of ingesting one file, or one invoice of it. Closed.</summary>
public abstract record IngestResult
{
    private IngestResult() { }

    /// <summary>Every invoice in it is on the sandbox, and the changeset is finished.</summary>
    /// <param name="Path">The file <c>changeset.json</c>.</param>
    public sealed record Entered(Changeset Changeset, string Path) : IngestResult;

    /// <summary>Nothing of it is on the sandbox, unless a problem with the code <c>left-behind</c> says so.</summary>
    public sealed record Refused(ImmutableArray<Problem> Problems) : IngestResult
    {
        /// <summary>Whether nothing is missing: each of its invoices was entered before.</summary>
        public bool IsThere { get; init; }

        /// <summary>Whether nothing in it could be read as an invoice: there may be one in it that only a person or a model can read.</summary>
        public bool HasNoInvoice { get; init; }
    }
}

/// <summary>
/// Enters the structured invoices of one file without any model: all of them in one changeset, or none. What was done
/// before a refusal is taken out of the sandbox again.
/// </summary>
public static class Ingest
{
    public static async Task<IngestResult> RunAsync(Skill skill, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var document = await skill.Documents.GiveAsync(name, bytes, cancel);
        return await OfAsync(skill, document, document.Invoices, cancel);
    }

    /// <summary>Some of the invoices of a document that was given.</summary>
    internal static async Task<IngestResult> OfAsync(Skill skill, GivenDocument document, ImmutableArray<GivenInvoice> invoices, CancellationToken cancel)
    {
        if (invoices.IsEmpty)
        {
            return new IngestResult.Refused([await UnreadableAsync(skill, document,
                cancel)])
            { HasNoInvoice = document.Reading.Outcome is DocumentOutcome.NotAnInvoice or DocumentOutcome.NoStructuredData };
        }
        var problems = ImmutableArray.CreateBuilder<Problem>();
        DecidedInvoice? first = null;
        var there = 0;
        foreach (var one in invoices)
        {
            switch (await skill.Documents.DecideAsync(one.Handle, cancel))
            {
                case Result<DecidedInvoice>.Ok { Value: var decided }:
                    first ??= decided;
                    break;
                case Result<DecidedInvoice>.Refused refused:
                    problems.AddRange(OfInvoice(one, invoices.Length, refused.Problems));
                    there += IsThere(refused.Problems) ? 1 : 0;
                    break;
            }
        }
        return problems.Count == 0
            ? await EnterAllAsync(skill, invoices, first!, cancel)
            : new IngestResult.Refused([.. problems.Distinct()]) { IsThere = there == invoices.Length };
    }

    /// <summary>
    /// Enters the first as it was decided. Each of the others is decided again, by the same rules: what was just written
    /// counts for it, the new supplier that they share or the invoice that a credit note corrects.
    /// </summary>
    private static async Task<IngestResult> EnterAllAsync(Skill skill, ImmutableArray<GivenInvoice> invoices, DecidedInvoice first, CancellationToken cancel)
    {
        if (invoices.Length > 1)
        {
            skill.Documents.EntitleAfter([.. invoices.Select(i => i.Invoice.Facts)]);
        }
        foreach (var (at, invoice) in invoices.Index())
        {
            var entered = at == 0 ? await skill.Documents.EnterAsync(first, cancel) : await skill.Documents.EnterAsync(invoice.Handle, cancel);
            if (entered is Result<EnteredInvoice>.Refused refused)
            {
                return await TakeBackAsync(skill, OfInvoice(invoice, invoices.Length, refused.Problems), cancel);
            }
        }
        return await skill.Changeset.FinishAsync(cancel) switch
        {
            Result<Recording.EndResult.Ended>.Ok { Value: var ended } => new IngestResult.Entered(ended.Changeset, ended.Path),
            Result<Recording.EndResult.Ended>.Refused refused => await TakeBackAsync(skill, refused.Problems, cancel),
            _ => throw new InvalidOperationException("A result is one of two."),
        };
    }

    internal static async Task<IngestResult> TakeBackAsync(Skill skill, ImmutableArray<Problem> reasons, CancellationToken cancel)
    {
        if (skill.Changeset.Path is not { } path)
        {
            return new IngestResult.Refused(reasons) { IsThere = IsThere(reasons) };
        }
        ImmutableArray<Problem> left = await skill.Changeset.DiscardAsync(cancel) switch
        {
            Result<Recording.EndResult.Ended>.Ok ok => ok.Value.LeftBehind,
            Result<Recording.EndResult.Ended>.Refused refused => refused.Problems,
            _ => throw new InvalidOperationException("A result is one of two."),
        };
        return new IngestResult.Refused([.. reasons, .. left.Select(p => p with { Code = Codes.LeftBehind, Message = $"What was done before could not be taken back from {skill.Target}: {p.Message}", Remedy = $"{p.Remedy} What was done is written down in {path}." })]);
    }

    private static bool IsThere(ImmutableArray<Problem> problems) => problems.All(p => p.Code == Codes.Duplicate);

    private static async Task<Problem> UnreadableAsync(Skill skill, GivenDocument document, CancellationToken cancel)
    {
        var refusal = (await skill.Documents.RankedAsync(document, cancel)).Reading.Outcome.Refusal!;
        return new Problem(refusal.Code, document.Reading.File.Name, refusal.Message, refusal.Remedy);
    }

    /// <summary>Its problems, which name it where it is one of several.</summary>
    private static ImmutableArray<Problem> OfInvoice(GivenInvoice given, int several, ImmutableArray<Problem> problems) =>
        several == 1 ? problems : [.. problems.Select(problem => problem with { Place = $"invoice {given.Invoice.Facts.Number}, {problem.Place}" })];
}
