using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DolibarrAgent.Intake;

/// <summary>Whether what is drawn now belongs to a layer that is switched off (ISO 32000-1, 8.11).</summary>
internal sealed class MarkedContent(HiddenLayers layers)
{
    private readonly Stack<bool> hidden = new();

    public bool IsHidden => hidden.Count > 0 && hidden.Peek();

    public void Begin(NameToken name, DictionaryToken? properties, IPdfTokenScanner scanner) =>
        hidden.Push(IsHidden || (name.Data == "OC" && layers.Hide(properties, scanner)));

    public void End() => hidden.TryPop(out _);
}
