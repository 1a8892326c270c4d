using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DolibarrAgent.Intake;

/// <summary>What lies over a page and is seen with it: the values of form fields, notes, stamps (ISO 32000-1, 12.5).</summary>
/// <param name="Appearance">What it draws.</param>
/// <param name="Place">From its own coordinates to those of the page.</param>
internal sealed record Annotation(StreamToken Appearance, TransformationMatrix Place);

/// <summary>Finds the annotations of a page that are seen.</summary>
internal static class Annotations
{
    private const int Most = 2000;

    // Invisible, hidden, or not to be viewed.
    private const int Unseen = 1 | 2 | 32;

    public static IEnumerable<Annotation> Of(DictionaryToken page, IPdfTokenScanner scanner, HiddenLayers layers)
    {
        if (page.Get("Annots", scanner) is not ArrayToken annotations)
        {
            yield break;
        }
        foreach (var token in annotations.Data.Take(Most))
        {
            if (PdfTokens.Resolve(token, scanner) is DictionaryToken annotation
                && ((annotation.Get("F", scanner) as NumericToken)?.Int ?? 0) is var flags && (flags & Unseen) == 0
                && annotation.Get("Subtype", scanner) is not NameToken { Data: "Popup" }
                && !layers.Hide(annotation.Data.GetValueOrDefault("OC"), scanner)
                && AppearanceOf(annotation, scanner) is { } appearance
                && Numbers(annotation.Data.GetValueOrDefault("Rect"), scanner, 4) is { } place
                && Numbers(appearance.StreamDictionary.Data.GetValueOrDefault("BBox"), scanner, 4) is { } box)
            {
                yield return new(appearance, PlaceOf(place, box, Numbers(appearance.StreamDictionary.Data.GetValueOrDefault("Matrix"), scanner, 6)));
            }
        }
    }

    // The normal one; of several the one of the state that it is in.
    private static StreamToken? AppearanceOf(DictionaryToken annotation, IPdfTokenScanner scanner)
    {
        var normal = PdfTokens.Resolve((annotation.Get("AP", scanner) as DictionaryToken)?.Data.GetValueOrDefault("N"), scanner);
        return normal is DictionaryToken states && annotation.Get("AS", scanner) is NameToken state
            ? PdfTokens.Resolve(states.Data.GetValueOrDefault(state.Data), scanner) as StreamToken
            : normal as StreamToken;
    }

    // ISO 32000-1, 12.5.5: the appearance's box, as its matrix turns it, fills the annotation's rectangle.
    private static TransformationMatrix PlaceOf(double[] place, double[] box, double[]? matrix)
    {
        var own = matrix is null ? TransformationMatrix.Identity : TransformationMatrix.FromArray(matrix);
        var turned = Boxes.Of(new[] { (box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3]) }
            .Select(corner => own.Transform(new PdfPoint(corner.Item1, corner.Item2))).Select(point => new Spot(point.X, point.Y)));
        var (left, bottom) = (Math.Min(place[0], place[2]), Math.Min(place[1], place[3]));
        var x = turned.Width > 0 ? Math.Abs(place[2] - place[0]) / turned.Width : 1;
        var y = turned.Height > 0 ? Math.Abs(place[3] - place[1]) / turned.Height : 1;
        return TransformationMatrix.FromValues(x, 0, 0, y, left - (turned.Left * x), bottom - (turned.Top * y));
    }

    private static double[]? Numbers(IToken? token, IPdfTokenScanner scanner, int count) =>
        PdfTokens.Resolve(token, scanner) is ArrayToken array && array.Data.Select(one => PdfTokens.Resolve(one, scanner)).OfType<NumericToken>().Select(n => n.Double).ToArray() is var numbers
        && numbers.Length == count && numbers.All(double.IsFinite)
            ? numbers
            : null;
}
