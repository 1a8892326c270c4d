using System.Collections.Immutable;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace DolibarrAgent.Intake;

/// <summary>
/// The pages of a PDF, as the PDF library draws them. A bad page can overflow the stack, which no program survives: this is
/// done in a process that reads for another, and on a thread with a deep stack.
/// </summary>
internal static class PdfPages
{
    private const int StackBytes = 64 * 1024 * 1024;
    private const int DeepestNesting = 64;

    public static Drawn Read(ReadOnlyMemory<byte> bytes, PageLimits limits, CancellationToken cancel)
    {
        var result = new Drawn([], PageRefusals.Unreadable);
        var thread = new Thread(() => result = ReadHere(bytes, limits, cancel), StackBytes) { IsBackground = true, Name = "pages" };
        thread.Start();
        thread.Join();
        cancel.ThrowIfCancellationRequested();
        return result;
    }

    /// <summary>What was found in a PDF.</summary>
    /// <param name="Pages">All of them, in order; empty where it was refused.</param>
    /// <param name="Refusal">Why it was; null where it was not.</param>
    internal sealed record Drawn(ImmutableArray<DrawnWords> Pages, Refusal? Refusal);

    // Whatever the reader throws on a hostile file says only that the file is bad. It has no one exception for it.
#pragma warning disable CA1031
    private static Drawn ReadHere(ReadOnlyMemory<byte> bytes, PageLimits limits, CancellationToken cancel)
    {
        var budget = new UnpackingBudget(limits.UnpackedBytes);
        try
        {
            var options = new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = DeepestNesting,
                FilterProvider = BudgetedFilters.For(budget, FontPrograms.Tame),
            };
            using var document = PdfDocument.Open(bytes, options);
            if (document.NumberOfPages > limits.Pages)
            {
                return new([], PageRefusals.TooMany(document.NumberOfPages, limits.Pages));
            }
            if (document.NumberOfPages == 0)
            {
                return new([], PageRefusals.Unreadable);
            }
            DrawnPageFactory.AddTo(document);
            var pages = ImmutableArray.CreateBuilder<DrawnWords>();
            for (var (number, words) = (1, 0); number <= document.NumberOfPages; number++)
            {
                cancel.ThrowIfCancellationRequested();
                pages.Add(PageOf(document, number, budget));
                words += pages[^1].Page.Words.Length;
                if (budget.IsExceeded || words > limits.Words)
                {
                    return new([], budget.IsExceeded ? PageRefusals.TooLarge : PageRefusals.TooManyWords);
                }
            }
            return new(pages.ToImmutable(), null);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new([], PageRefusals.Locked);
        }
        catch (Exception)
        {
            return new([], budget.IsExceeded ? PageRefusals.TooLarge : PageRefusals.Unreadable);
        }
    }

    // One page that is damaged is not a reason to lose the others: it may still be readable as a picture.
    private static DrawnWords PageOf(PdfDocument document, int number, UnpackingBudget budget)
    {
        try
        {
            var drawn = document.GetPage<DrawnPage>(number);
            var page = new Page
            {
                Number = number,
                Width = drawn.Width,
                Height = drawn.Height,
                Source = PageTextSource.Text,
                Words = GlyphWords.Of(drawn)
            };
            return new DrawnWords(page, drawn.HasUnreadWords);
        }
        catch (Exception) when (!budget.IsExceeded)
        {
            return new DrawnWords(new Page { Number = number, Width = 0, Height = 0, Source = PageTextSource.Text }, HasUnreadWords: true);
        }
    }
#pragma warning restore CA1031
}

/// <summary>A page of a PDF by its text.</summary>
/// <param name="Page">With the words that its text has.</param>
/// <param name="HasUnreadWords">Whether it shows words that its text does not have.</param>
internal sealed record DrawnWords(Page Page, bool HasUnreadWords);
