using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite.Tests.Corpus;

/// <summary>
/// The self-consistent documents of the corpus with lines, made such that each can be entered: a number and a supplier
/// of its own, the company's currency, and of types that are for a person what the person would take them for.
/// </summary>
internal static class CorpusDocuments
{
    public static IEnumerable<(string Path, Reading Reading)> Enterable()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Agent.sln")))
        {
            root = root.Parent;
        }
        var corpus = Path.GetFullPath(Path.Combine(root?.FullName ?? ".", "..", "shared", "corpus"));
        Assert.SkipUnless(Directory.Exists(corpus), $"The corpus is not at hand at {corpus}.");
        using var expectations = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(corpus, "expectations.json")));
        var number = 0;
        foreach (var (path, expected) in expectations.RootElement.EnumerateObject().Select(p => (p.Name, p.Value)))
        {
            if (expected.GetProperty("outcome").GetString() == "parsed" && expected.GetProperty("checks").EnumerateObject().All(c => c.Value.ValueKind != JsonValueKind.False)
                && DocumentReader.Read(Path.GetFileName(path), File.ReadAllBytes(Path.Combine(corpus, path)), ReadLimits.Default, Skills.Cancel) is { Invoices: [var invoice] } reading
                && !invoice.Facts.Lines.IsEmpty && invoice.Facts.Totals.Net is not null)
            {
                number++;
                yield return (path, reading with { Invoices = [invoice with { Facts = Enterable(invoice.Facts, number), Warnings = [] }] });
            }
        }
    }

    private static InvoiceFacts Enterable(InvoiceFacts facts, int number)
    {
        var isNegative = facts.Totals.Gross < 0;
        return (isNegative ? Negated(facts) : facts) with
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"C-{number}"),
            Seller = new Party { Name = string.Create(CultureInfo.InvariantCulture, $"{Letters(number)} {facts.Seller.Name}"), Country = "FR" },
            TypeCode = isNegative ? "381" : facts.TypeCode is "381" or "386" or "387" ? facts.TypeCode : "380",
            Currency = "EUR",
            Preceding = [],
            IssueDate = facts.IssueDate ?? new DateOnly(2026, 1, 31),
        };
    }

    // Names that resemble no other, so that no test is about that.
    private static string Letters(int number) => string.Concat(number.ToString("000", CultureInfo.InvariantCulture).Select(c => new string((char)('a' + (c - '0')), 3)));

    private static InvoiceFacts Negated(InvoiceFacts facts) => facts with
    {
        Lines = [.. facts.Lines.Select(l => l with { NetAmount = -l.NetAmount, Quantity = -l.Quantity })],
        AllowancesAndCharges = [.. facts.AllowancesAndCharges.Select(a => a with { Amount = -a.Amount })],
        VatBreakdown = [.. facts.VatBreakdown.Select(v => v with { Base = -v.Base, Amount = -v.Amount })],
        Totals = new Totals
        {
            LineTotal = -facts.Totals.LineTotal,
            Allowances = -facts.Totals.Allowances,
            Charges = -facts.Totals.Charges,
            Net = -facts.Totals.Net,
            Vat = -facts.Totals.Vat,
            Gross = -facts.Totals.Gross,
            Due = -facts.Totals.Gross,
        },
    };
}
