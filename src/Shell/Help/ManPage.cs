using System.Collections.Immutable;
using System.Text;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Shell;

/// <summary>The help of a program as one page for <c>man</c> (roff with the macros of man(7)).</summary>
public static class ManPage
{
    /// <param name="program">The page of the program itself.</param>
    /// <param name="commands">Those of its commands, in order.</param>
    /// <param name="version">The program with its version.</param>
    /// <param name="language">The language of the headings.</param>
    public static string Of(HelpPage program, ImmutableArray<HelpPage> commands, string version, Language language)
    {
        ArgumentNullException.ThrowIfNull(program);
        var page = new StringBuilder();
        Line($".TH {Quoted(program.Command.ToUpperInvariant())} 1 \"\" {Quoted(version)}");
        Head(HelpWords.Name);
        Line($"{Text(program.Command)} \\- {Text(program.Description)}");
        Head(HelpWords.Usage);
        Usages(program);
        Head(HelpWords.Options);
        Entries([.. program.Arguments, .. program.Options]);
        Head(HelpWords.Commands);
        foreach (var command in commands)
        {
            Line($".SS {Quoted(command.Command)}");
            Line(Text(command.Description));
            Line(".PP");
            Usages(command);
            Entries([.. command.Arguments, .. command.Options.Except(program.Options)]);
            Entries(command.Examples);
        }
        Section(HelpWords.Examples, program.Examples);
        Section(HelpWords.Variables, program.Variables);
        Section(HelpWords.ExitCodes, program.ExitCodes);
        return page.ToString();

        void Line(string line) => page.Append(line).Append('\n');

        void Head(Term heading) => Line($".SH {Quoted(heading.In(language).ToUpperInvariant())}");

        void Section(Term heading, ImmutableArray<HelpEntry> entries)
        {
            Head(heading);
            Entries(entries);
        }

        void Usages(HelpPage of)
        {
            foreach (var usage in of.Usage)
            {
                Line($".B {Quoted(usage)}");
                Line(".br");
            }
        }

        void Entries(ImmutableArray<HelpEntry> entries)
        {
            foreach (var entry in entries)
            {
                Line(".TP");
                Line($".B {Quoted(entry.Name)}");
                Line(Text(entry.Text));
            }
        }
    }

    /// <summary>An argument of a macro.</summary>
    private static string Quoted(string text) => $"\"{Escaped(text).Replace("\"", "\\(dq", StringComparison.Ordinal)}\"";

    /// <summary>A line of text: a point or a quote at its beginning would be a macro.</summary>
    private static string Text(string text)
    {
        var escaped = Escaped(text);
        return escaped is ['.' or '\'', ..] ? $"\\&{escaped}" : escaped;
    }

    /// <summary>A hyphen that somebody copies into a terminal must be one there.</summary>
    private static string Escaped(string text) => text
        .Replace("\\", "\\e", StringComparison.Ordinal)
        .Replace("-", "\\-", StringComparison.Ordinal)
        .ReplaceLineEndings(" ");
}
