using System.Collections.Immutable;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The invoice that a credit note corrects, on the target.</summary>
internal static class CreditedInvoice
{
    /// <summary>The one invoice of this supplier that the document names, whatever spaces its number has; null, with a notice, where there is not exactly one.</summary>
    public static async Task<Result<(SupplierInvoice? Invoice, ImmutableArray<Notice> Notices)>> FindAsync(
        InvoiceFacts facts, ThirdParty? supplier, DolibarrReader read, CancellationToken cancel)
    {
        ImmutableArray<string> numbers = [.. facts.Preceding.Select(p => p.Number).OfType<string>().Select(References.Fold).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
        if (numbers.IsEmpty)
        {
            return Result.Ok<(SupplierInvoice?, ImmutableArray<Notice>)>((null, []));
        }
        var named = string.Join(", ", numbers.Select(n => $"'{n}'"));
        if (supplier is null)
        {
            return Result.Ok<(SupplierInvoice?, ImmutableArray<Notice>)>((null, [Unlinked($"The credit note corrects {named}; the supplier is new, so it has no invoice to link it to.")]));
        }
        var found = (await read.SupplierInvoices.FindBySupplierReferenceAsync([.. numbers.Select(KeepableText.Reference)], supplier.Id, cancel)).ToResult("credited invoice");
        return found.Map<(SupplierInvoice?, ImmutableArray<Notice>)>(invoices =>
            invoices.Where(i => i.Type is SupplierInvoiceType.Standard or SupplierInvoiceType.Deposit).ToImmutableArray() switch
            {
                [var one] when numbers.Length == 1 => (one, []),
                [] => (null, [Unlinked($"The credit note corrects {named}, which '{supplier.Name}' does not have here; it is entered without a link.")]),
                [var one] => (null, [Unlinked($"The credit note corrects {named}; only '{one.SupplierReference}' is here, and the note is not for it alone, so it is entered without a link.")]),
                var several => (null, [Unlinked($"The credit note corrects {named}; {several.Length} of them are here and Dolibarr links one, so it is entered without a link.")]),
            });
    }

    private static Notice Unlinked(string text) => new("credit-note-not-linked", text);
}
