using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>What is owed of an invoice on one target, and whether a payment of it may be entered there.</summary>
/// <param name="Invoice">As it is there.</param>
/// <param name="Paid">What was paid of it and set off against it.</param>
internal sealed record Owed(SupplierInvoice Invoice, ImmutableArray<Payment> Paid)
{
    /// <summary>In the currency of the books.</summary>
    public decimal Amount => Invoice.BookedInclTax - Paid.Sum(paid => paid.Amount);

    /// <summary>Why the payment is not entered; nothing where it may be.</summary>
    /// <param name="operation">The payment.</param>
    /// <param name="site">The target.</param>
    /// <param name="paysWhole">Whether Dolibarr would pay the whole invoice, whatever is asked for.</param>
    public IEnumerable<Problem> InTheWay(Operation.Create operation, Site site, bool paysWhole)
    {
        var amount = AmountOf(operation);
        var name = $"invoice '{Invoice.SupplierReference}'";
        if (Invoice.Status == SupplierInvoiceStatus.Draft)
        {
            yield return new Problem(Codes.NotValidated, operation.Id,
                $"The {name} is a draft on {site.Name}. Dolibarr would mark the draft as paid.", $"Validate it on {site.Name} first.");
            yield break;
        }
        if (Invoice.Status == SupplierInvoiceStatus.Abandoned
            || Invoice.Type is not (SupplierInvoiceType.Standard or SupplierInvoiceType.Replacement or SupplierInvoiceType.Deposit))
        {
            yield return new Problem(Codes.NotPayable, operation.Id,
                $"The {name} is {State} on {site.Name}; only invoices and deposits that are owed are paid here.",
                $"Enter it on {site.Name} by hand, if it is right.");
            yield break;
        }
        if (Invoice.IsForeign)
        {
            yield return new Problem(Codes.NotPayable, operation.Id,
                $"The {name} is in {Invoice.Currency}, and only payments in the currency of the books are entered here.",
                $"Enter it on {site.Name} by hand, with the rate of the day.");
            yield break;
        }
        if (Paid.FirstOrDefault(paid => IsSame(paid, operation)) is { } same)
        {
            yield return new Problem(Codes.AlreadyThere, operation.Id,
                $"{site.Name} already has a payment of {Decimals.Cents(same.Amount)} on that day for {name}, {same.Ref}.",
                "Somebody entered it since. If both are right, enter this one by hand.");
            yield break;
        }
        var owed = Amount - Before(operation, site);
        if (amount > owed)
        {
            yield return new Problem(Codes.AboveOwed, operation.Id,
                $"The payment is {Decimals.Cents(amount)}, and {Decimals.Cents(Math.Max(owed, 0))} is owed of {name} on {site.Name}.");
        }
        else if (paysWhole && (amount != Invoice.BookedInclTax || !Paid.IsEmpty))
        {
            yield return new Problem(Codes.WholeOnly, operation.Id,
                $"On {site.Name} the module Multicurrency is on, and there Dolibarr enters the whole {Decimals.Cents(Invoice.BookedInclTax)} of {name} as paid, whatever amount it is sent.", $"Enter this part payment on {site.Name} by hand.");
        }
    }

    /// <summary>What earlier payments of the same changeset will take of it.</summary>
    private decimal Before(Operation.Create operation, Site site) => site.Changeset.Operations.TakeWhile(other => other.Id != operation.Id)
        .OfType<Operation.Create>()
        .Where(other =>
            other.Resource == operation.Resource && Equals(other.Set[PaymentFields.Invoice], operation.Set[PaymentFields.Invoice]))
        .Where(other => !Paid.Any(paid => IsSame(paid, other)))
        .Sum(AmountOf);

    private string State => Invoice.Status == SupplierInvoiceStatus.Abandoned ? "abandoned"
        : Invoice.Type == SupplierInvoiceType.CreditNote ? "a credit note"
        : "of a kind that is not known here";

    private static bool IsSame(Payment paid, Operation.Create operation) =>
        paid.IsPaid && paid.Amount == AmountOf(operation) && Days.TextOrEmpty(paid.Date) == operation.Set.TextOf(PaymentFields.Date);

    private static decimal AmountOf(Operation.Create operation) => Decimals.Strict(operation.Set.TextOf(PaymentFields.Amount)) ?? 0;
}
