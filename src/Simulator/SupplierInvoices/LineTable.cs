using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DolibarrAgent.Simulator;

/// <summary>The lines of all invoices, by id and by invoice, so that an invoice costs no more where there are many.</summary>
internal sealed class LineTable
{
    public static readonly LineTable Empty = new(ImmutableDictionary<long, long>.Empty, ImmutableDictionary<long, ImmutableSortedDictionary<long, InvoiceLine>>.Empty);

    private readonly ImmutableDictionary<long, long> invoices;
    private readonly ImmutableDictionary<long, ImmutableSortedDictionary<long, InvoiceLine>> rows;

    private LineTable(ImmutableDictionary<long, long> invoices, ImmutableDictionary<long, ImmutableSortedDictionary<long, InvoiceLine>> rows) =>
        (this.invoices, this.rows) = (invoices, rows);

    public InvoiceLine this[long id] => Of(invoices[id])[id];

    /// <summary>The lines of an invoice by their ids; none for an invoice that has none.</summary>
    public ImmutableSortedDictionary<long, InvoiceLine> Of(long invoice) =>
        rows.GetValueOrDefault(invoice, ImmutableSortedDictionary<long, InvoiceLine>.Empty);

    public bool TryGetValue(long id, [NotNullWhen(true)] out InvoiceLine? line)
    {
        line = invoices.TryGetValue(id, out var invoice) ? Of(invoice)[id] : null;
        return line is not null;
    }

    /// <summary>With a line added, or replaced by that of its id.</summary>
    public LineTable With(InvoiceLine line) =>
        new(invoices.SetItem(line.Id, line.InvoiceId), rows.SetItem(line.InvoiceId, Of(line.InvoiceId).SetItem(line.Id, line)));

    public LineTable With(IEnumerable<InvoiceLine> lines) => lines.Aggregate(this, (table, line) => table.With(line));

    public LineTable Without(InvoiceLine line) =>
        new(invoices.Remove(line.Id), rows.SetItem(line.InvoiceId, Of(line.InvoiceId).Remove(line.Id)));

    public LineTable WithoutInvoice(long invoice) => new(invoices.RemoveRange(Of(invoice).Keys), rows.Remove(invoice));
}
