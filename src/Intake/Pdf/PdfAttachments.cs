using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace DolibarrAgent.Intake;

/// <summary>
/// Takes the files out of a PDF, and does nothing else with it: no page is looked at, because a bad page can
/// overflow the stack, which no program survives. What opening needs is done on a thread with a deep stack.
/// </summary>
internal static class PdfAttachments
{
    private const int StackBytes = 32 * 1024 * 1024;
    private const int DeepestNesting = 64;

    public static (IReadOnlyList<EmbeddedXml> Files, Refusal? Refusal) Take(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        (IReadOnlyList<EmbeddedXml>, Refusal?) result = ([], Refusals.UnreadablePdf);
        var thread = new Thread(() => result = TakeHere(bytes, limits), StackBytes) { IsBackground = true, Name = "PDF" };
        thread.Start();
        thread.Join();
        return result;
    }

    // Whatever the reader throws on a hostile file says only that the file is bad. It has no one exception for it.
#pragma warning disable CA1031
    private static (IReadOnlyList<EmbeddedXml> Files, Refusal? Refusal) TakeHere(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        var budget = new UnpackingBudget(limits.PdfUnpackedBytes);
        var filters = BudgetedFilters.For(budget);
        try
        {
            var options = new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = DeepestNesting,
                FilterProvider = filters,
            };
            using var document = PdfDocument.Open(bytes, options);
            var embedded = new PdfFiles(document.Structure, filters, budget);
            var files = embedded.Take();
            return (files, files.Count > 0 ? null : WhyNone(document, embedded, budget));
        }
        catch (PdfDocumentEncryptedException)
        {
            return ([], Refusals.Locked);
        }
        catch (Exception)
        {
            return ([], budget.IsExceeded ? Refusals.PdfTooLarge : Refusals.UnreadablePdf);
        }
    }
#pragma warning restore CA1031

    private static Refusal? WhyNone(PdfDocument document, PdfFiles embedded, UnpackingBudget budget) =>
        budget.IsExceeded ? Refusals.PdfTooLarge
        : document.IsEncrypted ? Refusals.Locked
        : embedded.AreDamaged ? Refusals.UnreadablePdf
        : null;
}
