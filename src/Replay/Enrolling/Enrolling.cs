using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>
/// Writes down once what each instance is; read-only on both. All of what was asked for is written, or nothing. What is
/// enrolled already is compared, and written over only where a person said so.
/// </summary>
public sealed class Enrolling
{
    private readonly ProgramSettings settings;
    private readonly SessionOptions options;
    private readonly EnrollOrder order;
    private readonly EnrolledTargets known;
    private readonly EnrolledTargets wanted;

    private Enrolling(ProgramSettings settings, EnrolledTargets known, EnrollOrder order, SessionOptions options)
    {
        (this.settings, this.known, this.order, this.options) = (settings, known, order, options);
        wanted = known with { Canary = order.Canary ?? known.Canary };
    }

    /// <summary>Looks at the instances, compares them with each other and with what is enrolled, and writes.</summary>
    /// <param name="variables">The environment's variables, by name.</param>
    /// <param name="order">What was asked for.</param>
    /// <param name="options">Whose word it is, the clock, the log.</param>
    /// <param name="cancel">Stops it; then nothing was written.</param>
    public static async Task<EnrollResult> EnrollAsync(IReadOnlyDictionary<string, string?> variables, EnrollOrder order, SessionOptions options, CancellationToken cancel)
    {
        var needs = order.Which switch { EnrollSide.Prod => SettingsNeeds.ReadProd, EnrollSide.Sandbox => SettingsNeeds.Rehearse, _ => SettingsNeeds.Plan };
        var read = ProgramSettings.Read(variables, needs.MakingGate());
        if (read is not Checked<ProgramSettings>.Valid { Value: var settings })
        {
            return Refused(read.AllProblems);
        }
        if (settings.GateFolder is null)
        {
            return Refused([new Problem(Codes.GateMissing, Variables.Gate, "No folder is named for what is enrolled.", $"Set {Variables.Gate} to a folder that only you may write.")]);
        }
        var file = TargetsFile.Read(settings.GateFolder);
        return file is Checked<EnrolledTargets>.Valid { Value: var known }
            ? await new Enrolling(settings, known, order, options).EnrollAsync(cancel)
            : Refused(file.AllProblems);
    }

    private async Task<EnrollResult> EnrollAsync(CancellationToken cancel)
    {
        var found = new List<SeenInstance>();
        var unseen = new List<Problem>();
        foreach (var endpoint in new[] { order.Which == EnrollSide.Sandbox ? null : settings.Prod, order.Which == EnrollSide.Prod ? null : settings.Sandbox }.OfType<Endpoint>())
        {
            using var reader = DolibarrReader.Open(ConnectionTo(endpoint));
            var looked = await ObservedInstance.LookAsync(reader, endpoint.Instance.Name, wanted.Canary, cancel);
            if (looked is Answer<ObservedInstance>.Ok { Value: var observed })
            {
                found.Add(new SeenInstance(endpoint.Instance, observed));
            }
            else
            {
                unseen.Add(looked.ProblemOf(endpoint.Instance.Name));
            }
        }
        if (unseen.Count > 0)
        {
            return Stopped([.. unseen], found);
        }
        ImmutableArray<string> names = [.. found.Select(one => one.Instance.Name)];
        ImmutableArray<Problem> problems = [.. found.SelectMany(one => Differences(one.Instance, one.Observed, names)), .. Alike(found)];
        return problems.IsEmpty ? Written(found) : Stopped(problems, found);
    }

    /// <summary>
    /// What is enrolled already is reached by its key alone, unless a person says that it may be another now: the API key
    /// goes to nobody else.
    /// </summary>
    private Connection ConnectionTo(Endpoint endpoint) =>
        (order.Again ? EnrolledTargets.None : known).ConnectionTo(endpoint) with { Log = options.Log, Clock = options.Clock, Limits = options.Limits };

    private IEnumerable<Problem> Differences(Instance instance, ObservedInstance observed, ImmutableArray<string> names)
    {
        var before = known.Of(instance.Name);
        // Those that are looked at now are compared with each other, not with what was known of them.
        var others = known.All.Where(one => !names.Contains(one.Identity.Instance));
        var compared = wanted with { All = [.. others, .. before is null || order.Again ? [] : new[] { before }] };
        foreach (var difference in IdentityComparison.Of(compared, instance, observed).Where(one => one.Code != Codes.KeyOfAnother))
        {
            yield return difference.ToProblem(instance);
        }
        if (before is not null && !order.Again && wanted.Canary != known.Canary)
        {
            yield return new Problem(Codes.OtherCanary, instance.Name, $"{instance.Name} is enrolled already with {(known.Canary.Length == 0 ? "no canary" : $"the canary {known.Canary}")}, not {wanted.Canary}.");
        }
    }

    /// <summary>Prod and the sandbox where they may be one and the same, for all that was seen of them.</summary>
    private IEnumerable<Problem> Alike(List<SeenInstance> found)
    {
        if (Pair(found) is { } pair && !IdentityComparison.TellsApart(pair.Prod, pair.Sandbox, wanted.Canary) && IdentityComparison.AreAlike(pair.Prod, pair.Sandbox))
        {
            yield return new Problem(Codes.NotToldApart, Names(pair), $"{pair.Prod.Instance} and {pair.Sandbox.Instance} are the same in all that was seen of them: they may be one instance under two names.", EnterCanary(pair));
        }
    }

    /// <summary>What is written down keeps URLs from being swapped; a name that leads to the other instance only a TLS key of its own or a canary shows for good.</summary>
    private string? Advice(List<SeenInstance> found) =>
        Pair(found) is { } pair && !IdentityComparison.TellsApart(pair.Prod, pair.Sandbox, wanted.Canary)
            ? $"Nothing lasting tells {pair.Prod.Instance} from {pair.Sandbox.Instance}: they have no TLS key of their own each, and ids of a copy grow past those of its original. {EnterCanary(pair)}"
            : null;

    /// <summary>Both, of which one may have been enrolled before; null where only one is known.</summary>
    private TwoIdentities? Pair(List<SeenInstance> found)
    {
        return Identity(settings.ProdInstance) is { } prod && Identity(settings.SandboxInstance) is { } sandbox ? new TwoIdentities(prod, sandbox) : null;

        InstanceIdentity? Identity(Instance instance) =>
            found.Where(one => one.Instance == instance).Select(one => one.Observed.Identity).FirstOrDefault() ?? known.Of(instance.Name)?.Identity;
    }

    private static string Names(TwoIdentities pair) => $"{pair.Prod.Instance}, {pair.Sandbox.Instance}";

    private static string EnterCanary(TwoIdentities pair) =>
        $"Enter a third party by hand on {pair.Sandbox.Instance}, with a customer or supplier code that {pair.Prod.Instance} will never have, such as CANARY-SANDBOX, then: replay enroll --again --canary CANARY-SANDBOX";

    private EnrollResult Written(List<SeenInstance> found)
    {
        var now = Moments.ToTheSecond(options.Clock.GetUtcNow());
        var due = found.Where(one => order.Again || known.Of(one.Instance.Name) is null).ToList();
        var enrolled = due.Aggregate(wanted, (all, one) => all.With(new EnrolledTarget(one.Observed.Identity, now, options.By)));
        if (due.Count > 0 && TargetsFile.Write(settings.GateFolder!, enrolled) is { } problem)
        {
            return Stopped([problem], found);
        }
        return new EnrollResult.Done(Path.Combine(settings.GateFolder!, TargetsFile.Name))
        {
            Advice = Advice(found),
            Instances = [.. found.Select(one => Facts(one.Observed, !due.Contains(one) ? EnrolledState.AsEnrolled : known.Of(one.Instance.Name) is null ? EnrolledState.Enrolled : EnrolledState.Again))],
        };
    }

    private EnrollResult.Refused Stopped(ImmutableArray<Problem> problems, List<SeenInstance> found) =>
        new(problems) { Instances = [.. found.Select(one => Facts(one.Observed, EnrolledState.Refused))] };

    private EnrolledInstance Facts(ObservedInstance observed, string state) => IdentityFacts.Of(observed, known, new EnrolledAs(state, wanted.Canary));

    private static EnrollResult.Refused Refused(ImmutableArray<Problem> problems) => new(problems);

    private sealed record SeenInstance(Instance Instance, ObservedInstance Observed);

    private sealed record TwoIdentities(InstanceIdentity Prod, InstanceIdentity Sandbox);
}
