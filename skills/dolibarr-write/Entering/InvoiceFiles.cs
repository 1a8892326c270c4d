using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Intake;
using DolibarrAgent.Operations;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The files of a document that stay on its invoice.</summary>
internal static class InvoiceFiles
{
    /// <summary>What the invoice's facts are taken from and a person can read, where there is such a file: the PDF; else the XML.</summary>
    public static SourceFile Original(ReadInvoice invoice) => invoice.Files.FirstOrDefault(file => file.IsPdf) ?? invoice.Files[0];

    /// <summary>
    /// A PDF that carries its XML, alone. Else the XML, which is the invoice before the law, and with it what stands in it:
    /// the PDF for people first. Each under a name of its own, for Dolibarr keeps one file of a name.
    /// </summary>
    public static ImmutableArray<SourceFile> ToAttach(ReadInvoice invoice)
    {
        if (invoice.Files.Any(file => file.IsPdf))
        {
            return [Original(invoice)];
        }

        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. invoice.Attachments.Where(file => file.HasBytesOf(invoice.Files[0]) || !invoice.Files.Any(file.HasBytesOf)).Select(file => file with { CleanName = Free(file.CleanName, taken) })];
    }

    /// <summary>The name, with the first number in front of it that leaves it free.</summary>
    private static string Free(string name, HashSet<string> taken) =>
        new[] { name }.Concat(Enumerable.Range(2, taken.Count + 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"{number}-{name}"))).First(one => taken.Add(StoredName.Of(one)));
}
