using System.Collections.Frozen;

namespace DolibarrAgent.Review;

/// <summary>The words for what is not seen, in French.</summary>
internal sealed class FrenchMarks : MarkWords
{
    private static readonly FrozenDictionary<string, string> Scripts = new Dictionary<string, string>
    {
        ["Latin"] = "latin",
        ["Cyrillic"] = "cyrillique",
        ["Greek"] = "grec",
        ["Armenian"] = "arménien",
        ["Cherokee"] = "cherokee",
        ["Coptic"] = "copte",
        ["Lisu"] = "lisu",
        ["phonetic"] = "phonétique",
        ["mathematical"] = "mathématique",
        ["full-width"] = "pleine chasse",
        ["enclosed"] = "encadré",
        ["Deseret"] = "deseret",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public override string Newline => "retour à la ligne";

    public override string Tab => "tabulation";

    public override string NoBreakSpace => "espace insécable";

    public override string NarrowNoBreakSpace => "espace fine insécable";

    public override string Spaces(int count) => count == 1 ? "espace" : Text($"{count} espaces");

    public override string HalfACharacter(string code) => $"moitié de caractère {code}";

    public override Around TagCharacters => new("caractères d'étiquette « ", " »");

    public override string Cut(int left, int all, string digest) => Text($"coupé : {left} caractères de plus ; SHA-256 de l'ensemble ({all}) : {digest}");

    public override string Shortened(string digits, int all) => Text($"{digits}… ({digits.Length} premiers chiffres sur {all})");

    public override string TwoScripts(IEnumerable<string> scripts, string letters) => $"{string.Join(" et ", scripts.Select(Named))} dans un même mot : {letters}";

    public override string LooksLatin(string script, string letters) => $"lettres d'aspect latin, alphabet {Named(script)} : {letters}";

    public override string Styled(string style, string letters) => $"lettres de style {Named(style)} : {letters}";

    public override string AndMore(string letters, int more) => Text($"{letters} et {more} de plus");

    private static string Named(string script) => Scripts.GetValueOrDefault(script, script);
}
