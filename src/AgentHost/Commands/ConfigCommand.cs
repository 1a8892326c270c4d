using System.Collections.Immutable;
using System.CommandLine;
using DolibarrAgent.Settings;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary><c>agent config</c>: which settings count, and where each comes from. It shows no key.</summary>
internal static class ConfigCommand
{
    private const string Environment = "environment";
    private const string Overruled = "environment, before the file";
    private const string Default = "default";
    private const string KeyShown = "(set)";
    private const string NotUnderstood = "(not understood)";

    /// <param name="terminal">Gets the list.</param>
    /// <param name="configuration">What counts; null where the file does not, and then the command is not run.</param>
    public static Command Make(Terminal terminal, Configuration? configuration)
    {
        var json = new Option<bool>("--json") { Description = "As one line of JSON." };
        var command = new Command("config",
            "Prints which settings count and where each comes from: the environment, or a profile of the configuration file. "
                + "No key is shown.") { json };
        command.SetAction((parsed, _) => ShowAsync(configuration!, parsed.GetValue(json), terminal));
        return command;
    }

    private static async Task<int> ShowAsync(Configuration configuration, bool json, Terminal terminal)
    {
        var file = configuration.Profile?.Path ?? ConfigurationFile.PathIn(configuration.Variables);
        var settings = Variables.All.Order(StringComparer.Ordinal).Select(name => Of(name, configuration)).OfType<Setting>()
            .ToImmutableArray();
        if (json)
        {
            await terminal.Out.WriteLineAsync(Json.Line(writer =>
            {
                writer.WriteString("file", file);
                writer.WriteString("profile", configuration.Profile?.Name);
                writer.WriteStartArray("settings");
                foreach (var setting in settings)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", setting.Name);
                    writer.WriteString("value", setting.Value);
                    writer.WriteString("from", setting.From);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
            }));
            return ExitCode.Done;
        }
        await terminal.Out.WriteLineAsync(configuration.Profile is { } profile
            ? $"Profile {Shown.Line(profile.Name)} of {Shown.Line(profile.Path)}"
            : $"No configuration file{(file is null ? "" : $" ({Shown.Line(file)})")}: the environment alone counts.");
        var (names, values) = (settings.Max(one => one.Name.Length), settings.Max(one => one.Value.Length));
        foreach (var setting in settings)
        {
            await terminal.Out.WriteLineAsync(
                $"{setting.Name.PadRight(names)}  {Shown.Line(setting.Value).PadRight(values)}  {setting.From}");
        }
        return ExitCode.Done;
    }

    private static Setting? Of(string name, Configuration configuration)
    {
        if (configuration.Variables.GetValueOrDefault(name) is not { } value)
        {
            return DefaultOf(name, configuration.Variables) is { } usual ? new Setting(name, usual, Default) : null;
        }
        var from = configuration.IsFromFile(name) ? $"profile {configuration.Profile!.Name}"
            : configuration.Overruled.Contains(name) ? Overruled
            : Environment;
        return new Setting(name, ValueOf(name, value), from);
    }

    private static string ValueOf(string name, string value) =>
        name.EndsWith("_KEY", StringComparison.Ordinal) && name != Variables.RecorderKey ? KeyShown
        // Its URL may hold a password.
        : name == Variables.Ledger ? (LedgerPlace.Read(name, value) as Checked<LedgerPlace>.Valid)?.Value.ToString() ?? NotUnderstood
        : value;

    private static string? DefaultOf(string name, IReadOnlyDictionary<string, string?> variables) => name switch
    {
        Variables.Target => "prod",
        Variables.App => "erp",
        Variables.SandboxEnvironment => "sandbox",
        Variables.Changesets => ProgramSettings.ChangesetsFolderIn(variables),
        _ => null,
    };

    private sealed record Setting(string Name, string Value, string From);
}
