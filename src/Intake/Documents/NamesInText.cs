using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>Names in a sentence, of which there may be very many.</summary>
internal static class NamesInText
{
    /// <summary>The names, and where there are more than <paramref name="most"/>, how many are left out.</summary>
    public static string Of(IReadOnlyList<string> names, int most = 20) => string.Join(", ", names.Take(most))
        + (names.Count > most ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - most} more") : "");
}
