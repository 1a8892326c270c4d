using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Recording;
using DolibarrAgent.Settings;
using DolibarrAgent.Shell;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// The last boundary: whatever happens in a command, a person gets a sentence and an exit code, a program the JSON that
/// the command gives for a failure, and only the log the stack trace.
/// </summary>
internal sealed class LastBoundary(Terminal terminal, string[] arguments)
{
    private string Command => arguments.FirstOrDefault(argument => !argument.StartsWith('-')) ?? "agent";

    private string Folder => ProgramSettings.ChangesetsFolderIn(terminal.Variables);

    public async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        // Only whoever started the program cancels anything here: a server that does not answer comes as an answer of its own.
        catch (OperationCanceledException)
        {
            return await ShowAsync(Unfinished.Stopped(Command, $"{Afterwards()} Run the same command again."));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Log(e);
            return await ShowAsync(Unfinished.Defect(
                Command, e, $"{Afterwards()} Report the defect with the newest log in {Path.Combine(Folder, LogFolder.Name)}."));
        }
    }

    private void Log(Exception fault)
    {
        using var log = AgentLog.Open(verbose: false, terminal);
        log.Named("agent").LogError(fault, "The command {Command} failed", Command);
    }

    private async Task<int> ShowAsync(Problem problem)
    {
        try
        {
            await ProblemLines.ShowAsync([problem], terminal);
            if (arguments.Contains("--json") && JsonOf(problem) is { } line)
            {
                await terminal.Out.WriteLineAsync(line);
            }
        }
        catch (IOException)
        {
            // Whoever read what is written here has gone, which may be what failed first; the log has it.
        }
        return ExitCode.Failed;
    }

    /// <summary>The state that things are in, as far as it is known from outside the command.</summary>
    private string Afterwards() => Command switch
    {
        "ingest" or "run" or "chat" or "mcp" or SetIbanCommand.Name => $"What it entered before is recorded in {Folder}.{Open()}",
        "doctor" when arguments.Contains("--probe") => $"The draft that it entered is recorded in {Folder}.{Open()}",
        "discard" => "What it took out of the sandbox stays out; the same command again continues from there.",
        _ => "Nothing was entered or changed by it.",
    };

    private string Open()
    {
        var open = ChangesetsOnDisk.In(Folder).Where(on => on.Changeset.State == ChangesetState.Open).Select(on => on.Path).ToList();
        return open.Count == 0
            ? " No changeset there is open: nothing needs to be taken back."
            : $" Open, so that no replay takes them: {string.Join(", ", open)}. Take them back with `agent discard`, unless another agent is at work on them.";
    }

    /// <summary>As the command itself says a failure; null where it says none on standard output.</summary>
    private string? JsonOf(Problem problem) => Command switch
    {
        "read" => ReadCommand.Rejected(problem),
        "ingest" => IngestJson.Of(new IngestResult.Refused([problem])),
        "run" => WorkJson.Of([problem]),
        SetIbanCommand.Name => BankAccountJson.Of(new Result<EnteredBankAccount>.Refused([problem])),
        "discard" => DiscardJson.Of(new EndResult.Refused([problem])),
        "doctor" => DoctorText.Json(Doctor.OfFaults([problem])),
        _ => null,
    };
}
