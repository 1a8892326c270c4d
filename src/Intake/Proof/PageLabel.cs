namespace DolibarrAgent.Intake;

/// <summary>Words of a row that announce a value.</summary>
/// <param name="Phrase">What they are.</param>
/// <param name="Start">Their first character in the row's text.</param>
/// <param name="End">The first character behind them.</param>
/// <param name="Box">Where they stand.</param>
internal sealed record PageLabel(LabelPhrase Phrase, int Start, int End, Box Box)
{
    /// <summary>What it announces.</summary>
    public LabelKind Kind => Phrase.Kind;
}
