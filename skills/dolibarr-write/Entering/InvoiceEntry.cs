using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using DolibarrAgent.Operations;
using DolibarrAgent.Recording;
using DolibarrAgent.Settings;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Enters a decided invoice: its supplier where it is new, the invoice, the document's files, and, where the totals are
/// the document's to the cent, its validation. The one way in for structured invoices, whoever asks.
/// </summary>
internal sealed class InvoiceEntry(Session session)
{
    private const string NotCompared = "its values were read from printed pages, and a person compares them first";

    private readonly Recorder recorder = session.Targets.OpenRecorder ?? throw new InvalidOperationException("Nothing is entered before the recorder is open.");
    private ImmutableArray<string> instructions = [];
    private ImmutableArray<string> files = [];

    public async Task<Result<EnteredInvoice>> EnterAsync(EntryDecision decision, GivenDocument document, CancellationToken cancel)
    {
        foreach (var other in decision.Prepared.Invoice.Files)
        {
            EvidenceDesk.Bring(recorder, document, other);
        }
        files = [.. InvoiceFiles.ToAttach(decision.Prepared.Invoice).Select(file => EvidenceDesk.Bring(recorder, document, file).Id)];
        var evidence = EvidenceDesk.Bring(recorder, document, InvoiceFiles.Original(decision.Prepared.Invoice)).Id;
        instructions = session.InstructionsIn(recorder);
        var supplier = await SupplierAsync(decision, evidence, cancel);
        return await supplier.ThenAsync(reference => InvoiceAsync(decision, reference, evidence, cancel));
    }

    private async Task<Result<Reference>> SupplierAsync(EntryDecision decision, string evidence, CancellationToken cancel)
    {
        if (decision.Supplier is { } party)
        {
            return await WithIdsAsync(decision, session.Names.Of(party), evidence, cancel);
        }
        var (set, keys) = InvoiceFields.Supplier(decision.Facts.Seller, await CountryAsync(decision.Facts.Seller.Country, cancel));
        var created = await session.DoAsync(_ => new Operation.Create { Id = "", Resource = ThirdPartyOperations.Instance.Name, Set = set, Keys = keys, From = From(evidence) }, cancel);
        return created.Map<Reference>(done =>
        {
            session.Warn(done.Operation.Id, decision.OnSupplier);
            return new Reference.Created(done.Operation.Id);
        });
    }

    /// <summary>A person said which supplier it is: its legal ids are written there, so that the next invoice finds it.</summary>
    private async Task<Result<Reference>> WithIdsAsync(EntryDecision decision, Reference supplier, string evidence, CancellationToken cancel)
    {
        if (decision.SupplierIds.Count == 0)
        {
            session.Warn(null, decision.OnSupplier);
            return Result.Ok(supplier);
        }

        var updated = await session.DoAsync(_ => new Operation.Update
        {
            Id = "",
            Resource = ThirdPartyOperations.Instance.Name,
            On = supplier,
            Before = Fields.None,
            Set = decision.SupplierIds,
            From = From(evidence),
        }, cancel);
        return updated.Map(done =>
        {
            session.Warn(done.Operation.Id, decision.OnSupplier);
            return supplier;
        });
    }

    private async Task<Result<EnteredInvoice>> InvoiceAsync(EntryDecision decision, Reference supplier, string evidence, CancellationToken cancel)
    {
        var resource = SupplierInvoiceOperations.Instance.Name;
        var credited = decision.Credited is { } invoice ? session.Names.Of(invoice, supplier) : null;
        var set = InvoiceFields.Invoice(decision, supplier, credited);
        var created = await session.DoAsync(_ => new Operation.Create { Id = "", Resource = resource, Set = set, Keys = ["supplierReference", "supplier"], From = From(evidence) }, cancel);
        return await created.ThenAsync(async done =>
        {
            var made = new Reference.Created(done.Operation.Id);
            session.Warn(done.Operation.Id, decision.OnInvoice);
            // Before anything else can fail: a draft that is left is only ever validated at the document's totals.
            session.State(done.Operation.Id, decision.Prepared);
            foreach (var file in files)
            {
                var attached = await session.DoAsync(_ => new Operation.Attach { Id = "", Resource = resource, To = made, File = file, From = From(file) }, cancel);
                if (attached is Result<RecordResult.Done>.Refused refused)
                {
                    return new Result<EnteredInvoice>.Refused(refused.Problems);
                }
            }
            return await ValidateAsync(decision, done.Operation, evidence, cancel);
        });
    }

    private async Task<Result<EnteredInvoice>> ValidateAsync(EntryDecision decision, Operation created, string evidence, CancellationToken cancel)
    {
        ImmutableArray<string> differences = [.. DifferencesOf(decision.Prepared.Fit, created), .. IsToBeCompared(decision) ? [NotCompared]
            : ImmutableArray<string>.Empty];
        session.Warn(created.Id, StoredLines.Notices(decision.Prepared.Fit, created.After));
        if (!differences.IsEmpty)
        {
            var doubt = differences is not [NotCompared] && decision.Rounding.How == HowKnown.Assumed
                ? " How this server rounds VAT was assumed; `agent doctor --probe` finds it out." : "";
            session.Warn(created.Id, [new Notice("left-draft", $"It was left a draft: {string.Join("; ", differences)}.{doubt}")]);
            return Result.Ok(new EnteredInvoice(created.Id, Validated: false, differences));
        }
        var validated = await session.DoAsync(_ => new Operation.Validate { Id = "", Resource = created.Resource, On = new Reference.Created(created.Id), From = From(evidence) }, cancel);
        return validated.Map(_ => new EnteredInvoice(created.Id, Validated: true, []));
    }

    /// <summary>Whether a person compares it first: printed pages, and the policy does not say that such an invoice of a supplier on file
    /// may be final.</summary>
    private bool IsToBeCompared(EntryDecision decision) =>
        decision.IsFromPages && !(decision.IsSupplierFoundByLegalId && session.Printed == PrintedRule.SupplierOnFile);

    /// <summary>What an operation rests on: the document, and what a person asked for where somebody did.</summary>
    private ImmutableArray<string> From(string evidence) => [evidence, .. instructions];

    /// <summary>Where the entered invoice is not the document: as it was fitted, and as the server really stored it.</summary>
    internal static ImmutableArray<string> DifferencesOf(FittedInvoice fit, Operation created)
    {
        var (predicted, stored) = (StoredTotals.Of(fit.Predicted), StoredTotals.Of(created.After));
        return
        [
            .. StoredTotals.Differences(fit),
            .. StoredTotals.Differences(predicted, stored).Concat(StoredLines.OfRates(fit, created.After)).Where(_ => fit.Exact),
            .. fit.Booked is { } booked ? StoredTotals.Differences(StoredTotals.Of(booked), StoredTotals.BookedBy(created.After)).Select(difference => $"booked, {difference}") : [],
        ];
    }

    /// <summary>The country's code where the server knows it; a supplier is not refused for the want of it.</summary>
    private async Task<string?> CountryAsync(string? code, CancellationToken cancel) =>
        code is { Length: 2 } && code.All(char.IsAsciiLetterUpper) && await recorder.Read.Countries.ByCodeAsync(code, cancel) is Answer<Country>.Ok ? code : null;
}
