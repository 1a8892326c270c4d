using System.Collections.Immutable;

namespace DolibarrAgent.Review;

/// <summary>All that is said under one code about one thing: every face shows the same.</summary>
/// <param name="Code">A code that is not one of <see cref="RiskCodes"/> is data, and is marked so that it cannot pass for more.</param>
/// <param name="On">What it is about; nothing for the whole.</param>
/// <param name="Head">The code, what it is about and, where nothing else tells, what the code means: on one line.</param>
/// <param name="Texts">What was seen, each with who saw it.</param>
internal sealed record WarningInWords(VisibleText Code, VisibleText On, VisibleText Head, ImmutableArray<VisibleText> Texts)
{
    /// <summary>What the code means; null where nobody knows it.</summary>
    public VisibleText? Meaning { get; private init; }

    /// <summary>The warnings of a page in its order.</summary>
    public static ImmutableArray<WarningInWords> Of(ReviewPage page) => [.. page.Warnings.GroupBy(warning => (warning.Code, warning.On)).Select(same => Of([.. same], page.Words))];

    private static WarningInWords Of(ImmutableArray<ReviewWarning> same, Words words)
    {
        var (code, on) = (same[0].Code, same[0].On);
        var texts = same.Select(warning => warning.Source == WarningSource.Recorder ? Visible.Word(words.Headings.NotedWhileRecording).And(warning.Text) : warning.Text).ToImmutableArray();
        if (words.Meaning(code.ToString()) is { } meaning)
        {
            return new(code, on, code.And(on).And(same[0].Meaning ?? VisibleText.None), texts) { Meaning = Words.Own(meaning) };
        }
        var unknown = Visible.Word(words.Headings.UnknownCode).And(code);
        return new(unknown, on, on.IsEmpty ? unknown : unknown.And(Visible.Word(words.Headings.About)).And(on), texts);
    }
}
