using System.Collections.Immutable;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>
/// The languages of a review by their tags (BCP 47): exactly where a program wrote one, tolerantly where a person or an
/// environment asks for one.
/// </summary>
public static class Languages
{
    /// <summary>How they are asked for on a command line.</summary>
    public const string Choices = $"{French}|{English}";

    private const string English = "en";

    private const string French = "fr";

    private static readonly string[] Asking = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The tags of all of them.</summary>
    public static ImmutableArray<string> Tags { get; } = [English, French];

    /// <summary>The tag of a language, as a page, a command line and a signed statement write it: <c>fr</c>.</summary>
    public static string TagOf(Language language) => language == Language.French ? French : English;

    /// <summary>The language of a tag as <see cref="TagOf"/> writes it; null for any other text: what is signed has one form.</summary>
    public static Language? Strict(string? tag) => tag switch
    {
        English => Language.English,
        French => Language.French,
        _ => null,
    };

    /// <summary>
    /// The language that a tag such as <c>fr</c>, <c>fr_FR.UTF-8</c> or <c>en-GB</c> names; null where it names none that a
    /// review speaks.
    /// </summary>
    public static Language? Of(string? tag) => Strict(tag?.Split('_', '-', '.', '@')[0].ToLowerInvariant());

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
