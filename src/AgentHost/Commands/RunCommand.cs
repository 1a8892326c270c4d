using DolibarrAgent.DolibarrWrite;
using System.Collections.Immutable;
using System.CommandLine;
using DolibarrAgent.Changesets;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary><c>agent run "INSTRUCTION"</c>: a model does with the skill what a person asks for, and ends.</summary>
internal static class RunCommand
{
    public static Command Make(Terminal terminal)
    {
        var instruction = new Argument<string>("INSTRUCTION") { Description = "What is to be done, in your own words. They are kept as evidence." };
        instruction.Validators.Add(InputFile.RefuseOptions);
        var email = EmailOption();
        var bounds = new BoundOptions();
        var json = new Option<bool>("--json") { Description = "The result as one line of JSON." };
        var verbose = new Option<bool>("--verbose") { Description = "Log every call to stderr; bodies go to the log file." };
        var command = new Command("run", $"Lets a model do what you ask for in the sandbox, and records it as a changeset. The model is named by {ModelSettings.UrlVariable}, {ModelSettings.KeyVariable} and {ModelSettings.NameVariable}; what the mail says is sent there.") { instruction, email, json, verbose };
        bounds.AddTo(command);
        var decisions = new DecisionOptions();
        decisions.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var asked = new Asked(parsed.GetValue(instruction)!, parsed.GetValue(email) ?? [], bounds.Of(parsed), parsed.GetValue(verbose)) { Decisions = decisions.Of(parsed) };
            return await RunAsync(asked, parsed.GetValue(json), terminal, cancel);
        });
        return command;
    }

    public static Option<string[]> EmailOption()
    {
        var email = new Option<string[]>("--email") { Description = "An email (.eml), a PDF or an XML; several times for several.", HelpName = "FILE", AllowMultipleArgumentsPerToken = false };
        email.Arity = ArgumentArity.OneOrMore;
        return email;
    }

    private static async Task<int> RunAsync(Asked asked, bool json, Terminal terminal, CancellationToken cancel)
    {
        var (ready, problems) = await WorkWiring.ReadAsync(terminal, asked.Files, cancel);
        if (string.IsNullOrWhiteSpace(asked.Instruction))
        {
            problems = problems.Add(new Problem(Codes.InstructionMissing, "INSTRUCTION", "Nothing is asked for."));
        }
        problems = asked.Files.Length > 1 ? [.. problems, .. DecisionOptions.OfSeveral(asked.Decisions)] : problems;
        if (ready is null || !problems.IsEmpty)
        {
            if (json)
            {
                await terminal.Out.WriteLineAsync(WorkJson.Of(problems));
            }
            await ProblemLines.ShowAsync(problems, terminal);
            return ExitCode.Of(problems);
        }
        using var log = AgentLog.Open(asked.Verbose, terminal);
        using var work = await (ready with { Options = ready.Options with { Decisions = asked.Decisions } })
            .OpenAsync(log.Named("agent"), new Narration(terminal.Error, terminal.ErrorWidth), cancel);
        var end = await work.DoAsync(asked.Instruction, asked.Bounds, toItsEnd: true, cancel);
        var report = WorkReport.Of(work.Skill, end);
        if (json)
        {
            await terminal.Out.WriteLineAsync(WorkJson.Of(report, end));
        }
        else
        {
            WorkText.Show(report, end, terminal);
        }
        return report.ExitCode;
    }

    private sealed record Asked(string Instruction, string[] Files, Bounds Bounds, bool Verbose)
    {
        public required PersonDecisions Decisions { get; init; }
    }
}
