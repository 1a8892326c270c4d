using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>
/// By what a bookkeeper knows a changeset in a list: the invoices that it enters, and what looks worst about it. From the
/// changeset alone; nothing was checked again.
/// </summary>
public sealed record Headline
{
    /// <summary>The language of every word of ours in it.</summary>
    public required Language Language { get; init; }

    /// <summary>What it does, as it was titled while it was recorded.</summary>
    public required VisibleText Title { get; init; }

    /// <summary>The supplier of the first invoice; nothing where it enters none.</summary>
    public required VisibleText Supplier { get; init; }

    /// <summary>The suppliers' numbers of the invoices.</summary>
    public required ImmutableArray<VisibleText> Numbers { get; init; }

    /// <summary>What a bookkeeper calls it: supplier and number where it enters an invoice.</summary>
    public VisibleText Name => Numbers.IsEmpty ? Title : Sentence.Of($"{Supplier} {QueueWords.Numbers(this)}");

    /// <summary>The day on which the first of them falls due; null where none says it.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What they come to together, VAT included; null where they are of several currencies, or of none.</summary>
    public decimal? Total { get; init; }

    /// <summary>The currency of the total; empty where it is not known.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The worst of what looks wrong; null where nothing does.</summary>
    public ReviewWarning? Loudest => Warnings.Value.FirstOrDefault();

    /// <summary>How many others there are.</summary>
    public int OtherWarnings => Math.Max(0, Warnings.Value.Length - 1);

    /// <summary>What looks wrong takes longer to find than all the rest, and not every list asks for it.</summary>
    private Lazy<ImmutableArray<ReviewWarning>> Warnings { get; init; } = new([]);

    /// <summary>Those of many changesets, in the same order, with what looks wrong found already.</summary>
    public static ImmutableArray<Headline> OfAll(IEnumerable<Changeset> changesets, Language language)
    {
        return [.. changesets.AsParallel().AsOrdered().Select(Whole)];

        Headline Whole(Changeset changeset)
        {
            var headline = Of(changeset, language);
            _ = headline.Warnings.Value;
            return headline;
        }
    }

    /// <param name="changeset">What is told of.</param>
    /// <param name="language">The language of every word of ours in it.</param>
    public static Headline Of(Changeset changeset, Language language)
    {
        ArgumentNullException.ThrowIfNull(changeset);
        var words = Words.In(language);
        ImmutableArray<Fields> invoices = [.. changeset.Operations.OfType<Operation.Create>()
            .Where(create => create.Resource == SupplierInvoiceFields.Resource.Name).Select(create => create.Set.With(create.After))];
        var currencies = invoices.Select(invoice => invoice.TextOf(SupplierInvoiceFields.Currency) ?? "").Distinct(StringComparer.Ordinal)
            .ToList();
        var totals = invoices.Select(invoice => Decimals.Strict(invoice.TextOf(SupplierInvoiceFields.TotalInclTax))).ToList();
        return new Headline
        {
            Language = language,
            Title = words.Shown(changeset.Title),
            Supplier = invoices is [var first, ..] ? words.Shown(SupplierOf(first, changeset)) : VisibleText.None,
            Numbers = [.. invoices.Select(invoice => words.Shown(invoice.TextOf(SupplierInvoiceFields.SupplierReference) ?? ""))],
            Due = invoices.Select(invoice => Days.Strict(invoice.TextOf(SupplierInvoiceFields.DueDate))).Min(),
            Total = currencies.Count == 1 && totals.TrueForAll(total => total is not null) ? totals.Sum() : null,
            Currency = currencies is [var one] ? one : "",
            Warnings = new(() => PageMaking.WarningsOf(changeset, language)),
        };
    }

    /// <summary>What several come to, by currency.</summary>
    public static VisibleText Sum(IEnumerable<Headline> headlines, Language language)
    {
        var sums = headlines.Where(headline => headline.Total is not null).GroupBy(headline => headline.Currency, StringComparer.Ordinal)
            .Select(same => Written.Money(same.Sum(headline => headline.Total!.Value), same.Key, language)).ToList();
        return sums.Count == 0 ? Words.Own("0") : sums.Aggregate((all, next) => Sentence.Of($"{all} + {next}"));
    }

    /// <summary>Its name, as the operation that makes it or the keys by which it is found give it; else those keys.</summary>
    internal static string SupplierOf(Fields invoice, Changeset changeset) => invoice[SupplierInvoiceFields.Supplier] switch
    {
        FieldValue.To { Reference: Reference.Created by } => changeset.OperationNamed(by.Operation)?.Asked.TextOf("name") ?? "",
        FieldValue.To { Reference: Reference.Found by } => by.Keys.TextOf("name")
            ?? string.Join(", ", by.Keys.Names.Select(by.Keys.TextOf).OfType<string>()),
        _ => "",
    };
}
