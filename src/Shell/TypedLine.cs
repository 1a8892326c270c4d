using System.Collections.Immutable;
using System.CommandLine;

namespace DolibarrAgent.Shell;

/// <summary>A command line as a person typed it.</summary>
public static class TypedLine
{
    private static readonly char[] Breaks = ['\n', '\r', '\t'];

    /// <summary>Reads it. A file of arguments (@file) is not opened: it would be words that nobody saw being typed.</summary>
    public static ParseResult Read(RootCommand root, string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(root);
        return root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
    }

    /// <summary>
    /// All that is wrong with it, each on one line; the parser lists choices one a line. Holds arguments as they were typed.
    /// </summary>
    public static ImmutableArray<string> FaultsOf(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return [.. parsed.Errors.Select(error => OnOneLine(error.Message)).Distinct(StringComparer.Ordinal)];
    }

    private static string OnOneLine(string message) =>
        string.Join(' ', message.Split(Breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
