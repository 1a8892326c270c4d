using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace DolibarrAgent.Intake;

/// <summary>The PDF reader's own filters, kept within a budget: a few kilobytes can be packed to unpack to gigabytes.</summary>
internal sealed class BudgetedFilters : BaseFilterProvider
{
    private BudgetedFilters(Dictionary<string, IFilter> filters)
        : base(filters)
    {
    }

    /// <summary>The filters of one PDF.</summary>
    /// <param name="budget">What it may unpack to.</param>
    /// <param name="unpacked">Changes what was unpacked, where it does.</param>
    public static BudgetedFilters For(UnpackingBudget budget, Action<Memory<byte>>? unpacked = null)
    {
        // The highest ratio that each can reach by its construction; images are never unpacked here.
        var filters = new Dictionary<string, IFilter>(StringComparer.Ordinal);
        Add(["FlateDecode", "Fl"], new FlateFilter(), 1032);
        Add(["LZWDecode", "LZW"], new LzwFilter(), 2731);
        Add(["RunLengthDecode", "RL"], new RunLengthFilter(), 64);
        Add(["ASCIIHexDecode", "AHx"], new AsciiHexDecodeFilter(), 1);
        Add(["ASCII85Decode", "A85"], new Ascii85Filter(), 4);
        return new(filters);

        void Add(string[] names, IFilter filter, int highestRatio)
        {
            foreach (var name in names)
            {
                filters[name] = new Budgeted(filter, highestRatio, budget, unpacked);
            }
        }
    }

    private sealed class Budgeted(IFilter inner, int highestRatio, UnpackingBudget budget, Action<Memory<byte>>? unpacked) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (!Predictors.AreSane(streamDictionary))
            {
                throw new InvalidDataException("A stream of the PDF has rows of no length, or of an endless one.");
            }

            if ((long)input.Length * highestRatio > budget.Left && (inner is not FlateFilter || !Fits(input)))
            {
                budget.Refuse();
            }

            var decoded = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            budget.Take(decoded.Length);
            unpacked?.Invoke(decoded);
            return decoded;
        }

        private bool Fits(Memory<byte> input)
        {
            var block = new byte[81920];
            long total = 0;
            try
            {
                using var inflated = new ZLibStream(new ReadOnlyMemoryStream(input), CompressionMode.Decompress);
                for (int read; (read = inflated.Read(block)) > 0;)
                {
                    total += read;
                    if (total > budget.Left)
                    {
                        return false;
                    }
                }
            }
            catch (InvalidDataException)
            {
                // Damaged streams are the reader's own business; it may fix them, and never to more than was counted so far.
            }

            return true;
        }
    }
}
