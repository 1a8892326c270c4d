using UglyToad.PdfPig.Tokens;

namespace DolibarrAgent.Intake;

/// <summary>
/// Whether the rows that a stream says it was predicted by (ISO 32000, 7.4.4.4) have a length that a row can have. The PDF
/// library takes any: rows of no bytes keep it busy for ever.
/// </summary>
internal static class Predictors
{
    private const double LongestRow = 1 << 24;

    private static readonly string[] Names = ["DecodeParms", "DP"];

    public static bool AreSane(DictionaryToken stream) =>
        Names.All(name => stream.Data.GetValueOrDefault(name) switch
        {
            DictionaryToken parameters => IsSane(parameters),
            ArrayToken several => several.Data.OfType<DictionaryToken>().All(IsSane),
            _ => true,
        });

    private static bool IsSane(DictionaryToken parameters)
    {
        if (Number(parameters, "Predictor", 1) is <= 1)
        {
            return true;
        }

        var (columns, colors, bits) = (Number(parameters, "Columns", 1), Number(parameters, "Colors", 1), Number(parameters, "BitsPerComponent", 8));
        return columns is >= 1 and <= LongestRow && colors is >= 1 and <= 64 && bits is >= 1 and <= 16 && columns * colors * bits <= LongestRow * 8;
    }

    // What is not a number cannot be in range.
    private static double Number(DictionaryToken parameters, string name, double byDefault) => parameters.Data.GetValueOrDefault(name) switch
    {
        null => byDefault,
        NumericToken number => number.Double,
        _ => double.NaN,
    };
}
