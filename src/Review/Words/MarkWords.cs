using System.Globalization;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>The words that stand in ⟨ ⟩ within a text from outside, for what is not seen in it. Different things have different words.</summary>
internal abstract class MarkWords
{
    public static MarkWords In(Language language) => Words.In(language).Say.Marks;

    public abstract string Newline { get; }

    public abstract string Tab { get; }

    public abstract string NoBreakSpace { get; }

    public abstract string NarrowNoBreakSpace { get; }

    /// <summary>How many blanks stand together.</summary>
    public abstract string Spaces(int count);

    /// <param name="code">Of the half: <c>U+D83D</c>.</param>
    public abstract string HalfACharacter(string code);

    /// <summary>What stands before and after what tag characters spell, which is a sender's word and none of ours.</summary>
    public abstract Around TagCharacters { get; }

    /// <param name="left">How many characters are not shown.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="digest">Of all.</param>
    public abstract string Cut(int left, int all, string digest);

    /// <param name="digits">The first ones.</param>
    /// <param name="all">How many there are.</param>
    public abstract string Shortened(string digits, int all);

    public abstract string TwoScripts(IEnumerable<string> scripts, string letters);

    public abstract string LooksLatin(string script, string letters);

    /// <summary>Latin letters in a style that no name is written in.</summary>
    public abstract string Styled(string style, string letters);

    /// <summary>How many more letters there are than are named.</summary>
    public abstract string AndMore(string letters, int more);

    protected static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Words before and after what is shown.</summary>
internal sealed record Around(string Before, string After);
