using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Brings the lines of a draft to what is wanted, from whatever they are now: change, add at the end, take from the end.</summary>
internal sealed class SupplierInvoiceLines(SupplierInvoice current, WritableSite site)
{
    /// <param name="here">The target's numbers of what the lines name.</param>
    public async Task<Answer<long>> BringToAsync(ImmutableArray<Fields> wanted, Standing.Ready here, CancellationToken cancel)
    {
        var invoice = current.Id;
        var held = SupplierInvoiceImage.Of(current).RowsOf(SupplierInvoiceFields.Lines);
        var writer = site.Writer.SupplierInvoices;
        var begun = false;
        for (var i = 0; i < wanted.Length; i++)
        {
            Answer<long>? step = i >= held.Length
                ? await writer.AddLineAsync(invoice, SupplierInvoiceRequests.Line(wanted[i], here), cancel)
                : SupplierInvoiceLineFields.All.Differences(wanted[i], held[i]).IsEmpty
                    ? null
                    : (await writer.UpdateLineAsync(invoice, current.Lines[i].Id, SupplierInvoiceRequests.LineInPlaceOf(current.Lines[i], wanted[i], here), cancel)).Map(_ => invoice);
            if (step is not (null or Answer<long>.Ok))
            {
                return begun ? PartlyDone(step) : step;
            }
            begun |= step is not null;
        }
        for (var i = held.Length - 1; i >= wanted.Length; i--)
        {
            var step = await writer.DeleteLineAsync(invoice, current.Lines[i].Id, cancel);
            if (step is not Answer<Done>.Ok)
            {
                return begun ? PartlyDone(step.Map(_ => invoice)) : step.Map(_ => invoice);
            }
            begun = true;
        }
        return new Answer<long>.Ok(invoice);
    }

    /// <summary>A refusal after a call that took effect is not a refusal of the whole, and a call that never arrived does not undo the one before: what became of it has to be looked at, and gone on with.</summary>
    public static Answer<long> PartlyDone(Answer<long> answer) => answer switch
    {
        Answer<long>.Refused { Problem: var no } => new Answer<long>.Unanswered(new Problem(no.Code, "", $"It was begun, then refused: {no.Message}", no.Remedy), true),
        Answer<long>.Unanswered unanswered => unanswered with { MayHaveTakenEffect = true },
        _ => answer,
    };
}
