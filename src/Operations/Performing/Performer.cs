using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>
/// Does one operation on one target: looks, writes down the intent, sends, writes down the answer, reads back, compares.
/// A send whose answer did not come is never taken for failed: the target is asked, by marker, by business key, by
/// state, until a server must be done with it; only what is surely absent then is sent again.
/// </summary>
public sealed class Performer(Grant grant, IJournal journal, Patience patience)
{
    private const int Attempts = 3;

    /// <param name="operation">Checked before, and all that it needs is done.</param>
    /// <param name="site">The target, with the objects made there so far.</param>
    /// <param name="sent">When an earlier run sent this operation without learning what became of it; null where none did.</param>
    public async Task<Performed> PerformAsync(Operation operation, Site site, DateTimeOffset? sent, CancellationToken cancel)
    {
        var kind = Resources.KindOf(operation) ?? throw new ArgumentException($"Nothing here can {operation.Do} a {operation.Resource}.", nameof(operation));
        var target = new WritableSite(site, grant.Writer);
        var everSent = sent is not null;
        var standing = sent is { } at
            ? await AskUntilDoneAsync(kind, operation, site, at, cancel)
            : await kind.StandAsync(operation, site, Asking.Afresh, cancel);
        for (var attempt = 1; attempt <= Attempts && standing is Standing.Ready ready; attempt++)
        {
            await journal.IntendAsync(operation, attempt, cancel);
            var answer = await kind.SendAsync(operation, target, ready.On, cancel);
            await journal.AnsweredAsync(operation, answer, cancel);
            if (answer is Answer<long>.Ok { Value: var id })
            {
                return await ReadBackAsync(kind, operation, site, id, cancel);
            }
            var effectless = answer is Answer<long>.Refused or Answer<long>.Unanswered { Fault.MayHaveTakenEffect: false };
            if (effectless && !everSent)
            {
                return new Performed.Failed(answer.ProblemOf(operation.Id));
            }
            // An earlier send may have arrived by now, and be the very reason why this one was refused.
            everSent = true;
            standing = await AskUntilDoneAsync(kind, operation, site, patience.Clock.GetUtcNow(), cancel);
            if (effectless && standing is Standing.Ready)
            {
                return new Performed.Failed(answer.ProblemOf(operation.Id));
            }
        }
        return standing switch
        {
            Standing.Done done => new Performed.Applied(done.Id, done.Held, Already: !everSent),
            Standing.Conflict conflict => new Performed.Conflict(null, conflict.Problems),
            Standing.Unseen { Problem: var problem } when !everSent => new Performed.Failed(problem),
            Standing.Unseen { Problem: var problem } => new Performed.Unknown(problem with { Message = $"It was sent, no answer came, and {site.Name} does not say what became of it: {problem.Message}" }),
            Standing.Waiting waiting => throw new InvalidOperationException($"{operation.Id} was begun before {waiting.For}, which it needs."),
            _ => new Performed.Unknown(new Problem("no-answer", operation.Id, string.Create(CultureInfo.InvariantCulture, $"It was sent {Attempts} times and no answer came; {site.Name} does not show it."), $"Look at {site.Name}: when it answers again, run the same command again.")),
        };
    }

    private static async Task<Performed> ReadBackAsync(OperationKind kind, Operation operation, Site site, long id, CancellationToken cancel)
    {
        var answer = await kind.ReadAsync(operation, site, id, cancel);
        if (answer is not Answer<Fields>.Ok { Value: var held })
        {
            var problem = answer.ProblemOf(operation.Id);
            return new Performed.Unknown(problem with { Message = $"{site.Name} said yes, but it could not be read back: {problem.Message}", Remedy = $"{problem.Remedy} Then run the same command again." });
        }
        // What the sandbox made of it (its totals, say) must come out here too. While recording there is no after-image yet.
        var differences = kind.Differences(operation, held, site.Changeset).AddRange(kind.Fields.Differences(operation.After, held)).Distinct().ToList();
        return differences.Count == 0
            ? new Performed.Applied(id, held, Already: false)
            : new Performed.Conflict(id, [new Problem("stored-otherwise", operation.Id, $"{site.Name} said yes but stored something else: {string.Join("; ", differences)}.", $"Look at it on {site.Name}, and correct it there by hand.")]);
    }

    /// <summary>How it stands once a server that was sent it at <paramref name="sent"/> must be done with it; at once where it shows.</summary>
    private async Task<Standing> AskUntilDoneAsync(OperationKind kind, Operation operation, Site site, DateTimeOffset sent, CancellationToken cancel)
    {
        var now = patience.Clock.GetUtcNow();
        // A clock that was set back must not make the wait longer than it would be for a send of this moment.
        var until = (sent < now ? sent : now) + patience.Settling;
        for (var told = false; ; told = true)
        {
            var standing = await kind.StandAsync(operation, site, Asking.AfterSending, cancel);
            if (standing is Standing.Done or Standing.Conflict || patience.Clock.GetUtcNow() >= until)
            {
                return standing;
            }
            if (!told)
            {
                journal.Waiting(operation, until);
            }
            await Task.Delay(patience.Between, patience.Clock, cancel);
        }
    }
}

/// <summary>How long to wait for a server that did not answer.</summary>
/// <param name="Settling">After this long a server must be done with a request whose sender has left. PHP stops a script after 30 seconds by default.</param>
/// <param name="Between">From one question to the next.</param>
/// <param name="Clock">The time.</param>
public sealed record Patience(TimeSpan Settling, TimeSpan Between, TimeProvider Clock)
{
    public static Patience Default { get; } = new(TimeSpan.FromSeconds(35), TimeSpan.FromSeconds(1), TimeProvider.System);
}
