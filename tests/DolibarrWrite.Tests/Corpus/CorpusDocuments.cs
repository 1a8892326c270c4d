using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite.Tests.Corpus;

/// <summary>
/// The self-consistent documents of the corpus with lines, made such that each can be entered: no test, a number and a supplier
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
        Assert.SkipUnless(Directory.Exists(corpus), $"There is no corpus at {corpus}.");
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

    private static InvoiceFacts Enterable(InvoiceFacts facts, int number) => facts with
    {
        Number = string.Create(CultureInfo.InvariantCulture, $"C-{number}"),
        Seller = new Party { Name = string.Create(CultureInfo.InvariantCulture, $"{Letters(number)} {facts.Seller.Name}"), Country = "FR" },
        Buyer = null,
        IsTest = false,
        TypeCode = EntryKinds.Of(facts) == EntryKind.ForAPerson ? "380" : facts.TypeCode,
        Currency = "EUR",
        Preceding = [],
        IssueDate = facts.IssueDate ?? new DateOnly(2026, 1, 31),
    };

    // Names that resemble no other, so that no test is about that.
    private static string Letters(int number) => string.Concat(number.ToString("000", CultureInfo.InvariantCulture).Select(c => new string((char)('a' + (c - '0')), 3)));
}
