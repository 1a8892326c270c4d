using System.CommandLine;
using DolibarrAgent.Settings;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary><c>agent names --app erp --env sandbox</c>: every name that derives from an instance.</summary>
internal static class NamesCommand
{
    public static Command Make(Terminal terminal)
    {
        var app = new Option<string>("--app") { Description = "The application, in kebab case.", DefaultValueFactory = _ => "erp" };
        var environment = new Option<string>("--env") { Description = "The environment; prod adds nothing to a name.", DefaultValueFactory = _ => Instance.ProdEnvironment };
        var domain = new Option<string>("--domain") { Description = "The domain of its DNS name.", DefaultValueFactory = _ => Instance.OwnersDomain };
        var json = new Option<bool>("--json") { Description = "As one line of JSON, a member for each name." };
        var command = new Command("names", "Prints every name that derives from an application and an environment.") { app, environment, domain, json };
        command.SetAction((parsed, _) => ShowAsync(Instance.Read(parsed.GetValue(app)!, parsed.GetValue(environment)!), parsed.GetValue(domain)!, parsed.GetValue(json), terminal));
        return command;
    }

    private static async Task<int> ShowAsync(Checked<Instance> instance, string domain, bool json, Terminal terminal)
    {
        if (instance is not Checked<Instance>.Valid { Value: var named })
        {
            foreach (var fault in instance.AllProblems)
            {
                await terminal.Error.WriteLineAsync($"agent: {Shown.Line(fault.ToString())}");
            }
            return ExitCode.Failed;
        }
        var names = named.DerivedNames(domain);
        if (json)
        {
            await terminal.Out.WriteLineAsync(Json.Line(writer =>
            {
                foreach (var name in names)
                {
                    writer.WriteString(name.Label, name.Name);
                }
            }));
            return ExitCode.Done;
        }
        var width = names.Max(n => n.Label.Length);
        foreach (var name in names)
        {
            await terminal.Out.WriteLineAsync($"{name.Label.PadRight(width)}  {name.Name}");
        }
        return ExitCode.Done;
    }
}
