using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Recording;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Invoices, credit notes and deposits of suppliers: found on the configured target, written on the sandbox.</summary>
public sealed class SupplierInvoiceSkill
{
    private static readonly string Resource = SupplierInvoiceResource.Instance.Name;

    private readonly Session session;
    private readonly ThirdPartySkill thirdParties;

    internal SupplierInvoiceSkill(Session session, ThirdPartySkill thirdParties) => (this.session, this.thirdParties) = (session, thirdParties);

    /// <summary>How an invoice is named in this session: <c>op2</c> where its changeset made it, else its id on the target.</summary>
    public string HandleOf(SupplierInvoice invoice) => session.Names.HandleOf(Resource, invoice.Id);

    /// <summary>Those with the supplier's own reference, of one supplier by its handle or (null) of any.</summary>
    public async Task<Result<ImmutableArray<SupplierInvoice>>> FindAsync(string reference, string? supplier, CancellationToken cancel)
    {
        var id = supplier is null ? Result.Ok<long?>(null) : session.Names.IdOf(ThirdPartyResource.Instance.Name, supplier).Map(found => (long?)found);
        return await id.ThenAsync(of => session.Targets.Read().ThenAsync(async read => (await read.SupplierInvoices.FindBySupplierReferenceAsync([reference], of, cancel)).ToResult("find")));
    }

    /// <summary>Those of a supplier on a day.</summary>
    public async Task<Result<ImmutableArray<SupplierInvoice>>> FindByDateAsync(string supplier, DateOnly date, CancellationToken cancel) =>
        await session.Names.IdOf(ThirdPartyResource.Instance.Name, supplier)
            .ThenAsync(id => session.Targets.Read().ThenAsync(async read => (await read.SupplierInvoices.FindByDateAsync(id, date, cancel)).ToResult("find")));

    /// <summary>One by its handle.</summary>
    public async Task<Result<SupplierInvoice>> GetAsync(string handle, CancellationToken cancel) =>
        await session.Names.IdOf(Resource, handle).ThenAsync(id => session.Targets.Read().ThenAsync(async read => (await read.SupplierInvoices.GetAsync(id, cancel)).ToResult(handle)));

    /// <summary>
    /// Enters one with its lines, as a draft. Refused where it is there already, where its supplier is closed or none,
    /// and where its currency is not the company's. The value's second part says where the totals that Dolibarr makes
    /// part from the document's; as long as they do, it cannot be validated.
    /// </summary>
    public async Task<Result<(RecordResult.Done Done, ImmutableArray<string> Differences)>> CreateAsync(
        (string Supplier, string? Credited) handles, SupplierInvoiceAsked asked, DocumentAsked document, CancellationToken cancel)
    {
        var supplier = await thirdParties.ReferenceAsync(handles.Supplier, cancel);
        return await supplier.ThenAsync(async of =>
        {
            var credited = handles.Credited is { } handle ? (await NamedAsync(handle, cancel)).Map(found => (Reference?)found.Reference) : Result.Ok<Reference?>(null);
            var decided = await new AskedInvoice(session.Targets.OpenRecorder!.Read).DecideAsync(of.Party, asked, document, cancel);
            return await credited.ThenAsync(link => decided.ThenAsync(notices => CreateAsync(AskedFields.New(asked, (of.Reference, link), document.Currency), document, notices, cancel)));
        });
    }

    /// <summary>Changes a draft, by its handle: header fields, and all of its lines where lines are given.</summary>
    public async Task<Result<RecordResult.Done>> ChangeAsync(string handle, SupplierInvoiceAsked asked, CancellationToken cancel)
    {
        var named = await NamedAsync(handle, cancel);
        return await named.ThenAsync(invoice => session.DoAsync(recorder => new Operation.Update
        {
            Id = "",
            Resource = Resource,
            On = invoice.Reference,
            Before = Fields.None,
            Set = AskedFields.Of(asked),
            From = session.EvidenceIn(recorder),
        }, cancel));
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
        return await named.ThenAsync(invoice => DifferencesOf(invoice, gross) is [_, ..] differences
            ? Task.FromResult(Result.Refused<RecordResult.Done>(new Problem(
                "totals-differ", handle, $"{string.Join("; ", differences)}.",
                "Correct the lines with change_supplier_invoice; where the totals were given wrong, discard and enter it again; else leave it a draft and tell the person.")))
            : session.DoAsync(recorder => new Operation.Validate { Id = "", Resource = Resource, On = invoice.Reference, From = session.EvidenceIn(recorder) }, cancel));
    }

    private ImmutableArray<string> DifferencesOf((Reference Reference, SupplierInvoice Held) invoice, decimal gross)
    {
        var stored = new StoredTotals(invoice.Held.TotalExclTax, invoice.Held.TotalVat, invoice.Held.TotalInclTax);
        var stated = invoice.Reference is Reference.Created made ? session.StatedFor(made.Operation) : null;
        return [.. StoredTotals.Differences(stored with { Gross = gross }, stored), .. StoredTotals.Differences(stated ?? stored, stored).Where(_ => gross == stored.Gross)];
    }

    private async Task<Result<(RecordResult.Done, ImmutableArray<string>)>> CreateAsync(Fields set, DocumentAsked document, ImmutableArray<Notice> notices, CancellationToken cancel)
    {
        session.EntitleOnce(Titles.Of(set, document));
        var created = await session.DoAsync(
            recorder => new Operation.Create { Id = "", Resource = Resource, Set = set, Keys = ["supplierReference", "supplier"], From = session.EvidenceIn(recorder) }, cancel);
        return created.Map(done =>
        {
            var stated = new StoredTotals(document.Net, document.Vat, document.Gross);
            var differences = StoredTotals.Differences(stated, StoredTotals.Of(done.Operation.After));
            session.State(done.Operation.Id, stated);
            session.Warn(done.Operation.Id, notices);
            session.Warn(done.Operation.Id, differences.IsEmpty ? [] : [new Notice("totals-differ", $"As entered, {string.Join("; ", differences)}.")]);
            return (done, differences);
        });
    }

    /// <summary>How the changeset names an invoice, and the invoice itself as the sandbox has it.</summary>
    private async Task<Result<(Reference Reference, SupplierInvoice Held)>> NamedAsync(string handle, CancellationToken cancel)
    {
        var recorder = await session.Targets.RecordAsync(cancel);
        return await recorder.ThenAsync(open => session.Names.IdOf(Resource, handle).ThenAsync(async id =>
        {
            var invoice = (await open.Read.SupplierInvoices.GetAsync(id, cancel)).ToResult(handle);
            return await invoice.ThenAsync(async held => (await open.Read.ThirdParties.GetAsync(held.SupplierId, cancel)).ToResult(handle)
                .Map(party => (session.Names.Of(held, session.Names.Of(party)), held)));
        }));
    }
}
