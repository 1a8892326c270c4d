using System.Collections.Immutable;
using System.Text;

namespace DolibarrAgent.Intake;

/// <summary>A row of a page with what was recognised on it: labels and values, from left to right.</summary>
internal sealed class ReadRow
{
    private readonly ImmutableArray<int> wordAt;

    private ReadRow(PageRow row, Page page, int index)
    {
        (Row, Index, PageHeight, IsRecognised) = (row, index, page.Height, page.Source == PageTextSource.Recognised);
        var text = new StringBuilder();
        var at = ImmutableArray.CreateBuilder<int>();
        var words = ImmutableArray.CreateBuilder<LabelWord>();
        for (var i = 0; i < row.Words.Length; i++)
        {
            if (i > 0)
            {
                Add(EndsCell(i - 1) ? "   " : " ", i - 1);
            }

            var shown = Ligatures.Of(row.Words[i].Text);
            words.AddRange(LabelWords.In(shown, i, text.Length));
            Add(shown, i);
        }

        (Text, wordAt, Words) = (text.ToString(), at.ToImmutable(), words.ToImmutable());

        void Add(string part, int word)
        {
            foreach (var c in part)
            {
                text.Append(Plain(c));
                at.Add(word);
            }
        }
    }

    /// <summary>The row as it stands on the page.</summary>
    public PageRow Row { get; }

    /// <summary>Its place among the rows of the document, from 0.</summary>
    public int Index { get; }

    /// <summary>In points.</summary>
    public double PageHeight { get; }

    /// <summary>Whether the words were recognised in a picture.</summary>
    public bool IsRecognised { get; }

    /// <summary>One space between words, three where a column ends; odd spaces and apostrophes are plain ones.</summary>
    public string Text { get; }

    /// <summary>The words as labels are compared.</summary>
    public ImmutableArray<LabelWord> Words { get; }

    /// <summary>From left to right.</summary>
    public ImmutableArray<PageLabel> Labels { get; private set; } = [];

    /// <summary>From left to right.</summary>
    public ImmutableArray<PageToken> Tokens { get; private set; } = [];

    /// <summary>The rows of all pages, with what stands on them.</summary>
    public static ImmutableArray<ReadRow> Of(ImmutableArray<Page> pages)
    {
        var rows = pages.SelectMany(page => PageRows.Of(page).Where(row => !row.Words.IsEmpty).Select(row => (Row: row, Page: page)))
            .Select((one, i) => new ReadRow(one.Row, one.Page, i)).ToImmutableArray();
        foreach (var row in rows)
        {
            row.Labels = [.. LabelsOf(row)];
        }

        var writing = Writing.Of(rows);
        foreach (var row in rows)
        {
            row.Tokens = TokenReader.Of(row, writing);
        }

        return rows;
    }

    /// <summary>Index of the word that a character of the text belongs to; of the word before it for a space.</summary>
    public int WordAt(int character) => wordAt[character];

    /// <summary>The words from one on, up to the end of its column: a phrase does not go on in the next.</summary>
    public ReadOnlySpan<LabelWord> WordsOfCell(int at)
    {
        var end = at + 1;
        while (end < Words.Length && (Words[end].Word == Words[end - 1].Word || !EndsCell(Words[end - 1].Word)))
        {
            end++;
        }

        return Words.AsSpan()[at..end];
    }

    /// <summary>Where words stand.</summary>
    public PagePlace PlaceOf(int first, int last)
    {
        var words = Row.Words.AsSpan(first, last - first + 1);
        var box = words[0].Box;
        foreach (var word in words)
        {
            box = box.With(word.Box);
        }

        return new(Row.Page, box, string.Join(' ', words.ToArray().Select(word => word.Text)));
    }

    /// <summary>Whether characters of the text were read without doubt: those that were recognised, twice as the same.</summary>
    public bool IsSure(int start, int length) => IsClear(start, length)
        && (!IsRecognised || WordsAt(start, length).All(word => word.IsConfirmed));

    /// <summary>Whether characters of the text were read clearly. Those that were recognised can be misread all the same: they count
    /// where check digits or a sum hold.</summary>
    public bool IsClear(int start, int length) => WordsAt(start, length).All(word => !word.IsDoubtful);

    private IEnumerable<PageWord> WordsAt(int start, int length) =>
        Row.Words.Take(WordAt(start + length - 1) + 1).Skip(WordAt(start));

    /// <summary>Where characters of the text stand.</summary>
    public PagePlace PlaceAt(int start, int length) => PlaceOf(WordAt(start), WordAt(start + length - 1));

    /// <summary>Whether a column begins at a character of the text.</summary>
    public bool BeginsCell(int at) => at == 0 || Text.AsSpan(0, at).EndsWith("   ", StringComparison.Ordinal);

    /// <summary>The first character of the column that a character of the text stands in.</summary>
    public int StartOfCell(int at) => at == 0 ? 0 : Text.LastIndexOf("   ", at - 1, StringComparison.Ordinal) is var gap and >= 0
        ? gap + 3 : 0;

    /// <summary>Where columns begin, from left to right.</summary>
    public IEnumerable<int> CellStarts
    {
        get
        {
            for (var at = 0; at < Text.Length; at = EndOfCell(at) + 3)
            {
                yield return at;
            }
        }
    }

    /// <summary>The first character behind the column that a character of the text stands in.</summary>
    public int EndOfCell(int at) => Text.IndexOf("   ", at, StringComparison.Ordinal) is var end and >= 0 ? end : Text.Length;

    /// <summary>Whether characters of the text are a column's whole content.</summary>
    public bool IsCell(int start, int end) => BeginsCell(start) && EndOfCell(end) == end;

    /// <summary>Whether a column ends between a word and the next.</summary>
    public bool EndsCell(int word) => word + 1 >= Row.Words.Length || PageRow.IsGap(Row.Words[word].Box, Row.Words[word + 1].Box);

    private static char Plain(char c) => c switch
    {
        '\u00a0' or '\u202f' or '\u2009' or '\u2007' => ' ',
        '’' or '‘' or '´' or '`' or 'ʼ' => '\'',
        '−' or '–' or '—' or '\u2010' or '\u2011' or '\uff0d' => '-',
        _ => c,
    };

    private static IEnumerable<PageLabel> LabelsOf(ReadRow row)
    {
        for (var i = 0; i < row.Words.Length;)
        {
            var phrases = LabelTable.At(row.WordsOfCell(i), 0);
            if (phrases.IsEmpty)
            {
                i++;
                continue;
            }

            var (start, end) = (row.Words[i].Start, row.Words[i + phrases[0].Words.Length - 1].End);
            foreach (var phrase in phrases.DistinctBy(phrase => phrase.Kind))
            {
                yield return new(phrase, start, end, row.PlaceAt(start, end - start).Box);
            }

            i += phrases[0].Words.Length;
        }
    }
}
