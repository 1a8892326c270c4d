using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>
/// All words of this program on a review, in one language; a face has none of its own. Everything that is to be
/// translated is in this folder: <see cref="Headings"/> and <see cref="Sentences"/> once for each language,
/// <see cref="Labels"/> and <see cref="RiskMeanings"/> as tables. A word that is missing does not compile.
/// </summary>
public sealed class Words
{
    private static readonly Words English = new(Language.English, EnglishHeadings.All, new EnglishSentences());
    private static readonly Words French = new(Language.French, FrenchHeadings.All, new FrenchSentences());

    private Words(Language language, Headings headings, Sentences sentences)
    {
        (Language, Headings, Say) = (language, headings, sentences);
        Labels = new Labels(language, headings);
    }

    public Language Language { get; }

    /// <summary>Short words without holes: heads of sections, columns and lists.</summary>
    public Headings Headings { get; }

    /// <summary>Sentences with holes, into which only visible text fits.</summary>
    internal Sentences Say { get; }

    /// <summary>The names of fields, resources and facts.</summary>
    internal Labels Labels { get; }

    public static Words In(Language language) => language == Language.French ? French : English;

    /// <summary>Words of this program where no data can stand.</summary>
    public static VisibleText Own(string words) => new([new VisiblePart(words, Voice.Ours)], Suspicion.None);

    /// <summary>What a warning of this code is about, for people; null where the code is not one of <see cref="RiskCodes"/>.</summary>
    public string? Meaning(string code) => RiskMeanings.Of(code)?.In(Language);

    /// <summary>A word before what it introduces: <c>Rests on:</c>.</summary>
    public VisibleText Introducing(string heading) => Own(Language == Language.French ? $"{heading} :" : $"{heading}:");

    /// <summary>The head of a section with how many things are in it.</summary>
    public static VisibleText Counted(string heading, int count) => Own(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{heading} ({count})"));

    /// <summary>Text from outside, whole however long it is, with the words for what is not seen in this language.</summary>
    public VisibleText Shown(string text) => Visible.Of(text, int.MaxValue, MarkWords.In(Language));

    /// <summary>Text from outside where nothing at all would be overlooked.</summary>
    internal VisibleText Text(string text) => text.Length == 0 ? Visible.Word(Headings.Empty) : Shown(text);
}
