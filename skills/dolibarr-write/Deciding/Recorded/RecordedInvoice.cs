using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;
using DolibarrAgent.Operations;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>An invoice that a changeset enters.</summary>
/// <param name="Marker">What it carries on every target: <c>&lt;changeset&gt;/op2</c>.</param>
/// <param name="Reference">The supplier's number as it was entered.</param>
/// <param name="Gross">As Dolibarr made it, negative for a credit note; null where it was not read back.</param>
/// <param name="Says">What its document says, where it was read without a model; else none.</param>
internal sealed record RecordedInvoice(string Marker, string Reference, SupplierIds Supplier, DateOnly? Date, decimal? Gross, Fields Says)
{
    /// <summary>The supplier's number, compared without how it is typed.</summary>
    public string NumberKey { get; } = References.KeyOf(Reference);

    /// <summary>In what a document of the same number differs from this; empty where it is the same invoice.</summary>
    public ImmutableArray<string> DifferencesTo(InvoiceFacts facts) => Says.Count > 0
        ?
        [
            .. Differ("type", Says.TextOf("typeCode"), facts.TypeCode),
            .. Differ("date", Says.TextOf("issueDate"), Days.Text(facts.IssueDate)),
            .. Differ("currency", Says.TextOf("currency"), facts.Currency),
            .. Differ("gross total", Decimals.Money(Decimals.Strict(Says.TextOf("gross"))), Decimals.Money(facts.Totals.Gross)),
            .. DifferWhereGiven("amount due", Decimals.Money(Decimals.Strict(Says.TextOf("due"))), Decimals.Money(facts.Totals.Due)),
            .. DifferWhereGiven("bank account", Says.TextOf("ibans"), facts.Ibans.IsEmpty ? null : string.Join(", ", facts.Ibans)),
        ]
        :
        [
            .. Differ("date", Days.Text(Date), Days.Text(facts.IssueDate)),
            .. Gross is { } here && facts.Totals.Gross is { } there && Math.Abs(Math.Abs(here) - Math.Abs(there)) > Duplicates.SameMoney ? Differ("gross total", Decimals.Money(Math.Abs(here)), Decimals.Money(there)) : [],
        ];

    /// <summary>Every invoice that a changeset enters, as it stands after its last operation on it.</summary>
    public static ImmutableArray<RecordedInvoice> In(Changeset changeset) =>
        [.. changeset.Operations.OfType<Operation.Create>().Where(o => o.Resource == SupplierInvoiceOperations.Instance.Name && o.Set.TextOf("supplierReference") is { Length: > 0 }).Select(o => Of(changeset, o))];

    private static RecordedInvoice Of(Changeset changeset, Operation.Create create)
    {
        var set = create.Set;
        var after = create.After;
        foreach (var update in changeset.Operations.OfType<Operation.Update>().Where(u => u.On.Equals(new Reference.Created(create.Id))))
        {
            (set, after) = (set.With(update.Set), after.With(update.After));
        }
        var reference = set.TextOf("supplierReference")!;
        var says = changeset.Evidence.OfType<Evidence.File>().Where(file => create.From.Contains(file.Id)).Select(file => file.Says)
            .FirstOrDefault(said => said.TextOf("number") is { } number && References.KeyOf(number) == References.KeyOf(reference)) ?? Fields.None;
        return new RecordedInvoice(
            changeset.MarkerOf(create), reference, SupplierOf(changeset, set).With(SupplierIds.Saying(says)), Days.Strict(set.TextOf("date")), Decimals.Strict(after.TextOf("totalInclTax")), says);
    }

    private static SupplierIds SupplierOf(Changeset changeset, Fields set) => set.ReferenceOf("supplier") switch
    {
        Reference.Created made => SupplierIds.Of(changeset.OperationNamed(made.Operation)?.Asked ?? Fields.None),
        Reference.Found found => SupplierIds.Of(found.Keys),
        _ => SupplierIds.Of(Fields.None),
    };

    private static IEnumerable<string> Differ(string what, string? recorded, string? document) =>
        recorded == document ? [] : [$"the {what} is {recorded ?? "not given"} there and {document ?? "not given"} here"];

    /// <summary>The same invoice in a smaller profile leaves these out.</summary>
    private static IEnumerable<string> DifferWhereGiven(string what, string? recorded, string? document) =>
        recorded is null || document is null ? [] : Differ(what, recorded, document);
}
