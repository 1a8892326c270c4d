using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>What Dolibarr lets through and the books do not: invoices without reference or date, for a closed third party, of the wrong sign.</summary>
internal static class SupplierInvoiceRules
{
    private static readonly string[] NeededOfALine = ["description", "quantity", "unitPrice", "vatRate", "kind"];

    public static IEnumerable<Problem> Check(Operation.Create operation)
    {
        var set = operation.Set;
        foreach (var (name, remedy) in new[]
        {
            (SupplierInvoiceFields.SupplierReference, "Give the number that the supplier printed on it: Dolibarr tells invoices apart by it."),
            (SupplierInvoiceFields.Date, "Give the date on the document: without one Dolibarr takes today."),
        })
        {
            if (string.IsNullOrWhiteSpace(set.TextOf(name)))
            {
                yield return new Problem(Codes.MissingField, $"{operation.Id}.set.{name}", $"A supplier invoice needs '{name}'.", remedy);
            }
        }
        if (set.ReferenceOf(SupplierInvoiceFields.Supplier) is null)
        {
            yield return new Problem(Codes.MissingField, $"{operation.Id}.set.{SupplierInvoiceFields.Supplier}", "A supplier invoice needs its supplier.", "Name the supplier, or create it first.");
        }
        if (set.RowsOf(SupplierInvoiceFields.Lines).IsEmpty)
        {
            yield return new Problem(Codes.MissingField, $"{operation.Id}.set.{SupplierInvoiceFields.Lines}", "A supplier invoice needs at least one line.", "Give its lines; where the document has none, one for each VAT rate.");
        }
        foreach (var problem in Lines(set, $"{operation.Id}.set.{SupplierInvoiceFields.Lines}"))
        {
            yield return problem;
        }
    }

    /// <summary>A third party that the same changeset makes, and does not make a supplier, has no supplier invoices.</summary>
    public static IEnumerable<Problem> MadeAsSupplier(Operation.Create operation, Changeset changeset)
    {
        if (operation.Set.ReferenceOf(SupplierInvoiceFields.Supplier) is Reference.Created { Operation: var maker } made
            && changeset.OperationNamed(maker) is Operation.Create { Set: var set } && !IsSupplier(set)
            && !changeset.Operations.OfType<Operation.Update>().Any(update => update.On.Equals(made) && IsSupplier(update.Set)))
        {
            yield return new Problem(Codes.SupplierUnfit, $"{operation.Id}.set.{SupplierInvoiceFields.Supplier}", $"{maker} does not make a supplier of the third party that it enters.", "Record the changeset again.");
        }
    }

    private static bool IsSupplier(Fields set) => set[ThirdPartyFields.Supplier] is FieldValue.Flag { Value: true };

    public static IEnumerable<Problem> Lines(Fields set, string place)
    {
        var number = 0;
        foreach (var line in set.RowsOf(SupplierInvoiceFields.Lines))
        {
            number++;
            var at = string.Create(CultureInfo.InvariantCulture, $"{place}[{number}]");
            foreach (var name in NeededOfALine.Where(name => !line.Has(name)))
            {
                yield return new Problem(Codes.MissingField, $"{at}.{name}", $"A line needs '{name}': Dolibarr would take 0 or nothing for it.", "Give it.");
            }
            if (line.TextOf(SupplierInvoiceLineFields.PeriodFrom) is { Length: > 0 } from && line.TextOf(SupplierInvoiceLineFields.PeriodTo) is { Length: > 0 } to && string.CompareOrdinal(from, to) > 0)
            {
                yield return new Problem(Codes.PeriodBackwards, $"{at}.{SupplierInvoiceLineFields.PeriodTo}", $"The period begins on {from} and ends on {to}: Dolibarr would store a line of nothing for it, and say yes.");
            }
            if (set.TextOf(SupplierInvoiceFields.Type) == SupplierInvoiceFields.CreditNote
                && (Decimals.Strict(line.TextOf("unitPrice")) > 0 || Decimals.Strict(line.TextOf("quantity")) < 0))
            {
                yield return new Problem(Codes.WrongSign, at, "The lines of a credit note have negative prices and positive quantities; Dolibarr makes every other sign into that.");
            }
        }
    }

    /// <summary>Dolibarr keeps the product of a line, whatever is sent to take it off.</summary>
    public static IEnumerable<Problem> ProductsStay(Operation.Update operation) =>
        operation.Set.RowsOf(SupplierInvoiceFields.Lines).Zip(operation.Before.RowsOf(SupplierInvoiceFields.Lines))
            .Select((pair, at) => (Wanted: pair.First.TextOf(SupplierInvoiceLineFields.Product), There: pair.Second.TextOf(SupplierInvoiceLineFields.Product), Line: at + 1))
            .Where(line => line is { Wanted: "", There.Length: > 0 })
            .Select(line => new Problem(
                Codes.CannotBeCleared, string.Create(CultureInfo.InvariantCulture, $"{operation.Id}.set.{SupplierInvoiceFields.Lines}[{line.Line}].{SupplierInvoiceLineFields.Product}"), $"Dolibarr does not take the product '{line.There}' off a line.",
                "Leave 'product' out, or name another. To have the line without one, discard the draft and enter it again."));

    /// <summary>A conflict where the supplier is closed or no supplier, which Dolibarr does not mind; null where it is fine.</summary>
    public static async Task<Standing?> SupplierBlocksAsync(Operation.Create operation, long supplier, Site site, CancellationToken cancel)
    {
        // One that this run has made as a supplier was read back a moment ago.
        if (operation.Set.ReferenceOf(SupplierInvoiceFields.Supplier) is Reference.Created { Operation: var maker } && site.Bindings.IsNew(maker)
            && site.Changeset.OperationNamed(maker) is Operation.Create { Set: var made } && IsSupplier(made))
        {
            return null;
        }
        var answer = await site.Read.Objects(ThirdPartyFields.Resource).GetAsync(supplier, cancel);
        return answer switch
        {
            Answer<DolibarrObject>.Ok { Value: { IsOpen: true } party } when IsSupplier(party.Held) => null,
            Answer<DolibarrObject>.Ok { Value: var party } => Standings.Conflict(new Problem(
                Codes.SupplierUnfit, operation.Id, $"{ThirdPartyOperations.Instance.Describe(party)} is {(party.IsOpen ? "no supplier" : "closed")} on {site.Name}.",
                party.IsOpen ? $"Mark it as a supplier on {site.Name}, or find the right one." : $"Open it again on {site.Name}, or find the right one.")),
            _ => Standings.Unseen(answer.ProblemOf(operation.Id)),
        };
    }
}
