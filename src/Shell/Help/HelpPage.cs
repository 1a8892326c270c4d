using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Shell;

/// <summary>What <c>--help</c> says of a program or of one of its commands.</summary>
/// <param name="Command">As it is called: <c>replay plan</c>.</param>
/// <param name="Description">What it does, in one sentence or two.</param>
public sealed record HelpPage(string Command, string Description)
{
    /// <summary>Every way to call it.</summary>
    public ImmutableArray<string> Usage { get; init; } = [];

    public ImmutableArray<HelpEntry> Arguments { get; init; } = [];

    public ImmutableArray<HelpEntry> Options { get; init; } = [];

    public ImmutableArray<HelpEntry> Commands { get; init; } = [];

    /// <summary>Calls that somebody would make, each with what it does.</summary>
    public ImmutableArray<HelpEntry> Examples { get; init; } = [];

    /// <summary>The variables of the environment that it reads.</summary>
    public ImmutableArray<HelpEntry> Variables { get; init; } = [];

    public ImmutableArray<HelpEntry> ExitCodes { get; init; } = [];

    /// <summary>The page of a command, from its own symbols.</summary>
    /// <param name="command">The command; the root for the program.</param>
    /// <param name="more">What its symbols do not say.</param>
    /// <param name="language">The language of the words that are the same for every command.</param>
    public static HelpPage Of(Command command, HelpMore more, Language language)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(more);
        var path = PathOf(command, more.Program);
        return new HelpPage(path, command.Description ?? "")
        {
            Usage = [.. UsageOf(command, path)],
            Arguments = [.. command.Arguments.Where(argument => !argument.Hidden)
                .Select(argument => new HelpEntry(NameOf(argument), argument.Description ?? ""))],
            Options = [.. OptionsOf(command).Select(option => new HelpEntry(NameOf(option), DescriptionOf(option, language)))],
            Commands = [.. command.Subcommands.Select(sub =>
                new HelpEntry(string.Join(' ', [sub.Name, .. sub.Arguments.Select(NameOf)]), sub.Description ?? ""))],
            Examples = more.ExamplesOf(command.Parents.Any() ? command.Name : ""),
            Variables = command is RootCommand ? more.Variables : [],
            ExitCodes = command is RootCommand ? more.ExitCodes : [],
        };
    }

    /// <summary>Its own before those that every command has.</summary>
    private static IEnumerable<Option> OptionsOf(Command command) => command.Options
        .Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive))
        .Where(option => !option.Hidden);

    private static IEnumerable<string> UsageOf(Command command, string path)
    {
        if (command.Arguments.Count > 0 || command.Subcommands.Count == 0)
        {
            yield return string.Join(' ', [path, .. command.Arguments.Select(NameOf), "[options]"]);
        }
        if (command.Subcommands.Count > 0)
        {
            yield return $"{path} <command> [options]";
        }
    }

    private static string PathOf(Command command, string program) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent, program)} {command.Name}" : program;

    private static string NameOf(Argument argument)
    {
        var name = $"<{argument.HelpName ?? argument.Name}>";
        return argument.Arity.MaximumNumberOfValues > 1 ? $"{name}..." : argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    private static string NameOf(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-') && alias != "-?").Order(StringComparer.Ordinal)
            .Append(option.Name));
        return option.Arity.MaximumNumberOfValues == 0 || option is HelpOption or VersionOption ? names
            : $"{names} <{option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant()}>";
    }

    private static string DescriptionOf(Option option, Language language) => option switch
    {
        HelpOption => HelpWords.ShowHelp.In(language),
        VersionOption => HelpWords.ShowVersion.In(language),
        _ => option.Description ?? "",
    };
}

/// <summary>Something that is named and said what it is.</summary>
public sealed record HelpEntry(string Name, string Text);

/// <summary>What the symbols of a command line do not say.</summary>
/// <param name="Program">The program as it is called: <c>replay</c>.</param>
public sealed record HelpMore(string Program)
{
    /// <summary>By the name of the command; that of the program is empty.</summary>
    public ImmutableDictionary<string, ImmutableArray<HelpEntry>> Examples { get; init; } = ImmutableDictionary<string,
        ImmutableArray<HelpEntry>>.Empty;

    public ImmutableArray<HelpEntry> Variables { get; init; } = [];

    public ImmutableArray<HelpEntry> ExitCodes { get; init; } = [];

    internal ImmutableArray<HelpEntry> ExamplesOf(string command) => Examples.GetValueOrDefault(command, []);
}
