using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using DolibarrAgent.Operations;
using DolibarrAgent.Recording;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Invoices, credit notes and deposits of suppliers: found on the configured target, written on the sandbox.</summary>
public sealed class SupplierInvoiceSkill
{
    private static readonly string Resource = SupplierInvoiceOperations.Instance.Name;

    private readonly Session session;
    private readonly ThirdPartySkill thirdParties;

    internal SupplierInvoiceSkill(Session session, ThirdPartySkill thirdParties) => (this.session, this.thirdParties) = (session, thirdParties);

    /// <summary>How an invoice is named in this session: <c>op2</c> where its changeset made it, else its id on the target.</summary>
    public string HandleOf(SupplierInvoice invoice) => session.Names.HandleOf(Resource, invoice.Id);

    /// <summary>Those with the supplier's own reference, of one supplier by its handle or (null) of any.</summary>
    public async Task<Result<ImmutableArray<SupplierInvoice>>> FindAsync(string reference, string? supplier, CancellationToken cancel)
    {
        var id = supplier is null ? Result.Ok<long?>(null) : session.Names.IdOf(ThirdPartyOperations.Instance.Name, supplier).Map(found => (long?)found);
        return await id.ThenAsync(of => session.Targets.Read().ThenAsync(async read => (await read.SupplierInvoices.FindBySupplierReferenceAsync([reference], of, cancel)).ToResult("find")));
    }

    /// <summary>Those of a supplier on a day.</summary>
    public async Task<Result<ImmutableArray<SupplierInvoice>>> FindByDateAsync(string supplier, DateOnly date, CancellationToken cancel) =>
        await session.Names.IdOf(ThirdPartyOperations.Instance.Name, supplier)
            .ThenAsync(id => session.Targets.Read().ThenAsync(async read => (await read.SupplierInvoices.FindByDateAsync(id, date, cancel)).ToResult("find")));

    /// <summary>One by its handle.</summary>
    public async Task<Result<SupplierInvoice>> GetAsync(string handle, CancellationToken cancel) =>
        await session.Names.IdOf(Resource, handle).ThenAsync(id => session.Targets.Read().ThenAsync(async read => (await read.SupplierInvoices.GetAsync(id, cancel)).ToResult(handle)));

    /// <summary>
    /// Enters one as a draft, with the lines by which Dolibarr comes to the document's totals. Refused for all that a
    /// structured invoice is refused for.
    /// </summary>
    public async Task<Result<CreatedInvoice>> CreateAsync(PartyHandles handles, SupplierInvoiceAsked asked, DocumentAsked document, CancellationToken cancel)
    {
        var supplier = await thirdParties.ReferenceAsync(handles.Supplier, cancel);
        return await supplier.ThenAsync(async of =>
        {
            var credited = handles.Credited is { } handle ? (await NamedAsync(handle, cancel)).Map<Named?>(found => found) : Result.Ok<Named?>(null);
            return await credited.ThenAsync(async link =>
            {
                var words = await session.WordsAsync(session.Instructions, cancel);
                if (Made(words, asked) is [_, ..] made)
                {
                    return new Result<CreatedInvoice>.Refused(made);
                }
                var decided = await AskedFacts.Of(asked, document, of.Party).ThenAsync(async facts => await (await RulesAsync(cancel)).DecideAsync(facts, new AskedParties(of.Party, link?.Held), words, cancel));
                return await decided.ThenAsync(decision => CreateAsync(
                    decision, InvoiceFields.Invoice(decision, of.Reference, link?.Reference).With(AskedFields.Words(asked)), Titles.Of(decision), cancel));
            });
        });
    }

    /// <summary>
    /// Changes a draft, by its handle: header fields, and all of its lines where lines are given. They are fitted to the
    /// totals that were stated when this changeset made it; of any other draft the totals must come with the lines.
    /// </summary>
    public async Task<Result<RecordResult.Done>> ChangeAsync(string handle, SupplierInvoiceAsked asked, TotalsAsked? totals, CancellationToken cancel)
    {
        var named = await NamedAsync(handle, cancel);
        return await named.ThenAsync(async invoice =>
        {
            var words = await session.WordsAsync(session.Instructions, cancel);
            if (words.Hold.Of(asked.Reference, Days.Strict(asked.Date ?? ""), totals?.Gross).AddRange(Made(words, asked)) is [_, ..] made)
            {
                return new Result<RecordResult.Done>.Refused(made);
            }
            var refitted = await RefittedAsync(invoice, asked, totals, cancel);
            return await refitted.ThenAsync(set => session.DoAsync(recorder => new Operation.Update
            {
                Id = "",
                Resource = Resource,
                On = invoice.Reference,
                Before = Fields.None,
                Set = set,
                From = session.EvidenceIn(recorder),
            }, cancel));
        });
    }

    /// <summary>Attaches a file of a given document (<c>file1</c>) to an invoice.</summary>
    public async Task<Result<RecordResult.Done>> AttachAsync(string handle, string file, CancellationToken cancel)
    {
        var recorder = await session.Targets.RecordAsync(cancel);
        return await recorder.ThenAsync(_ => session.Documents.File(file).ThenAsync(async given =>
        {
            var named = await NamedAsync(handle, cancel);
            return await named.ThenAsync(invoice => session.DoAsync(writing =>
            {
                var evidence = EvidenceDesk.Bring(writing, given.Document, given.File).Id;
                return new Operation.Attach { Id = "", Resource = Resource, To = invoice.Reference, File = evidence, From = [evidence] };
            }, cancel));
        }));
    }

    /// <summary>Makes a draft final. Refused where its gross total is not the one stated, or its totals are not the document's.</summary>
    public async Task<Result<RecordResult.Done>> ValidateAsync(string handle, decimal gross, CancellationToken cancel)
    {
        var named = await NamedAsync(handle, cancel);
        return await named.ThenAsync(invoice => session.RestsOnPages(HandleOf(invoice.Held))
            ? Task.FromResult(Result.Refused<RecordResult.Done>(new Problem(
                Codes.FromPages, handle, "What it says was read from printed pages, which a person compares before it is final.")))
            : DifferencesOf(invoice, gross) is [_, ..] differences
            ? Task.FromResult(Result.Refused<RecordResult.Done>(new Problem(
                Codes.TotalsDiffer, handle, $"{string.Join("; ", differences)}.",
                "Correct the lines with change_supplier_invoice; where the totals were given wrong, discard and enter it again; else leave it a draft and tell the person.")))
            : session.DoAsync(recorder => new Operation.Validate { Id = "", Resource = Resource, On = invoice.Reference, From = session.EvidenceIn(recorder) }, cancel));
    }

    private ImmutableArray<string> DifferencesOf(Named invoice, decimal gross)
    {
        var stored = new StoredTotals(invoice.Held.TotalExclTax, invoice.Held.TotalVat, invoice.Held.TotalInclTax);
        var said = invoice.Held.Type == SupplierInvoiceType.CreditNote ? -Math.Abs(gross) : gross;
        if (said != stored.Gross)
        {
            return StoredTotals.Differences(stored with { Gross = said }, stored);
        }
        return session.StatedFor(HandleOf(invoice.Held)) is { } stated
            ? [.. StoredTotals.Differences(StoredTotals.StatedBy(stated), stored), .. BasesOf(stated, invoice.Held)]
            : [];
    }

    /// <summary>The rates whose base is not the document's: totals can agree while VAT is asked on the wrong lines.</summary>
    private static IEnumerable<string> BasesOf(PreparedInvoice stated, SupplierInvoice held)
    {
        var sign = stated.Fit.Kind == EntryKind.CreditNote ? -1 : 1;
        var stored = held.Lines.ToLookup(line => line.VatRate);
        return stated.Invoice.Facts.VatBreakdown.GroupBy(v => v.Rate ?? 0)
            .Select(g => (Rate: g.Key, Wanted: sign * g.Sum(v => v.Base ?? 0), Held: stored[g.Key].Sum(line => line.TotalExclTax)))
            .Where(rate => rate.Wanted != rate.Held)
            .Select(rate => $"base at {Decimals.Rate(rate.Rate)} % is {Decimals.Cents(rate.Wanted)} in the document and {Decimals.Cents(rate.Held)} in Dolibarr");
    }

    /// <summary>What is changed; lines fitted to the totals that they must come to, and refused where they do not.</summary>
    private async Task<Result<Fields>> RefittedAsync(Named invoice, SupplierInvoiceAsked asked, TotalsAsked? totals, CancellationToken cancel)
    {
        var set = AskedFields.Of(asked);
        if (asked.Lines is not { } lines)
        {
            return totals is null ? Result.Ok(set) : Result.Refused<Fields>(new Problem(Codes.MissingArgument, "lines", "", "Give all lines with net, vat and gross, or leave these out."));
        }
        if (invoice.Held.IsForeign)
        {
            return Result.Refused<Fields>(new Problem(
                Codes.ForeignCurrency, "lines", $"The draft is in {invoice.Held.Currency}; its lines cannot be changed, because Dolibarr could then be a cent off.", "Discard the changeset that made it, and enter the invoice again with the right lines."));
        }
        var rules = await RulesAsync(cancel);
        var (handle, currency) = (HandleOf(invoice.Held), (await session.BooksAsync(session.Targets.OpenRecorder!.Read, cancel)).Currency.Value);
        var facts = (session.StatedFor(handle), totals) switch
        {
            ({ } stated, { } given) when !given.Are(stated.Invoice.Facts.Totals) => Result.Refused<InvoiceFacts>(new Problem(
                Codes.TotalsDiffer, "lines", "Other totals were given when the draft was entered.", "Leave net, vat and gross out. Where they were given wrong, discard and enter it again.")),
            ({ } stated, _) => AskedFacts.WithLines(stated.Invoice.Facts, lines),
            (null, { } given) => AskedFacts.Of(asked, new DocumentAsked(invoice.Held.Currency is { Length: > 0 } own ? own : currency, given), new HeldInvoice(invoice.Held, invoice.Supplier)),
            _ => Result.Refused<InvoiceFacts>(new Problem(
                Codes.TotalsMissing, "lines", "This changeset did not make the draft, so it is not known what its lines must come to.")),
        };
        return (await facts.ThenAsync(found => rules.FitAsync(found, invoice.Supplier, cancel))).Map(prepared =>
        {
            session.State(handle, prepared);
            return set.With("lines", InvoiceFields.Lines(prepared.Fit));
        });
    }

    // What a person may take for the document's words.
    private static ImmutableArray<Problem> Made(DocumentWords words, SupplierInvoiceAsked asked) =>
        [.. words.Hold.Accounts("note", asked.Note), .. words.Hold.Accounts("label", asked.Label)];

    private async Task<AskedInvoice> RulesAsync(CancellationToken cancel)
    {
        var recorder = session.Targets.OpenRecorder!;
        return new AskedInvoice(recorder.Read, await session.RulesAsync(recorder, session.Documents.All is [var document] ? document.Reading.File.Digest() : "", cancel));
    }

    private async Task<Result<CreatedInvoice>> CreateAsync(EntryDecision decision, Fields set, string title, CancellationToken cancel)
    {
        session.EntitleOnce(title);
        var created = await session.DoAsync(
            recorder => new Operation.Create { Id = "", Resource = Resource, Set = set, Keys = ["supplierReference", "supplier"], From = session.EvidenceIn(recorder) }, cancel);
        return created.Map(done =>
        {
            var differences = InvoiceEntry.DifferencesOf(decision.Prepared.Fit, done.Operation);
            session.State(done.Operation.Id, decision.Prepared);
            session.Warn(done.Operation.Id, [.. decision.OnInvoice, .. StoredLines.Notices(decision.Prepared.Fit, done.Operation.After)]);
            session.Warn(done.Operation.Id, differences.IsEmpty ? [] : [new Notice("totals-differ", $"As entered, {string.Join("; ", differences)}.")]);
            return new CreatedInvoice(done, differences);
        });
    }

    /// <summary>How the changeset names an invoice.</summary>
    internal async Task<Result<Reference>> ReferenceAsync(string handle, CancellationToken cancel) =>
        (await NamedAsync(handle, cancel)).Map(named => named.Reference);

    /// <summary>The same, with the invoice itself as the sandbox has it.</summary>
    private async Task<Result<Named>> NamedAsync(string handle, CancellationToken cancel)
    {
        var recorder = await session.Targets.RecordAsync(cancel);
        return await recorder.ThenAsync(open => session.Names.IdOf(Resource, handle).ThenAsync(async id =>
        {
            var invoice = (await open.Read.SupplierInvoices.GetAsync(id, cancel)).ToResult(handle);
            return await invoice.ThenAsync(async held => (await open.Read.ThirdParties.GetAsync(held.SupplierId, cancel)).ToResult(handle)
                .Map(party => new Named(session.Names.Of(held, session.Names.Of(party)), held, party)));
        }));
    }

    private sealed record Named(Reference Reference, SupplierInvoice Held, ThirdParty Supplier);
}

/// <summary>The handles of a new invoice's supplier and, for a credit note, of the invoice that it corrects.</summary>
public sealed record PartyHandles(string Supplier, string? Credited);

/// <summary>An invoice that was entered as a draft.</summary>
/// <param name="Differences">Where the totals that Dolibarr makes differ from the document's; as long as they do, it cannot be validated.</param>
public sealed record CreatedInvoice(RecordResult.Done Done, ImmutableArray<string> Differences);
