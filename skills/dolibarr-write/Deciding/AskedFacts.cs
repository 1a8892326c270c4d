using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// What a model read in a document without structure, as the same facts that a structured invoice has: so the same fit
/// and the same checks apply. VAT for each rate follows from the lines where it comes to the total; else it is unknown.
/// </summary>
internal static class AskedFacts
{
    private const string Number = "Give digits with a point: 1234.50.";

    private static readonly Dictionary<string, string> TypeCodes = new(StringComparer.Ordinal) { ["standard"] = "380", ["creditNote"] = "381", ["deposit"] = "386" };

    /// <summary>The facts, or everything that is not well formed.</summary>
    public static Result<InvoiceFacts> Of(SupplierInvoiceAsked asked, DocumentAsked document, ThirdParty supplier)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var type = TypeCodes.GetValueOrDefault(asked.Type ?? "standard");
        if (type is null)
        {
            problems.Add(new Problem(Codes.WrongForm, "type", "", $"Give type as one of {string.Join(", ", TypeCodes.Keys)}."));
        }
        var facts = new InvoiceFacts
        {
            Syntax = InvoiceSyntax.Unstructured,
            Number = asked.Reference,
            TypeCode = type,
            IssueDate = Day(asked.Date, "date", problems),
            DueDates = Day(asked.DueDate, "due_date", problems) is { } due ? [due] : [],
            Currency = document.Currency,
            Seller = new Party { Name = supplier.Name, VatId = Bare(supplier.VatNumber), Siren = Bare(supplier.Siren), Siret = Bare(supplier.Siret) },
            Totals = Totals(document.Totals, type),
            Sources = FactSources.None("as read"),
        };
        var lines = WithLines(facts, asked.Lines ?? []);
        return lines switch
        {
            Result<InvoiceFacts>.Refused refused => new Result<InvoiceFacts>.Refused([.. problems, .. refused.Problems]),
            _ when problems.Count > 0 => new Result<InvoiceFacts>.Refused(problems.ToImmutable()),
            _ => lines,
        };
    }

    /// <summary>The facts of a draft that is on the target, with what is changed of it.</summary>
    public static Result<InvoiceFacts> Of(SupplierInvoiceAsked asked, DocumentAsked document, HeldInvoice held) => Of(
        asked with
        {
            Reference = asked.Reference ?? held.Invoice.SupplierReference,
            Type = held.Invoice.Type switch { SupplierInvoiceType.CreditNote => "creditNote", SupplierInvoiceType.Deposit => "deposit", _ => "standard" },
            Date = asked.Date ?? Days.Text(held.Invoice.Date),
            DueDate = asked.DueDate ?? Days.Text(held.Invoice.DueDate),
        },
        document,
        held.Supplier);

    /// <summary>The same facts with other lines.</summary>
    public static Result<InvoiceFacts> WithLines(InvoiceFacts facts, ImmutableArray<LineAsked> asked)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        ImmutableArray<InvoiceLine> lines = [.. asked.Select((line, i) => Line(line, string.Create(CultureInfo.InvariantCulture, $"lines[{i + 1}]"), problems))];
        if (problems.Count > 0)
        {
            return new Result<InvoiceFacts>.Refused(problems.ToImmutable());
        }
        // A document's credit note has positive amounts, Dolibarr's negative: either is taken for what it plainly is.
        if (facts.TypeCode == "381" && lines.Sum(l => l.NetAmount) < 0)
        {
            lines = [.. lines.Select(l => l with { UnitPrice = -l.UnitPrice, NetAmount = -l.NetAmount })];
        }
        var with = facts with { Lines = lines };
        return Result.Ok(facts.Syntax == InvoiceSyntax.Unstructured ? with with { VatBreakdown = Breakdown(with) } : with);
    }

    private static Totals Totals(TotalsAsked asked, string? type)
    {
        var sign = type == "381" && asked.Gross < 0 ? -1 : 1;
        return new Totals { LineTotal = sign * asked.Net, Net = sign * asked.Net, Vat = sign * asked.Vat, Gross = sign * asked.Gross };
    }

    private static InvoiceLine Line(LineAsked line, string at, ImmutableArray<Problem>.Builder problems)
    {
        var (quantity, price, rate) = (Amount(line.Quantity, $"{at}.quantity", problems), Amount(line.UnitPrice, $"{at}.unit_price", problems), Amount(line.VatRate, $"{at}.vat_rate", problems));
        var discount = line.DiscountPercent is { } percent ? Amount(percent, $"{at}.discount_percent", problems) : 0;
        if (line.Kind is not ("goods" or "service"))
        {
            problems.Add(new Problem(Codes.WrongForm, $"{at}.kind", "", "Give kind as goods or service."));
        }
        if (discount is < 0 or > 100)
        {
            problems.Add(new Problem(Codes.WrongForm, $"{at}.discount_percent", "", "Give discount_percent from 0 to 100."));
            discount = 0;
        }
        return new InvoiceLine
        {
            Name = line.Description,
            Quantity = quantity,
            Unit = line.Kind == "goods" ? "H87" : "E48",
            UnitPrice = price,
            VatRate = rate,
            NetAmount = line.Net is { } net ? Amount(net, $"{at}.net", problems) : Product(quantity, price, discount),
        };
    }

    private static ImmutableArray<VatEntry> Breakdown(InvoiceFacts facts)
    {
        var rates = facts.Lines.GroupBy(l => l.VatRate ?? 0).Select(g => (Rate: g.Key, Base: g.Sum(l => l.NetAmount ?? 0))).ToList();
        ImmutableArray<VatEntry> entries = rates is [var only]
            ? [new VatEntry { Rate = only.Rate, Base = facts.Totals.Net, Amount = facts.Totals.Vat }]
            : [.. rates.Select(r => new VatEntry { Rate = r.Rate, Base = r.Base, Amount = Rounded.Amount(r.Base * r.Rate / 100) })];
        return entries.Sum(e => e.Amount) == facts.Totals.Vat ? entries : [];
    }

    private static decimal Product(decimal quantity, decimal price, decimal discount) => Rounded.Amount(quantity * price * (1 - discount / 100));

    private static decimal Amount(string text, string at, ImmutableArray<Problem>.Builder problems)
    {
        if (Decimals.Strict(text.Trim()) is { } amount && Math.Abs(amount) < Rounded.TooLarge)
        {
            return amount;
        }
        problems.Add(new Problem(Codes.WrongForm, at, "", Number));
        return 0;
    }

    private static DateOnly? Day(string? text, string at, ImmutableArray<Problem>.Builder problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        var day = Days.Strict(text.Trim());
        if (day is null)
        {
            problems.Add(new Problem(Codes.WrongForm, at, "", "Give it as YYYY-MM-DD."));
        }
        return day;
    }

    private static string? Bare(string id) => id.Length > 0 ? LegalIds.Bare(id) : null;
}

/// <summary>A draft on the target, with its supplier.</summary>
internal sealed record HeldInvoice(SupplierInvoice Invoice, ThirdParty Supplier);
