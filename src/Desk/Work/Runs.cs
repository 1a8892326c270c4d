using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Shell;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.Desk;

/// <summary>The replays that were begun here, one at a time: the next one begins when the one before has ended.</summary>
/// <param name="log">Gets what nobody foresaw.</param>
internal sealed class Runs(ILogger log)
{
    private const int Most = 50;

    private const string InTheLedger =
        "What was done is in the ledger. Open the desk again, and plan the same changesets: the replay continues from where it was.";

    private readonly Lock gate = new();
    private ImmutableSortedDictionary<int, Run> runs = ImmutableSortedDictionary<int, Run>.Empty;
    private Task before = Task.CompletedTask;
    private int last;

    /// <param name="shown">The plan that was confirmed.</param>
    /// <param name="act">Carries it out.</param>
    public Run Begin(ShownPlan shown, Func<Run, Task<Worked<BatchReplay>>> act)
    {
        lock (gate)
        {
            var run = new Run(++last, shown);
            runs = runs.Add(last, run).Remove(last - Most);
            before = DoAsync(before, run, act);
            return run;
        }
    }

    /// <summary>The replay of this name; null where it was long ago, or never.</summary>
    public Run? Named(string name)
    {
        lock (gate)
        {
            return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? runs.GetValueOrDefault(number)
                : null;
        }
    }

    /// <summary>The replay that is under way; null if there is none.</summary>
    public Run? UnderWay
    {
        get
        {
            lock (gate)
            {
                return runs.Values.FirstOrDefault(run => run.Result is null);
            }
        }
    }

    /// <summary>Ends when all have.</summary>
    public Task EndedAsync()
    {
        lock (gate)
        {
            return before;
        }
    }

    private async Task DoAsync(Task before, Run run, Func<Run, Task<Worked<BatchReplay>>> act)
    {
        await before;
        // It leaves the lock first.
        await Task.Yield();
        run.Ended(await SafelyAsync(run, act));
    }

    private async Task<Worked<BatchReplay>> SafelyAsync(Run run, Func<Run, Task<Worked<BatchReplay>>> act)
    {
        try
        {
            return await act(run);
        }
        catch (LedgerException e)
        {
            return new Worked<BatchReplay>.Refused([e.Problem]);
        }
        catch (OperationCanceledException)
        {
            return new Worked<BatchReplay>.Refused([Unfinished.Stopped("replay desk", InTheLedger)]);
        }
        // The last boundary: a person gets a sentence, whatever happened, and only the log the stack trace.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "A replay from the desk failed");
            return new Worked<BatchReplay>.Refused([Unfinished.Defect("replay desk", e, InTheLedger)]);
        }
    }
}
