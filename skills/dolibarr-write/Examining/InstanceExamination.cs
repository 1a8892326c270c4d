using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Settings;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>One instance: whether it answers, who it is, what its key may do.</summary>
/// <param name="Books">Null where it does not answer.</param>
internal sealed record InstanceExamination(ImmutableArray<Examined> All, BooksSetup? Books)
{
    /// <summary>What the server says of itself; null where it does not answer.</summary>
    public ServerStatus? Server { get; init; }

    private const string KnownVersion = "22.0.";

    public static async Task<InstanceExamination> OfAsync(SkillOptions options, Target side, CancellationToken cancel)
    {
        var (settings, instance) = (options.Settings, options.Settings.InstanceAt(side));
        if (settings.At(side) is not { } endpoint)
        {
            return new InstanceExamination([NotConfigured(settings, side)], null);
        }
        var known = TargetsFile.Read(settings.GateFolder);
        if (known is not Checked<EnrolledTargets>.Valid { Value: var enrolled })
        {
            return new InstanceExamination([.. known.AllProblems.Select(Examined.Wrong)], null);
        }
        using var read = DolibarrReader.Open(enrolled.ConnectionTo(endpoint) with { Log = options.Log, Clock = options.Patience.Clock });
        var status = await read.Status.GetAsync(cancel);
        if (status is not Answer<ServerStatus>.Ok { Value: var server })
        {
            return new InstanceExamination([Examined.Wrong(status.ProblemOf(instance.Name))], null);
        }
        return new InstanceExamination(
        [
            Answers(endpoint, server),
            .. await EnrolledAsync(enrolled, instance, read, cancel),
            .. await RightsExamination.OfAsync(instance, read, cancel),
            .. ClockExamination.Of(instance, server, options.Patience.Clock),
        ], await BooksSetup.FindAsync(read, cancel))
        { Server = server };
    }

    private static Examined NotConfigured(ProgramSettings settings, Target side)
    {
        var (url, key) = side == Target.Prod ? (Variables.ProdUrl, Variables.ProdApiKey) : (Variables.SandboxUrl, Variables.SandboxApiKey);
        var isNeeded = settings.Target == side;
        var (name, says) = (settings.InstanceAt(side).Name, "Its URL or its key is not set.");
        return (isNeeded ? new Examined(Codes.NotConfigured, name, says) : new Examined(Health.Note, Codes.NotConfigured.Text, name, says)) with
        {
            Remedy = $"Set {url} (or {Variables.Domain}) and {key}{(isNeeded ? "" : side == Target.Prod ? "; `replay` needs them" : " to enter invoices there")}.",
        };
    }

    private static Examined Answers(Endpoint endpoint, ServerStatus server)
    {
        var text = $"answers at {endpoint.Server}: Dolibarr {server.Version}, {(server.IsProduction ? "a production server" : server.Environment)}";
        return server.Version.StartsWith(KnownVersion, StringComparison.Ordinal)
            ? new Examined(Health.Well, "answers", endpoint.Instance.Name, text)
            : new Examined(Health.Note, "version", endpoint.Instance.Name, $"{text}; what is known of Dolibarr here was measured on {KnownVersion}4") { Remedy = "Rehearse a changeset on the sandbox before you rely on it." };
    }

    private static async Task<IEnumerable<Examined>> EnrolledAsync(EnrolledTargets enrolled, Instance instance, DolibarrReader read, CancellationToken cancel) =>
        await enrolled.CheckAsync(read, instance, cancel) switch
        {
            EnrolmentVerdict.Same => [new Examined(Health.Well, "enrolled", instance.Name, "is the server that was enrolled")],
            EnrolmentVerdict.Other other => other.Problems.Select(Examined.Wrong),
            EnrolmentVerdict.Unseen unseen => [Examined.Wrong(unseen.Answer.ProblemOf(instance.Name))],
            _ => [new Examined(Health.Note, "not-enrolled", instance.Name, "is not enrolled: another server under its URL would not be noticed") { Remedy = "Run `replay enroll`." }],
        };
}
