using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Ingests message after message, each into changesets of its own. A bad one does not stop the others; a sandbox that
/// can no longer be written does. Run again, it knows what was entered from the changesets themselves, without asking
/// the server; what was refused is tried again.
/// </summary>
/// <param name="skill">Nobody else uses it meanwhile.</param>
/// <param name="split">A changeset for each invoice of a message, instead of one for all or none.</param>
public sealed class Batch(Skill skill, bool split)
{
    /// <summary>Why it went no further; empty where it came to its end or was asked to stop.</summary>
    public ImmutableArray<Problem> StoppedBy { get; private set; } = [];

    /// <summary>Whether it went no further because nothing comes from where the messages are.</summary>
    public bool IsSourceGone { get; private set; }

    /// <summary>The changesets in the folder that no agent brought to an end, and those that cannot be read, by path.</summary>
    public UnendedChangesets LeftOver => new([.. skill.Recorded.Open.Select(c => c.Path)], skill.Recorded.Unreadable);

    /// <summary>Takes the messages in order, until one of them finds the sandbox gone or <paramref name="stop"/> is given, which ends it between two messages.</summary>
    /// <param name="messages">What is to be entered.</param>
    /// <param name="stop">Ends it between two messages.</param>
    /// <param name="abort">Ends it after the write that is under way, with a changeset left open where one was begun.</param>
    public async IAsyncEnumerable<IngestedMessage> RunAsync(ImmutableArray<Message> messages, CancellationToken stop, [EnumeratorCancellation] CancellationToken abort)
    {
        foreach (var message in messages)
        {
            if (stop.IsCancellationRequested || !StoppedBy.IsEmpty)
            {
                yield break;
            }
            if (await OneAsync(message, abort) is not { } ingested)
            {
                yield break;
            }
            StoppedBy = await ReasonsToStopAsync(ingested, abort);
            skill.BeginAnew();
            yield return ingested;
        }
    }

    // A fault of this program in one message of thousands must not cost the others; it is shown and logged.
#pragma warning disable CA1031
    private async Task<IngestedMessage?> OneAsync(Message message, CancellationToken cancel)
    {
        try
        {
            switch (await message.ReadAsync(cancel))
            {
                case { Problem: { } problem, IsSourceGone: true }:
                    (StoppedBy, IsSourceGone) = ([problem], true);
                    return null;
                case { Problem: { } problem }:
                    return new IngestedMessage(message, [new IngestedPart("", new IngestResult.Refused([problem]))]);
                case var read:
                    var document = await skill.Documents.GiveAsync(message.FileName, read.Bytes, cancel);
                    return new IngestedMessage(message, await PartsAsync(document, cancel)) { Origin = OriginOf(document) };
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException and not OperationCanceledException)
        {
            skill.Failed(message.Name, e);
            var fault = new Problem(Codes.Unexpected, message.Name, $"This program failed over it: {e.GetType().Name}: {e.Message}", "Report it with the log; enter this one by hand.");
            return new IngestedMessage(message, [new IngestedPart("", await Ingest.TakeBackAsync(skill, [fault], cancel))]);
        }
    }
#pragma warning restore CA1031

    private async Task<ImmutableArray<IngestedPart>> PartsAsync(GivenDocument document, CancellationToken cancel)
    {
        var parts = ImmutableArray.CreateBuilder<IngestedPart>();
        foreach (var invoices in split && document.Invoices.Length > 1 ? document.Invoices.Select(one => ImmutableArray.Create(one)) : [document.Invoices])
        {
            var result = Before(document, invoices) ?? await Ingest.OfAsync(skill, document, invoices, cancel);
            parts.Add(new IngestedPart(Words(invoices), WithHint(result, document)));
        }
        return parts.ToImmutable();
    }

    /// <summary>What the changesets in the folder know of it; null where that is not all that is needed. Asks no server.</summary>
    private IngestResult.Refused? Before(GivenDocument document, ImmutableArray<GivenInvoice> invoices)
    {
        var recorded = new RecordedDuplicates(skill.Recorded, null);
        ImmutableArray<Problem?> known = invoices.IsEmpty
            ? [recorded.LookForBytes(document.Reading.File.Digest())]
            : [.. invoices.Select(one => Agrees(one.Invoice) ? recorded.Look(one.Invoice.Facts, null, []) : null)];
        return known.All(problem => problem?.Code == Codes.Duplicate) ? new IngestResult.Refused([.. known.OfType<Problem>().Distinct()]) { IsThere = true } : null;
    }

    /// <summary>Documents of one mail that contradict each other are for a person, also where one of them was entered before.</summary>
    private static bool Agrees(ReadInvoice invoice) => !invoice.Warnings.Any(w => Stops.Include(w));

    private static IngestResult WithHint(IngestResult result, GivenDocument document) => result is IngestResult.Refused { IsThere: false, HasNoInvoice: false } refused && document.Invoices.Length > 1
        ? refused with { Problems = refused.Problems.SetItem(0, refused.Problems[0] with { Remedy = $"{refused.Problems[0].Remedy} {document.Invoices.Length} invoices came together; `--split` enters each of them by itself." }) }
        : result;

    /// <summary>After each refusal the sandbox is looked at again, which costs little: what would refuse every message is said once.</summary>
    private async Task<ImmutableArray<Problem>> ReasonsToStopAsync(IngestedMessage ingested, CancellationToken cancel)
    {
        ImmutableArray<Problem> problems = [.. ingested.Parts.SelectMany(part => part.Problems)];
        if (problems.FirstOrDefault(p => p.Code == Codes.ChangesetsUnwritable) is { } unwritable)
        {
            return [unwritable];
        }
        if (skill.Changeset.Path is { } path)
        {
            return [new Problem(Codes.ChangesetOpen, path, "A changeset could neither be finished nor taken back.", $"Take it back with `agent discard {path}`, then run this again.")];
        }
        return ingested.Outcome == MessageOutcome.Refused ? await skill.ReasonsNotToWriteAsync(cancel) : [];
    }

    private static string OriginOf(GivenDocument document) =>
        document.Reading.Mail is { } mail ? $"'{mail.Subject}' of {mail.From ?? "an unknown sender"}" : "";

    private static string Words(ImmutableArray<GivenInvoice> invoices) => invoices switch
    {
        [] => "",
        [var one] => $"{one.Invoice.Facts.Number ?? "without number"}, {one.Invoice.Facts.Seller.Name ?? "unknown seller"}, {Decimals.Cents(one.Invoice.Facts.Totals.Gross)} {one.Invoice.Facts.Currency}",
        _ => string.Join("; ", invoices.Select(one => one.Invoice.Facts.Number ?? "without number")),
    };
}

/// <summary>Changesets that cannot be used yet, by path.</summary>
/// <param name="Open">No agent brought them to an end.</param>
/// <param name="Unreadable">What they hold cannot be recognised.</param>
public sealed record UnendedChangesets(ImmutableArray<string> Open, ImmutableArray<string> Unreadable);
