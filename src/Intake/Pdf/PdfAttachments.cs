using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace DolibarrAgent.Intake;

/// <summary>
/// Takes the files out of a PDF and looks for what it would do, and does nothing else with it: no page's content is read,
/// because a bad page can overflow the stack, which no program survives. It is done on a thread with a deep stack.
/// </summary>
internal static class PdfAttachments
{
    private const int StackBytes = 32 * 1024 * 1024;
    private const int DeepestNesting = 64;

    public static Taken Take(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        var result = new Taken([], [], Refusals.UnreadablePdf);
        var thread = new Thread(() => result = TakeHere(bytes, limits), StackBytes) { IsBackground = true, Name = "PDF" };
        thread.Start();
        thread.Join();
        return result;
    }

    // Whatever the reader throws on a hostile file says only that the file is bad. It has no one exception for it.
#pragma warning disable CA1031
    private static Taken TakeHere(ReadOnlyMemory<byte> bytes, ReadLimits limits)
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
            var refusal = files.Count > 0 ? null : WhyNone(document, embedded, budget);
            return new(files, new PdfDeeds(document.Structure).Find(), refusal);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new([], [], Refusals.Locked);
        }
        catch (Exception)
        {
            return new([], [], budget.IsExceeded ? Refusals.PdfTooLarge : Refusals.UnreadablePdf);
        }
    }
#pragma warning restore CA1031

    /// <summary>What was found in a PDF.</summary>
    /// <param name="Deeds">What it would do when somebody opens it.</param>
    /// <param name="Refusal">Why there is no file; null where there is one, or nothing is wrong.</param>
    internal sealed record Taken(IReadOnlyList<EmbeddedXml> Files, IReadOnlyCollection<string> Deeds, Refusal? Refusal);

    private static Refusal? WhyNone(PdfDocument document, PdfFiles embedded, UnpackingBudget budget) =>
        budget.IsExceeded ? Refusals.PdfTooLarge
        : document.IsEncrypted ? Refusals.Locked
        : embedded.AreDamaged ? Refusals.UnreadablePdf
        : null;
}
