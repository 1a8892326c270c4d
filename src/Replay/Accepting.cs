using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>What a person says is right as it is, though it is not as it was.</summary>
public enum AcceptSubject
{
    /// <summary>The ledger ends earlier than this user saw, or is a different one.</summary>
    Ledger,

    /// <summary>The gate lacks a file that it had.</summary>
    Gate,
}

/// <param name="What">What is accepted.</param>
/// <param name="Reason">Why, in a person's words; the ledger keeps it.</param>
public sealed record AcceptOrder(AcceptSubject What, string Reason);

/// <summary>What came of it. Closed.</summary>
public abstract record AcceptResult
{
    private AcceptResult() { }

    /// <param name="Files">The files that the gate has; none where the ledger was accepted.</param>
    public sealed record Done(AcceptOrder Order, ImmutableArray<string> Files) : AcceptResult;

    public sealed record Refused(ImmutableArray<Problem> Problems) : AcceptResult;
}

/// <summary>Writes a person's word into the ledger that it, or the gate, is right as it is. Touches no Dolibarr.</summary>
public static class Accepting
{
    /// <summary>Accepts what was asked for. A ledger whose chain is broken is never accepted.</summary>
    /// <param name="variables">The environment's variables, by name.</param>
    /// <param name="order">What, and why.</param>
    /// <param name="options">Whose word it is, and the clock.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="LedgerException">The ledger cannot be used, or its chain is broken.</exception>
    public static async Task<AcceptResult> AcceptAsync(IReadOnlyDictionary<string, string?> variables, AcceptOrder order, SessionOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(options);
        var read = ProgramSettings.Read(variables, SettingsNeeds.FoldersOnly);
        if (read is not Checked<ProgramSettings>.Valid { Value: var settings })
        {
            return Refused(read.AllProblems);
        }
        var files = GateFiles.Read(settings.GateFolder);
        if (order.What == AcceptSubject.Gate && !files.AllProblems.IsEmpty)
        {
            return Refused(files.AllProblems);
        }
        var (seen, target) = (LastSeen.Of(settings.StateFolder, settings.Ledger), settings.ProdInstance.Name);
        ImmutableArray<string> there = order.What == AcceptSubject.Gate ? ((Checked<ImmutableArray<string>>.Valid)files).Value : [];
        await using var ledger = await Ledger.ToAppendAsync(settings.Ledger, order.What == AcceptSubject.Ledger ? LastSeen.Nowhere : seen, options.Clock, cancel);
        // Throws where the chain is broken.
        await ledger.OfAsync("", cancel);
        await ledger.AppendAsync(
            [order.What == AcceptSubject.Gate
                ? new GateMemory(settings.GateFolder, there).Accepted(target, options.By, order.Reason)
                : new NewEntry("", target, "", EntryKind.Accepted, JsonSerializer.Serialize(new AcceptedBody(options.By, order.Reason), EntryJson.Default.AcceptedBody))],
            cancel);
        seen.Write((await ledger.CheckAsync(null, cancel)).Chain.Last);
        return new AcceptResult.Done(order, there);
    }

    private static AcceptResult.Refused Refused(ImmutableArray<Problem> problems) => new(problems);
}
