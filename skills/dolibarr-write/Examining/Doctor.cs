using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;
using DolibarrAgent.Settings;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Examines whether invoices can be entered here, and how: the configuration, both instances, the rights of their keys,
/// and what of a server's setup the amounts of an invoice depend on. Reads alone, unless it is to probe.
/// </summary>
public static class Doctor
{
    /// <summary>Examines everything. With <paramref name="probes"/> a draft is entered in the sandbox and taken out again, recorded as every write is.</summary>
    public static async Task<Diagnosis> ExamineAsync(SkillOptions options, bool probes, CancellationToken cancel)
    {
        var settings = options.Settings;
        var sandbox = await InstanceExamination.OfAsync(options, Target.Sandbox, cancel);
        var prod = await InstanceExamination.OfAsync(options, Target.Prod, cancel);
        var probed = probes ? await RoundingProbe.RunAsync(options, cancel) : null;
        if (probed is Result<Finding<Intake.VatRounding>>.Ok { Value: var shown } && sandbox.Books is { } books)
        {
            sandbox = sandbox with { Books = books with { Rounding = shown } };
        }
        return new Diagnosis(
        [
            OfTarget(settings),
            .. sandbox.All,
            .. BooksExamination.Company(settings, sandbox.Books),
            .. BooksExamination.Of(settings.SandboxInstance, sandbox.Books),
            .. probed is Result<Finding<Intake.VatRounding>>.Refused refused ? refused.Problems.Select(Examined.Wrong) : [],
            .. prod.All,
            .. BooksExamination.Of(settings.ProdInstance, prod.Books),
            .. ServersExamination.Between(settings, new BothServers(sandbox.Server, prod.Server)),
            .. BooksExamination.Between(settings, new BothBooks(sandbox.Books, prod.Books)),
            FolderExamination.Of(settings.ChangesetsFolder),
            await RecorderKeyExamination.OfAsync(settings, cancel),
            await RecognitionExamination.OfAsync(RecognitionTools.Here, cancel),
            ClockExamination.Here(options.Patience.Clock),
        ]);
    }

    /// <summary>What is wrong with the configuration itself, where nothing else can be examined.</summary>
    public static Diagnosis OfFaults(ImmutableArray<Problem> faults) => new([.. faults.Select(Examined.Wrong)]);

    private static Examined OfTarget(ProgramSettings settings) => settings.Target == Target.Sandbox
        ? new Examined(Health.Well, "target", Variables.Target, $"sandbox: invoices are entered on {settings.SandboxInstance.Name}; {settings.ProdInstance.Name} is prod")
        : new Examined(Health.Note, "target", Variables.Target, $"prod: {settings.ProdInstance.Name}, where nothing is ever written by an agent")
        {
            Remedy = $"Set {Variables.Target}=sandbox to enter invoices on {settings.SandboxInstance.Name}.",
        };
}
