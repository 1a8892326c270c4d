using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>A decided invoice as the fields that its operations set.</summary>
internal static class InvoiceFields
{
    // What the database of third parties keeps.
    private const int LongestName = 128;
    private const int LongestAddress = 255;
    private const int LongestZip = 25;
    private const int LongestTown = 50;
    private const int LongestPhone = 30;

    private static readonly ImmutableArray<string> LegalIds = ["vatNumber", "siren", "siret"];

    /// <summary>The new supplier, and its keys.</summary>
    public static KeyedFields Supplier(Party seller, string? country)
    {
        var set = Fields.None
            .With("name", NameOf(seller))
            .With("supplier", true)
            .With("vatNumber", seller.VatId)
            .With("siren", seller.Siren)
            .With("siret", seller.Siret)
            .With("country", country)
            .With("address", Fitting(string.Join('\n', seller.Address.Street), LongestAddress))
            .With("zip", Fitting(seller.Address.Zip, LongestZip))
            .With("town", Fitting(seller.Address.Town, LongestTown))
            .With("email", Email(seller.Address.Email) is { Length: <= LongestName } email ? email : null)
            .With("phone", Fitting(seller.Address.Phone, LongestPhone));
        return new KeyedFields(set, KeysOf(set));
    }

    /// <summary>The seller's name as it is entered.</summary>
    public static string NameOf(Party seller) => KeepableText.Line(seller.Name ?? seller.TradingName!, LongestName);

    /// <summary>By what a new third party would be found if it existed: its legal ids; its name only where it has none.</summary>
    public static ImmutableArray<string> KeysOf(Fields set)
    {
        ImmutableArray<string> legal = [.. LegalIds.Where(name => set.TextOf(name) is { Length: > 0 })];
        return legal.IsEmpty ? ["name"] : legal;
    }

    /// <summary>The invoice with its fitted lines.</summary>
    public static Fields Invoice(EntryDecision decision, Reference supplier, Reference? credited)
    {
        var facts = decision.Facts;
        var set = Fields.None
            .With("supplier", supplier)
            .With("supplierReference", KeepableText.Reference(facts.Number!))
            .With("type", TypeOf(decision.Prepared.Fit.Kind));
        if (credited is not null)
        {
            set = set.With("creditedInvoice", credited);
        }
        return set
            .With("date", Days.Text(facts.IssueDate!.Value))
            .With("dueDate", DueDate.Of(facts) is { } due ? Days.Text(due.Day) : null)
            .With("paymentTerms", decision.PaymentTerms)
            .With("paymentMeans", decision.PaymentMeans)
            .With("currency", decision.Currency)
            .With("currencyRate", decision.Rate is { } rate ? Decimals.Text(rate.Rate) : null)
            .With("notePrivate", PrivateNote.Of(facts))
            .With("lines", decision.Prepared.Fit.Lines.Select(line => Line(line).With("product", decision.ProductRefs.GetValueOrDefault(line.Source)).With(OfDocumentLine(line, facts))));
    }

    /// <summary>The fitted lines.</summary>
    public static IEnumerable<Fields> Lines(FittedInvoice fit) => fit.Lines.Select(Line);

    /// <summary>What the document's own line says besides: its period, and how the supplier calls the item. A period that ends before it begins would make Dolibarr store an empty line.</summary>
    private static Fields OfDocumentLine(DolibarrLine line, InvoiceFacts facts)
    {
        if (DocumentLine.Of(line, facts) is not { } said)
        {
            return Fields.None;
        }

        var period = said.Period is { IsBackwards: true } ? null : said.Period;
        return Fields.None
            .With("periodFrom", period?.From is { } start ? Days.Text(start) : null)
            .With("periodTo", period?.To is { } end ? Days.Text(end) : null)
            .With("supplierProductReference", said.SellerItemId is { } item ? KeepableText.Line(item, LongestName) : null);
    }

    /// <summary>A line as an operation sets it.</summary>
    public static Fields Line(DolibarrLine line)
    {
        var set = Fields.None
            .With("description", KeepableText.Prose(line.Description))
            .With("quantity", Decimals.Text(line.Quantity))
            .With("unitPrice", Decimals.Money(line.UnitPrice))
            .With("vatRate", Decimals.Text(line.VatRate))
            .With("kind", line.Kind switch { LineKind.Goods => "goods", LineKind.Service => "service", _ => throw new ArgumentException("The kind of a line is settled before it is entered.", nameof(line)) });
        return line.DiscountPercent == 0 ? set : set.With("discountPercent", Decimals.Text(line.DiscountPercent));
    }

    private static string TypeOf(EntryKind kind) => kind switch
    {
        EntryKind.Invoice => "standard",
        EntryKind.CreditNote => "creditNote",
        EntryKind.Deposit => "deposit",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "What is for a person is not entered."),
    };

    // Some write several, or a name with it; what is not a plain address is left out.
    private static string? Email(string? text) => text?.Trim() is { } email && email.Count(c => c == '@') == 1 && !email.StartsWith('@') && email.IndexOf('.', email.IndexOf('@', StringComparison.Ordinal)) > email.IndexOf('@', StringComparison.Ordinal) + 1
        && !email.EndsWith('.') && !email.Any(c => char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>')
            ? email
            : null;

    /// <summary>A text that has its place: half an address is worse than none, and no reason to refuse the invoice. Lines stay lines.</summary>
    private static string? Fitting(string? text, int longest)
    {
        var kept = string.Join('\n', (text ?? "").Split('\n').Select(line => KeepableText.Line(line)).Where(line => line.Length > 0));
        return kept.Length is 0 || kept.Length > longest ? null : kept;
    }
}

/// <summary>The fields of a new object.</summary>
/// <param name="Keys">Those by which it would be found if it existed.</param>
internal sealed record KeyedFields(Fields Set, ImmutableArray<string> Keys);
