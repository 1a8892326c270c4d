using System.Text;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Shell;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// The skill behind the Model Context Protocol, for one client. Nothing new is started once the client has closed its
/// end or the program is asked to end; a write that has begun goes to its end before this one does.
/// </summary>
internal sealed class SkillServer(Skill skill, Narration narration, ILogger log)
{
    public async Task RunAsync(Terminal terminal, CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await using var output = new ClientOutput(terminal.OutBytes);
        await using var input = new ClientInput(terminal.InBytes, output, () =>
        {
            ended.Cancel();
            terminal.Error.WriteLine("The client has closed its end: nothing new is started.");
        });
        await using var transport = new StreamServerTransport(input, output, DolibarrPlugin.Name);
        await using var server = McpServer.Create(transport, OptionsOf(new ServedWatch(narration, ended.Token)));
        try
        {
            await server.RunAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Asked to end: what had begun has come to its end.
        }
    }

    private McpServerOptions OptionsOf(ServedWatch watch)
    {
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = DolibarrPlugin.Name, Version = typeof(SkillServer).Assembly.GetName().Version!.ToString(3) },
            ServerInstructions = Instructions(),
            ToolCollection = [],
        };
        foreach (var function in DolibarrPlugin.Of(skill, watch, log))
        {
            options.ToolCollection.Add(new SkillTool(function));
        }
        return options;
    }

    /// <summary>The skill's own text, and the handles of what was given. Names of files are others' words, and are read with a function.</summary>
    private string Instructions()
    {
        var text = new StringBuilder(SkillText.ForAModel);
        if (skill.Documents.HasFolder || !skill.Documents.All.IsEmpty)
        {
            text.Append("\n\n# This session");
        }
        if (skill.Documents.All is { IsEmpty: false } given)
        {
            text.Append($"\n\nDocuments given to you: {string.Join(", ", given.Select(d => d.Handle))}. Read them with read_email.");
        }
        if (skill.Documents.HasFolder)
        {
            text.Append("\n\nMore documents are in a folder: list_documents names them, open_document opens one.");
        }
        return text.ToString();
    }
}
