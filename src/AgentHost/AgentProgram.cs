using System.CommandLine;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Settings;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>Program <c>agent</c>: reads invoices, and enters them in the sandbox. It never holds a key that writes to prod.</summary>
public static class AgentProgram
{
    /// <summary>How long a command may take to end once it was asked to: what was sent to a server is waited for, so that it is recorded.</summary>
    private static readonly TimeSpan ToEndBy = TimeSpan.FromMinutes(10);

    /// <summary>Runs one command; the exit code is one of <see cref="ExitCode"/>. Bad usage is 1.</summary>
    public static Task<int> RunAsync(string[] arguments, Terminal terminal) =>
        new LastBoundary(terminal, arguments).RunAsync(() => CommandAsync(arguments, terminal));

    private static async Task<int> CommandAsync(string[] arguments, Terminal environment)
    {
        if (ForeignCode.ProblemsOf(environment.Variables) is { IsEmpty: false } foreign)
        {
            foreach (var fault in foreign)
            {
                await environment.Error.WriteLineAsync($"agent: {fault}");
            }
            return ExitCode.Refused;
        }
        var configured = ConfigurationFile.Read(environment.Variables);
        var configuration = (configured as Checked<Configuration>.Valid)?.Value;
        var terminal = environment with { Variables = configuration?.Variables ?? environment.Variables };
        var root = new RootCommand("Enters supplier invoices in a Dolibarr sandbox, and records what it did as a changeset that a person reviews and replays on prod.")
        {
            ReadCommand.Make(terminal),
            IngestCommand.Make(terminal),
            RunCommand.Make(terminal),
            ChatCommand.Make(terminal),
            McpCommand.Make(terminal),
            SetIbanCommand.Make(terminal),
            DiscardCommand.Make(terminal),
            NamesCommand.Make(terminal),
            ConfigCommand.Make(terminal, configuration),
            DoctorCommand.Make(terminal),
        };
        if (TargetArgument.In(arguments) is { } chosen)
        {
            await terminal.Error.WriteLineAsync($"agent: '{Shown.Line(chosen)}': no argument chooses an instance or brings a key. Set {Variables.Target}=sandbox in the environment; prod is written to by `replay --confirm` alone. (target-is-fixed)");
            return ExitCode.Refused;
        }
        new Helping(AgentHelp.All, terminal.OutWidth, Language.English).Serve(root, typeof(AgentProgram));
        var parsed = TypedLine.Read(root, Helping.Asked(arguments));
        if (parsed.Errors.Count > 0)
        {
            return await ShowAsync(parsed, terminal);
        }
        var isAnswer = AsksForHelp(arguments) || Helping.Answers(parsed);
        if (configuration is null && !isAnswer && parsed.CommandResult.Command is not RootCommand)
        {
            await ProblemLines.ShowAsync(configured.AllProblems, terminal);
            return ExitCode.Refused;
        }
        if (parsed.CommandResult.Command is not RootCommand && !isAnswer && WriteKey(terminal) is { } refusal)
        {
            await terminal.Error.WriteLineAsync($"agent: {refusal}");
            return ExitCode.Refused;
        }
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            ProcessTerminationTimeout = HearsSignals(parsed.CommandResult.Command) ? null : ToEndBy,
            // It prints the stack trace; LastBoundary does not.
            EnableDefaultExceptionHandler = false,
        });
    }

    /// <summary>Those that hear themselves of being asked to end.</summary>
    private static bool HearsSignals(Command command) => command.Name is ChatCommand.Name or IngestCommand.Name;

    /// <summary>Bad usage.</summary>
    private static async Task<int> ShowAsync(ParseResult parsed, Terminal terminal)
    {
        foreach (var fault in TypedLine.FaultsOf(parsed))
        {
            await terminal.Error.WriteLineAsync($"agent: {Shown.Line(fault)}");
        }
        var command = parsed.CommandResult.Command;
        if (Meant(parsed) is { } meant)
        {
            await terminal.Error.WriteLineAsync($"agent: Did you mean {meant}?");
        }
        await terminal.Error.WriteLineAsync($"agent: Run `agent {(command is RootCommand ? "" : $"{command.Name} ")}--help` to see how it is called. (wrong-arguments)");
        return ExitCode.Failed;
    }

    /// <summary>What somebody meant who typed a word that is not there; null where nothing is like it.</summary>
    private static string? Meant(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return parsed.UnmatchedTokens.Select(typed => typed.StartsWith('-')
            ? Likeness.Nearest(typed, [.. command.Options.Select(option => option.Name)])
            : Likeness.Nearest(typed, [.. command.Subcommands.Select(sub => sub.Name)]) is { } name ? $"`agent {name}`" : null)
                .FirstOrDefault(word => word is not null);
    }

    /// <summary>Whoever sets the key that writes to prod for this program has made a mistake, whatever the command is.</summary>
    private static Problem? WriteKey(Terminal terminal)
    {
        var alone = terminal.Variables.Where(one => Variables.OfWriteKey.Contains(one.Key)).ToDictionary(StringComparer.Ordinal);
        return alone.Count == 0 ? null : ProgramSettings.Read(alone, SettingsNeeds.AgentOffline).AllProblems.FirstOrDefault();
    }

    private static bool AsksForHelp(string[] arguments) => arguments.Any(a => a is "--help" or "-h" or "-?" or "/?" or "/h");
}
