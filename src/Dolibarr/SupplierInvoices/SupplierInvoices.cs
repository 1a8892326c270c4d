using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr;

/// <summary>Reads supplier invoices, with their lines unless it says otherwise. What a look-up does not find is trusted only after the key's rights were proven.</summary>
public sealed class SupplierInvoices
{
    private static readonly Listing<SupplierInvoiceWire, SupplierInvoice> List =
        new(Inbound.Default.PageWireSupplierInvoiceWire, wire => wire.ToSupplierInvoice(), invoice => invoice.Id, EmptyIs404: false);

    private static readonly Listing<SupplierInvoiceHeadWire, SupplierInvoice> Heads =
        new(Inbound.Default.PageWireSupplierInvoiceHeadWire, wire => wire.ToHead(), invoice => invoice.Id, EmptyIs404: false);

    private readonly Caller caller;
    private readonly IReadSupplierInvoices api;
    private readonly Users users;

    internal SupplierInvoices(Caller caller, IReadSupplierInvoices api, Users users) => (this.caller, this.api, this.users) = (caller, api, users);

    /// <summary>One by its number on this server; refused with <see cref="Codes.NotFound"/> if there is none.</summary>
    public Task<Answer<SupplierInvoice>> GetAsync(long id, CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.GetAsync(id, token),
        reply => reply.ReadOne(Inbound.Default.SupplierInvoiceWire, wire => wire.ToSupplierInvoice()),
        cancel);

    /// <summary>The greatest number of a supplier invoice that is there, 0 if there is none. Refused where the key may not see them all.</summary>
    public async Task<Answer<long>> HighestIdAsync(CancellationToken cancel)
    {
        var proven = await this.users.ProveAsync(RightsNeeded.ReadingSupplierInvoices, cancel);
        return await proven.ThenAsync(_ => List.HighestAsync(this.caller, token => this.api.LastAsync(token), cancel));
    }

    /// <summary>The latest that the key sees, the newest first, with their lines, dates and amounts and nothing else. One call; proves nothing about what is absent.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> LatestAsync(int most, CancellationToken cancel) =>
        List.PageAsync(this.caller, token => this.api.LatestAsync(most, token), most, cancel);

    /// <summary>The latest of one supplier, as <see cref="LatestAsync"/> gives them.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> LatestOfAsync(long supplierId, int most, CancellationToken cancel) =>
        List.PageAsync(this.caller, token => this.api.LatestOfAsync(Filter.Is(Column.Supplier, supplierId).Text, most, token), most, cancel);

    /// <summary>All with these numbers, in the order of the numbers; those that are gone are left out. One call for a hundred.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> GetAllAsync(IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        FindAsync([.. ids.Distinct().Chunk(100).Select(some => Filter.In(Column.Id, some))], _ => true, cancel);

    /// <summary>
    /// All with one of these supplier references, of one supplier or (null) of any. Compared trimmed, with every white
    /// space alike; the case counts, as it does for the server's own rule.
    /// </summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindBySupplierReferenceAsync(
        IReadOnlyCollection<string> references, long? supplierId, CancellationToken cancel)
    {
        HashSet<string> asked = [.. references.Select(Folded.Reference).Where(reference => reference.Length > 0)];
        var filters = asked.Order(StringComparer.Ordinal).Select(reference => Filter.HoldsSpaced(Column.SupplierReference, reference));
        return FindAsync(
            [.. Filter.AnyOf(filters).Select(filter => supplierId is { } id ? filter.And(Filter.Is(Column.Supplier, id)) : filter)],
            invoice => asked.Contains(Folded.Reference(invoice.SupplierReference)) && (supplierId ?? invoice.SupplierId) == invoice.SupplierId,
            cancel);
    }

    /// <summary>
    /// All of this day, whoever their supplier is, whose supplier reference has the same letters and digits: perhaps the
    /// same document, entered for somebody else or under another spelling of its number.
    /// </summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindAlikeAsync(
        string reference, DateOnly date, CancellationToken cancel)
    {
        var asked = Folded.Identifier(reference);
        return FindAsync(
            asked.Length == 0 ? [] : [Filter.On(Column.InvoiceDate, date).And(Filter.Spells(Column.SupplierReference, asked))],
            invoice => Folded.Identifier(invoice.SupplierReference) == asked,
            cancel);
    }

    /// <summary>All that one of the look-ups finds, in as few calls as can be.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindAsync(IReadOnlyCollection<SupplierInvoiceLook> looks, CancellationToken cancel)
    {
        HashSet<SupplierInvoiceLook> asked = [.. looks.Where(look => look is not (SupplierInvoiceLook.Marked { Marker: "" } or SupplierInvoiceLook.Numbered { Number.Reference: "" }))];
        return FindAsync(
            [.. Filter.AnyOf(asked.Select(look => look.Filter).OrderBy(filter => filter.Text, StringComparer.Ordinal))],
            invoice => SupplierInvoiceLook.ThatFind(invoice).Any(asked.Contains),
            cancel);
    }

    /// <summary>All with one of these markers, exactly.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindByMarkerAsync(IReadOnlyCollection<string> markers, CancellationToken cancel) =>
        FindAsync([.. markers.Select(marker => new SupplierInvoiceLook.Marked(marker))], cancel);

    /// <summary>All of a supplier.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindBySupplierAsync(long supplierId, CancellationToken cancel) =>
        FindAsync([Filter.Is(Column.Supplier, supplierId)], invoice => invoice.SupplierId == supplierId, cancel);

    /// <summary>All of one of these suppliers on its day, in as few calls as can be.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindByDatesAsync(IReadOnlyCollection<SupplierDay> days, CancellationToken cancel)
    {
        HashSet<SupplierDay> asked = [.. days];
        return FindAsync(
            [.. Filter.AnyOf(asked.OrderBy(day => day.SupplierId).ThenBy(day => day.Date)
                .Select(day => Filter.Is(Column.Supplier, day.SupplierId).And(Filter.On(Column.InvoiceDate, day.Date))))],
            invoice => invoice.Date is { } date && asked.Contains(new SupplierDay(invoice.SupplierId, date)),
            cancel);
    }

    /// <summary>All of a supplier on a day: where a duplicate under another reference is found.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindByDateAsync(long supplierId, DateOnly date, CancellationToken cancel) =>
        FindAsync(
            [Filter.Is(Column.Supplier, supplierId).And(Filter.On(Column.InvoiceDate, date))],
            invoice => invoice.SupplierId == supplierId,
            cancel);

    /// <summary>The same without their lines, terms, notes and due dates: a supplier may have hundreds on a day.</summary>
    public async Task<Answer<ImmutableArray<SupplierInvoice>>> FindHeadsByDateAsync(long supplierId, DateOnly date, CancellationToken cancel)
    {
        var filter = Filter.Is(Column.Supplier, supplierId).And(Filter.On(Column.InvoiceDate, date));
        var proven = await this.users.ProveAsync(RightsNeeded.ReadingSupplierInvoices, cancel);
        var found = await proven.ThenAsync(_ =>
            Heads.AllAsync(this.caller, (part, token) => this.api.HeadsAsync(part, Listing.PageSize, token), [filter], cancel));
        return found.Map<ImmutableArray<SupplierInvoice>>(invoices => [.. invoices.Where(invoice => invoice.SupplierId == supplierId)]);
    }

    private async Task<Answer<ImmutableArray<SupplierInvoice>>> FindAsync(
        ImmutableArray<Filter> filters, Func<SupplierInvoice, bool> matches, CancellationToken cancel)
    {
        var proven = await this.users.ProveAsync(RightsNeeded.ReadingSupplierInvoices, cancel);
        var found = await proven.ThenAsync(_ =>
            List.AllAsync(this.caller, (filter, token) => this.api.ListAsync(filter, Listing.PageSize, token), filters, cancel));
        return found.Map<ImmutableArray<SupplierInvoice>>(invoices => [.. invoices.Where(matches)]);
    }
}

/// <summary>A day of a supplier.</summary>
public sealed record SupplierDay(long SupplierId, DateOnly Date);
