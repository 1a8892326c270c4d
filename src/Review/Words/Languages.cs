using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>Which language somebody asks for.</summary>
public static class Languages
{
    /// <summary>How they are asked for on a command line.</summary>
    public const string Choices = "fr|en";

    private static readonly string[] Asking = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>
    /// The language that a tag such as <c>fr</c>, <c>fr_FR.UTF-8</c> or <c>en-GB</c> names; null where it names none that a
    /// review speaks.
    /// </summary>
    public static Language? Of(string? tag) => tag?.Split('_', '-', '.', '@')[0].ToUpperInvariant() switch
    {
        "FR" => Language.French,
        "EN" => Language.English,
        _ => null,
    };

    /// <summary>
    /// The language that the environment asks for: the first of <c>LC_ALL</c>, <c>LC_MESSAGES</c> and <c>LANG</c> that is set
    /// decides, as POSIX has it. English where that one names none that a review speaks, as <c>C</c> does not.
    /// </summary>
    public static Language Of(IReadOnlyDictionary<string, string?> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return Of(Asking.Select(variables.GetValueOrDefault).FirstOrDefault(set => set is { Length: > 0 })) ?? Language.English;
    }
}
