using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Shell;

/// <summary>Gives a command line our help and our version in place of the library's.</summary>
/// <param name="more">What the symbols do not say.</param>
/// <param name="width">The columns of the terminal; null where there is none.</param>
/// <param name="language">The language of the reader.</param>
public sealed class Helping(HelpMore more, int? width, Language language)
{
    /// <summary>The word that asks for help where a command could stand: <c>replay help plan</c>.</summary>
    public const string Word = "help";

    /// <param name="root">The command line.</param>
    /// <param name="program">A type of the program, whose version is shown.</param>
    public void Serve(RootCommand root, Type program)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(program);
        foreach (var option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption => new Said(parsed =>
                    HelpText.Of(HelpPage.Of(parsed.CommandResult.Command, more, language), width ?? HelpText.Widest, language)),
                VersionOption => new Said(_ => $"{NameOf(program)}\n"),
                _ => option.Action,
            };
        }
        ImmutableArray<Command> commands = [.. root.Subcommands];
        var shell = new Argument<string>("shell") { Description = HelpWords.Shell.In(language) };
        shell.AcceptOnlyFromAmong([.. Completion.Shells]);
        root.Add(new Command("completion", HelpWords.Completion.In(language))
        {
            Arguments = { shell },
            Action = new Said(parsed => Completion.ScriptOf(parsed.GetRequiredValue(shell), more.Program)) { NeedsAll = true },
        });
        root.Add(new Command("man", HelpWords.Man.In(language))
        {
            Action = new Said(_ => ManPage.Of(
                HelpPage.Of(root, more, language), [.. commands.Select(command => HelpPage.Of(command, more, language))],
                NameOf(program), language)),
        });
    }

    /// <summary>
    /// Whether the line asks for something that its own symbols answer, and that takes no settings: help, the version, words to
    /// complete.
    /// </summary>
    public static bool Answers(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return parsed.Action is Said || parsed.Action != parsed.CommandResult.Command.Action;
    }

    /// <summary>
    /// The arguments with <c>help</c>, and what follows it, as a question for help: <c>help plan</c> is <c>plan --help</c>.
    /// </summary>
    public static string[] Asked(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return arguments is [Word, .. var about] ? [.. about, "--help"] : arguments;
    }

    private string NameOf(Type program) =>
        $"{more.Program} {program.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0"}";

    private sealed class Said(Func<ParseResult, string> words) : SynchronousCommandLineAction
    {
        /// <summary>Whether it is said only where nothing is wrong with the line.</summary>
        public bool NeedsAll { get; init; }

        // Who asks for help has not given all that is needed.
        public override bool ClearsParseErrors => !NeedsAll;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.Write(words(parseResult));
            return 0;
        }
    }
}
