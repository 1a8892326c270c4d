using System.Collections.Immutable;
using System.Text.Json;

namespace DolibarrAgent.Benchmarks;

/// <summary>A PDF whose pages are read, with what it must say.</summary>
/// <param name="Family">Who made it.</param>
/// <param name="File">Its path.</param>
/// <param name="Expected">What it must say.</param>
internal sealed record ProofDocument(string Family, string File, ExpectedInvoice Expected)
{
    /// <summary>The file's name, with the folder where names repeat.</summary>
    public string Name => string.Join('/', File.Split(Path.DirectorySeparatorChar)[^2..]);
}

/// <summary>A folder of real invoices with <c>expectations.json</c>: a key for each file, its path below the folder.</summary>
internal static class ProofCorpus
{
    /// <summary>The file that says what they must say.</summary>
    public const string Expectations = "expectations.json";

    /// <summary>The PDFs that have pages and a structured invoice, and those that have only pages.</summary>
    public static ImmutableArray<ProofDocument> Of(string folder)
    {
        using var expectations = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Expectations)));
        var structured = from entry in expectations.RootElement.EnumerateObject()
                         where entry.Value.TryGetProperty("container", out var container) && container.ValueEquals("pdf")
                         let expected = ExpectedInvoice.OfCorpus(entry.Value)
                         where expected is not null
                         select new ProofDocument(entry.Name.Split('/')[0], Path.Combine(folder, entry.Name), expected);
        var plain = Path.Combine(folder, "invoice2data");
        return
        [
            .. structured.OrderBy(document => document.File, StringComparer.Ordinal),
            .. Directory.Exists(plain) ? Directory.GetFiles(plain, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(Plain).OfType<ProofDocument>() : [],
        ];
    }

    private static ProofDocument? Plain(string pdf)
    {
        var file = Path.ChangeExtension(pdf, ".json");
        if (!File.Exists(file))
        {
            return null;
        }

        using var expected = JsonDocument.Parse(File.ReadAllBytes(file));
        return expected.RootElement is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0
            ? new ProofDocument("invoice2data", pdf, ExpectedInvoice.OfInvoice2Data(list[0])) : null;
    }
}
