using System.Collections.Immutable;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The invoice that a credit note corrects, on the target.</summary>
/// <param name="Invoice">Null where there is none to link.</param>
/// <param name="Notices">Why there is none, where the document names one.</param>
internal sealed record CreditedInvoice(SupplierInvoice? Invoice, ImmutableArray<Notice> Notices)
{
    /// <summary>The one invoice of this supplier that the document names, whatever spaces its number has; null, with a notice, where there is not exactly one.</summary>
    public static async Task<Result<CreditedInvoice>> FindAsync(InvoiceFacts facts, ThirdParty? supplier, DolibarrReader read, CancellationToken cancel)
    {
        ImmutableArray<string> numbers = [.. facts.Preceding.Select(p => p.Number).OfType<string>().Select(References.Fold).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
        if (numbers.IsEmpty)
        {
            return Result.Ok(new CreditedInvoice(null, []));
        }
        var named = string.Join(", ", numbers.Select(n => $"'{n}'"));
        if (supplier is null)
        {
            return Result.Ok(Unlinked($"The credit note corrects {named}; the supplier is new, so it has no invoice to link it to."));
        }
        var found = (await read.SupplierInvoices.FindBySupplierReferenceAsync([.. numbers.Select(KeepableText.Reference)], supplier.Id, cancel)).ToResult("credited invoice");
        return found.Map(invoices =>
            invoices.Where(i => i.Type is SupplierInvoiceType.Standard or SupplierInvoiceType.Deposit).ToImmutableArray() switch
            {
                [var one] when numbers.Length == 1 => new CreditedInvoice(one, []),
                [] => Unlinked($"The credit note corrects {named}, which '{supplier.Name}' does not have here; it is entered without a link."),
                [var one] => Unlinked($"The credit note corrects {named}; only '{one.SupplierReference}' is here, and the note is not for it alone, so it is entered without a link."),
                var several => Unlinked($"The credit note corrects {named}; {several.Length} of them are here and Dolibarr links one, so it is entered without a link."),
            });
    }

    private static CreditedInvoice Unlinked(string text) => new(null, [new Notice("credit-note-not-linked", text)]);
}
