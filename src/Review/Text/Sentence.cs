using System.Runtime.CompilerServices;

namespace DolibarrAgent.Review;

/// <summary>A sentence of this program with values from outside in it. Only what has passed <see cref="Visible"/> fits into its holes.</summary>
public static class Sentence
{
    public static VisibleText Of(SentenceParts parts) => parts.Text;
}

/// <summary>What the compiler makes of <c>Sentence.Of($"…")</c>: literals are ours, holes are visible text.</summary>
[InterpolatedStringHandler]
public readonly struct SentenceParts
{
    private readonly List<VisiblePart> parts;
    private readonly List<Suspicion> suspicions;

    public SentenceParts(int literalLength, int formattedCount)
    {
        _ = literalLength;
        (parts, suspicions) = (new List<VisiblePart>((2 * formattedCount) + 1), new List<Suspicion>(formattedCount));
    }

    internal VisibleText Text => new(parts, suspicions.Aggregate(Suspicion.None, (all, one) => all | one));

    public void AppendLiteral(string words) => parts.Add(new VisiblePart(words, Voice.Ours));

    public void AppendFormatted(VisibleText value)
    {
        ArgumentNullException.ThrowIfNull(value);
        parts.AddRange(value.Parts);
        suspicions.Add(value.Suspicion);
    }
}
