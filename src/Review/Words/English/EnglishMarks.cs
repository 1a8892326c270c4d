namespace DolibarrAgent.Review;

/// <summary>The words for what is not seen, in English.</summary>
internal sealed class EnglishMarks : MarkWords
{
    public override string Newline => "newline";

    public override string Tab => "tab";

    public override string NoBreakSpace => "no-break space";

    public override string NarrowNoBreakSpace => "narrow no-break space";

    public override string Spaces(int count) => count == 1 ? "space" : Text($"{count} spaces");

    public override string HalfACharacter(string code) => $"half a character {code}";

    public override Around TagCharacters => new("tag characters \"", "\"");

    public override string Cut(int left, int all, string digest) => Text($"cut: {left} more characters; SHA-256 of all {all}: {digest}");

    public override string Shortened(string digits, int all) => Text($"{digits}… (first {digits.Length} of {all} digits)");

    public override string TwoScripts(IEnumerable<string> scripts, string letters) => $"{string.Join(" and ", scripts)} in one word: {letters}";

    public override string LooksLatin(string script, string letters) => $"{script} letters that look Latin: {letters}";

    public override string Styled(string style, string letters) => $"{style} letters: {letters}";

    public override string AndMore(string letters, int more) => Text($"{letters} and {more} more");
}
