using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Review;

/// <summary>What the documents say against what was entered, for one operation that makes something.</summary>
/// <param name="changeset">What is shown.</param>
/// <param name="wording">Its words.</param>
/// <param name="checks">What came of reading the documents again: where their pages say what they say.</param>
internal sealed class DocumentComparison(Changeset changeset, Wording wording, Checks checks)
{
    private static readonly ImmutableArray<Compared> InvoiceFacts =
        [new("number", "supplierReference"), new("issueDate", "date"), new("dueDate", "dueDate"), new("currency", "currency"), new("net", "totalExclTax"), new("vat", "totalVat"), new("gross", "totalInclTax")];

    private static readonly ImmutableArray<Compared> SellerFacts =
        [new("sellerName", "name"), new("sellerVatId", "vatNumber"), new("sellerSiren", "siren"), new("sellerSiret", "siret")];

    /// <summary>A document may name several accounts; the one that is entered must be among them.</summary>
    private static readonly ImmutableArray<Compared> AccountFacts = [new("ibans", "iban")];

    public ImmutableArray<Comparison> Of(Operation operation) => operation is Operation.Create or Operation.Update { Resource: "bankAccount" }
        ? [.. operation.From.Distinct(StringComparer.Ordinal).Select(changeset.EvidenceNamed).OfType<Evidence.File>().SelectMany(file => Of(operation, file))]
        : [];

    private IEnumerable<Comparison> Of(Operation operation, Evidence.File file) => operation.Resource switch
    {
        "thirdparty" => Each(SellerFacts, file, operation.Asked.TextOf),
        "supplierInvoice" => Each(InvoiceFacts, file, field => operation.After.TextOf(field) ?? operation.Asked.TextOf(field), IsCreditNote(operation))
            .Concat(Supplier(operation, file) is { } supplier ? Each(SellerFacts.RemoveAll(fact => !supplier.Has(fact.Field)), file, supplier.TextOf) : []),
        "bankAccount" when operation.Asked.Has("iban") => Each(AccountFacts, file, operation.Asked.TextOf),
        _ => [],
    };

    private IEnumerable<Comparison> Each(ImmutableArray<Compared> facts, Evidence.File file, Func<string, string?> entered, bool turned = false)
    {
        foreach (var (said, field) in facts)
        {
            if (file.Says[said] is not { } says)
            {
                continue;
            }
            var value = entered(field);
            var place = PlacesOf(file).FirstOrDefault(place => place.Said == said);
            yield return new Comparison(wording.Labels.Fact(said), wording.Shown(file.Id), wording.Value(says), value is null ? null : wording.Value(new FieldValue.Text(value)))
            {
                Field = field,
                ReadAt = place is null ? null : wording.Words.Say.ReadAt(place.Page.Number, wording.Text(place.Row)),
                Part = place is null ? null : new PagePart(file.Sha256, place.Page, place.Box),
                Agrees = value is not null && says is FieldValue.Text text && (Agree(field, text.Value, value) || (RoundingOf(field, file) is { } rounding && IsTotal(Decimals.Strict(text.Value), Decimals.Strict(value), rounding, turned))),
            };
        }
    }

    /// <summary>Only of a reading that says what the changeset says: of another, its places show other values.</summary>
    private ImmutableArray<ReadPlace> PlacesOf(Evidence.File file) => checks.Read?.Values.OfType<ReadEvidence.Done>()
        .SelectMany(done => done.Files)
            .FirstOrDefault(read => read.Sha256 == file.Sha256 && !read.Places.IsEmpty && read.Says.Equals(file.Says))?.Places ?? [];

    /// <summary>What a rounding amount that is entered as a line of its own adds to a total.</summary>
    private static decimal? RoundingOf(string field, Evidence.File file) => field switch
    {
        "totalExclTax" or "totalInclTax" => Decimals.Strict(file.Says.TextOf("rounding")) is { } amount && RoundingAmount.IsOne(amount) ? amount : 0,
        "totalVat" => 0,
        _ => null,
    };

    /// <summary>Whether it is the document's total: with the rounding or without, turned round for a credit note or not.</summary>
    private static bool IsTotal(decimal? said, decimal? entered, decimal rounding, bool turned) =>
        said is { } total && entered is { } stored && (stored == total + rounding || (turned && (stored == -total || stored == -(total + rounding))));

    /// <summary>The supplier as the invoice names it, where no creation in this changeset is compared with the same document.</summary>
    private Fields? Supplier(Operation operation, Evidence.File file) => operation.Asked.ReferenceOf("supplier") switch
    {
        Reference.Found found => found.Keys,
        Reference.Created created when changeset.OperationNamed(created.Operation) is { } maker && !maker.From.Contains(file.Id) => maker.Asked,
        _ => null,
    };

    private static bool Agree(string field, string said, string entered) => field switch
    {
        "name" => Letters(said) == Letters(entered),
        "totalExclTax" or "totalVat" or "totalInclTax" => Decimals.Strict(said) is { } number && number == Decimals.Strict(entered),
        "iban" => said.Split(',').Any(one => IbanForm.Bare(one) == IbanForm.Bare(entered)),
        _ => Solid(said) == Solid(entered),
    };

    /// <summary>A document gives a credit note's totals as positive, Dolibarr as negative.</summary>
    private static bool IsCreditNote(Operation operation) => (operation.After.TextOf("type") ?? operation.Asked.TextOf("type")) == "creditNote";

    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    private static string Letters(string text) => string.Concat(PlainLetters.Of(text).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>What a document says, and the field that it is compared with.</summary>
    private sealed record Compared(string Said, string Field);
}
