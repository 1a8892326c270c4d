using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using DolibarrAgent.Risks;
using LineKind = DolibarrAgent.Intake.LineKind;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Goods or service, where the document does not tell: it decides when VAT is deductible. What the supplier's earlier
/// lines were tells; where nothing does, it is entered as a service, whose VAT is deductible later, and said.
/// </summary>
internal static class SupplierKinds
{
    /// <summary>How many of the supplier's latest invoices are looked at.</summary>
    private const int MostInvoices = 20;

    /// <summary>The fit with a kind for every line, and what a person should know of it.</summary>
    public static async Task<SettledKinds> SettleAsync(FittedInvoice fit, ThirdParty? supplier, DolibarrReader read, CancellationToken cancel)
    {
        if (fit.Lines.All(line => line.Kind is not null))
        {
            return new SettledKinds(fit, []);
        }

        // What has no unit of its own, an allowance say, is what all lines are that have one.
        if (fit.Lines.Where(IsOfDocument).All(line => line.Kind is not null) && fit.Lines.Where(IsOfDocument).Select(line => line.Kind).Distinct().ToList() is [{ } all])
        {
            return new SettledKinds(fit.WithKinds(_ => all), []);
        }

        var earlier = supplier is not null && await read.SupplierInvoices.LatestOfAsync(supplier.Id, MostInvoices, cancel) is Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: var invoices }
            ? [.. invoices.SelectMany(i => i.Lines).Where(l => l.Kind is Dolibarr.LineKind.Goods or Dolibarr.LineKind.Service)]
            : ImmutableArray<SupplierInvoiceLine>.Empty;
        var byText = earlier.GroupBy(l => References.Fold(WebUtility.HtmlDecode(l.Description)), StringComparer.OrdinalIgnoreCase).Where(g => g.Select(l => l.Kind).Distinct().Count() == 1)
            .ToFrozenDictionary(g => g.Key, g => Of(g.First().Kind), StringComparer.OrdinalIgnoreCase);
        LineKind? usual = earlier.Select(l => l.Kind).Distinct().ToList() is [var only] ? Of(only) : null;
        var settled = fit.WithKinds(line => byText.TryGetValue(References.Fold(line.Description), out var same) ? same : usual ?? LineKind.Service);
        return new SettledKinds(settled, Notices(fit, line => byText.ContainsKey(References.Fold(line.Description)) || usual is not null, settled));
    }

    private static ImmutableArray<Notice> Notices(FittedInvoice asRead, Func<DolibarrLine, bool> isKnown, FittedInvoice settled)
    {
        var open = asRead.Lines.Select((line, i) => (Line: line, Number: i + 1, Now: settled.Lines[i].Kind)).Where(l => l.Line.Kind is null && l.Line.UnitPrice != 0).ToList();
        var (known, assumed) = (open.Where(l => isKnown(l.Line)).ToList(), open.Where(l => !isKnown(l.Line)).ToList());
        return
        [
            .. known.GroupBy(l => l.Now).Select(g => new Notice(FindingCodes.KindBySupplier, $"The document does not say whether {Lines([.. g.Select(l => l.Number)], asRead)} goods or services; entered as {Words(g.Key)}, as this supplier's earlier lines were.")),
            .. assumed.Count == 0 ? [] : new[] { new Notice(FindingCodes.KindAssumed, $"Nothing says whether {Lines([.. assumed.Select(l => l.Number)], asRead)} goods or services; entered as services. It decides when the VAT is deductible.") },
        ];
    }

    private static bool IsOfDocument(DolibarrLine line) => line.Source.StartsWith("BG-25", StringComparison.Ordinal);

    private static string Lines(List<int> numbers, FittedInvoice fit) => numbers.Count == fit.Lines.Length
        ? numbers.Count == 1 ? "its line is" : "its lines are"
        : $"{(numbers.Count == 1 ? "line" : "lines")} {string.Join(", ", numbers.Take(10).Select(n => n.ToString(CultureInfo.InvariantCulture)))}{(numbers.Count > 10 ? string.Create(CultureInfo.InvariantCulture, $" and {numbers.Count - 10} more") : "")} {(numbers.Count == 1 ? "is" : "are")}";

    private static string Words(LineKind? kind) => kind == LineKind.Goods ? "goods" : "services";

    private static LineKind Of(Dolibarr.LineKind kind) => kind == Dolibarr.LineKind.Goods ? LineKind.Goods : LineKind.Service;
}

/// <summary>A fit with a kind for every line, and what a person should know of it.</summary>
internal sealed record SettledKinds(FittedInvoice Fit, ImmutableArray<Notice> Notices);
