using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DolibarrAgent.Intake;

/// <summary>The layers of a PDF that a viewer does not show (optional content, ISO 32000-1, 8.11).</summary>
internal sealed class HiddenLayers
{
    private readonly HashSet<string> off = new(StringComparer.Ordinal);
    private readonly bool areAllOff;
    private readonly HashSet<string> on = new(StringComparer.Ordinal);

    private HiddenLayers(DictionaryToken? defaults, IPdfTokenScanner? scanner)
    {
        if (defaults is null || scanner is null)
        {
            return;
        }
        areAllOff = defaults.Get("BaseState", scanner) is NameToken { Data: "OFF" };
        off.UnionWith(KeysOf(defaults.Data.GetValueOrDefault("OFF"), scanner));
        on.UnionWith(KeysOf(defaults.Data.GetValueOrDefault("ON"), scanner));
    }

    /// <summary>Of a PDF without layers.</summary>
    public static HiddenLayers None { get; } = new(null, null);

    /// <summary>Of a PDF, by its catalog.</summary>
    public static HiddenLayers Of(DictionaryToken catalog, IPdfTokenScanner scanner) =>
        catalog.Get("OCProperties", scanner) is DictionaryToken properties
        && properties.Get("D", scanner) is DictionaryToken defaults
            ? new(defaults, scanner)
            : None;

    /// <summary>Whether what belongs to this layer, or to several, is not shown. One that is off is enough to hide it: what may be seen only now and then proves nothing.</summary>
    public bool Hide(IToken? layer, IPdfTokenScanner scanner)
    {
        if (PdfTokens.Resolve(layer, scanner) is not DictionaryToken dictionary)
        {
            return false;
        }
        return dictionary.Data.GetValueOrDefault("OCGs") is { } several
            ? KeysOf(several, scanner).Any(IsOff)
            : IsOff(KeyOf(dictionary));
    }

    private bool IsOff(string key) => off.Contains(key) || (areAllOff && !on.Contains(key));

    private static IEnumerable<string> KeysOf(IToken? layers, IPdfTokenScanner scanner) => PdfTokens.Resolve(layers, scanner) switch
    {
        ArrayToken array => array.Data.Select(one => PdfTokens.Resolve(one, scanner)).OfType<DictionaryToken>().Select(KeyOf),
        DictionaryToken one => [KeyOf(one)],
        _ => [],
    };

    // The library gives a layer without its object's number: two of one name are hidden together.
    private static string KeyOf(DictionaryToken layer) => layer.Data.GetValueOrDefault("Name") switch
    {
        StringToken text => text.Data,
        HexToken hex => hex.Data,
        _ => "",
    };
}
