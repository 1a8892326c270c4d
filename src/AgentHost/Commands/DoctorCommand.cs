using System.CommandLine;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Settings;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary><c>agent doctor</c>: whether invoices can be entered here, and what the amounts depend on.</summary>
internal static class DoctorCommand
{
    public static Command Make(Terminal terminal)
    {
        var probe = new Option<bool>("--probe") { Description = "Find out how the sandbox rounds VAT with a draft that is entered, recorded and taken out again." };
        var json = new Option<bool>("--json") { Description = "The result as one line of JSON." };
        var command = new Command("doctor", "Examines the configuration, both instances, the keys' rights, currency and VAT rounding. Read-only, unless --probe is given.") { probe, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var diagnosis = await ExamineAsync(parsed.GetValue(probe), terminal, cancel);
            if (parsed.GetValue(json))
            {
                await terminal.Out.WriteLineAsync(DoctorText.Json(diagnosis));
            }
            else
            {
                await DoctorText.ShowAsync(diagnosis, terminal);
            }
            return diagnosis.Wrong.IsEmpty ? ExitCode.Done : ExitCode.Of(diagnosis.Wrong);
        });
        return command;
    }

    private static async Task<Diagnosis> ExamineAsync(bool probes, Terminal terminal, CancellationToken cancel)
    {
        var read = ProgramSettings.Read(terminal.Variables, SettingsNeeds.AgentOffline);
        if (read is not Checked<ProgramSettings>.Valid { Value: var settings })
        {
            return Doctor.OfFaults(read.AllProblems);
        }
        return await Doctor.ExamineAsync(SkillWiring.Of(settings), probes, cancel);
    }
}
