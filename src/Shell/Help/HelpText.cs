using System.Collections.Immutable;
using System.Text;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Shell;

/// <summary>A page of help as text: what is named on the left, what it is on the right, broken between words.</summary>
public static class HelpText
{
    /// <summary>Where lines are broken when no terminal says how wide it is, and the widest that is comfortable to read.</summary>
    public const int Widest = 100;

    private const int Indent = 2;
    private const int Gap = 2;
    private const int WidestName = 30;

    /// <param name="page">What to say.</param>
    /// <param name="width">The columns of the terminal; at most <see cref="Widest"/> are used.</param>
    /// <param name="language">The language of the headings.</param>
    public static string Of(HelpPage page, int width, Language language)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (text, columns) = (new StringBuilder(), Math.Min(width, Widest));
        Lines(text, page.Description, 0, columns);
        Head(HelpWords.Usage);
        foreach (var usage in page.Usage)
        {
            Lines(text, usage, Indent, columns);
        }
        Table(HelpWords.Arguments, page.Arguments);
        Table(HelpWords.Commands, page.Commands);
        Table(HelpWords.Options, page.Options);
        if (!page.Examples.IsEmpty)
        {
            Head(HelpWords.Examples);
            foreach (var example in page.Examples)
            {
                text.Append(' ', Indent).Append(example.Name).Append('\n');
                Lines(text, example.Text, Indent + Indent, columns);
            }
        }
        Table(HelpWords.Variables, page.Variables);
        Table(HelpWords.ExitCodes, page.ExitCodes);
        return text.ToString();

        void Head(Term heading) => text.Append('\n').Append(heading.In(language)).Append(language == Language.French ? " :\n" : ":\n");

        void Table(Term heading, ImmutableArray<HelpEntry> entries)
        {
            if (entries.IsEmpty)
            {
                return;
            }
            Head(heading);
            var names = Math.Min(entries.Max(entry => entry.Name.Length), WidestName);
            foreach (var entry in entries)
            {
                text.Append(' ', Indent).Append(entry.Name);
                // A name that is too long for its column has a line of its own.
                var at = Indent + entry.Name.Length;
                if (entry.Name.Length > names)
                {
                    text.Append('\n');
                    at = 0;
                }
                text.Append(' ', Indent + names + Gap - at);
                Rest(text, entry.Text, Indent + names + Gap, columns);
            }
        }
    }

    private static void Lines(StringBuilder text, string words, int indent, int columns)
    {
        text.Append(' ', indent);
        Rest(text, words, indent, columns);
    }

    /// <summary>Words from a column on, the lines behind the first below it.</summary>
    private static void Rest(StringBuilder text, string words, int indent, int columns)
    {
        var at = indent;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (at > indent && at + 1 + word.Length > columns)
            {
                text.Append('\n').Append(' ', indent);
                at = indent;
            }
            else if (at > indent)
            {
                text.Append(' ');
                at++;
            }
            text.Append(word);
            at += word.Length;
        }
        text.Append('\n');
    }
}
