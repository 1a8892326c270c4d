using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace DolibarrAgent.Benchmarks;

/// <summary>Whether an instance holds what a job enters: every invoice once, validated, with three lines and its file.</summary>
internal static class EndState
{
    /// <summary>Throws <see cref="BenchmarkException"/> with what is missing; a benchmark of what did not work is worth nothing.</summary>
    public static async Task CheckAsync(Server server, Job job, string who, CancellationToken cancel)
    {
        using var http = server.Bare();
        var invoices = await InvoicesAsync(http, job.Tag, cancel);
        Expect(who, "invoices", job.Invoices, invoices.Count);
        Expect(who, "different supplier's references", job.Invoices, invoices.Select(invoice => Text(invoice, "ref_supplier")).Distinct(StringComparer.Ordinal).Count());
        Expect(who, "validated invoices", job.Invoices, invoices.Count(invoice => Text(invoice, "status") == "1"));
        Expect(who, "numbers", job.Invoices, invoices.Select(invoice => Text(invoice, "ref")).Where(number => !number.Contains("PROV", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Count());
        Expect(who, "invoices with three lines", job.Invoices, invoices.Count(invoice => invoice.GetProperty("lines").GetArrayLength() == 3));
        Expect(who, "suppliers", job.Suppliers, invoices.Select(invoice => Text(invoice, "socid")).Distinct(StringComparer.Ordinal).Count());
        var withFile = 0;
        await Parallel.ForEachAsync(invoices, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancel }, async (invoice, stop) =>
        {
            if (await HasFileAsync(http, job, invoice, stop))
            {
                Interlocked.Increment(ref withFile);
            }
        });
        Expect(who, "invoices with their file", job.Invoices, withFile);
    }

    private static async Task<List<JsonElement>> InvoicesAsync(HttpClient http, string tag, CancellationToken cancel)
    {
        var filter = Uri.EscapeDataString($"(t.ref_supplier:like:'{tag}-%')");
        using var all = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri($"supplierinvoices?limit=0&sqlfilters={filter}", UriKind.Relative), cancel));
        return [.. all.RootElement.EnumerateArray().Select(invoice => invoice.Clone())];
    }

    // Dolibarr names a file's content by MD5; nothing is protected by it.
    [SuppressMessage("Security", "CA5351", Justification = "It is the server's own hash.")]
    private static async Task<bool> HasFileAsync(HttpClient http, Job job, JsonElement invoice, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(new Uri($"documents?modulepart=supplier_invoice&id={Text(invoice, "id")}", UriKind.Relative), cancel);
        if (!answer.IsSuccessStatusCode)
        {
            return false;
        }
        using var files = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancel));
        // The job gives the files out in the order of the references, which count from 1.
        var index = int.Parse(Text(invoice, "ref_supplier")[(job.Tag.Length + 1)..], CultureInfo.InvariantCulture);
        var (name, bytes) = job.FileOf(index);
        return files.RootElement.EnumerateArray().Count(file =>
            Text(file, "relativename") == name && Text(file, "size") == bytes.Length.ToString(CultureInfo.InvariantCulture) && Text(file, "label") == Convert.ToHexStringLower(MD5.HashData(bytes))) == 1;
    }

    private static void Expect(string who, string what, int expected, int found)
    {
        if (expected != found)
        {
            throw new BenchmarkException($"After {who}, prod has {found} {what}, not {expected}: what was measured did not work.");
        }
    }

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.ToString() : "";
}

/// <summary>Why a benchmark is worth nothing, in words for the person who ran it.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
