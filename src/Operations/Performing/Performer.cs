using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>
/// Does operations on one target: looks, writes down the intent, sends, writes down the answer, reads back, compares.
/// Several are looked at together and read back together, and several are sent at once where they cannot meet, also by
/// several calls of this one performer. A send whose answer did not come is never taken for failed: the target is asked, by
/// marker, by business key, by state, until a server is taken to be done with it. What is absent then is sent again where a
/// second one cannot stay beside the first, or a person said how long a server works; what a server failed at is not, for it
/// may have done a part.
/// </summary>
public sealed class Performer(Grant grant, IJournal journal, Patience patience)
{
    private readonly Lanes lanes = new(SharedReader.Overlap);
    private readonly Halt halt = new();

    public async Task<Performed> PerformAsync(ToDo toDo, Site site, CancellationToken cancel) => (await PerformAsync([toDo], site, cancel))[0];

    /// <summary>What became of each, in the order given. None of them needs another of them, nor anything that another call is still at.</summary>
    /// <param name="site">The target, with the objects made there so far.</param>
    public async Task<ImmutableArray<Performed>> PerformAsync(ImmutableArray<ToDo> toDo, Site site, CancellationToken cancel)
    {
        var all = toDo.Select(one => new Course(one, OperationKind.Of(one.Operation) ?? throw new ArgumentException($"Nothing here can {one.Operation.Do} a {one.Operation.Resource}.", nameof(toDo)), patience)).ToList();
        using var caller = halt.Join();
        while (all.Where(course => course.IsOpen).ToList() is { Count: > 0 } open)
        {
            cancel.ThrowIfCancellationRequested();
            await SettleAllAsync([.. open.Where(course => course.InDoubtSince is not null)], site, caller, cancel);
            await LookAsync([.. open.Where(course => course.InDoubtSince is null)], site, cancel);
            await SendAsync([.. open.Where(course => course.Ready is not null)], site, caller, cancel);
            if (halt.IsOn)
            {
                await Task.Delay(patience.Between, patience.Clock, cancel);
            }
            await ReadBackAsync([.. open.Where(course => course is { IsOpen: true, Accepted: not null })], site, cancel);
        }
        return [.. all.Select(course => course.Result!)];
    }

    /// <summary>What is in doubt is settled before anything else is sent, by this call or another.</summary>
    private async Task SettleAllAsync(IReadOnlyList<Course> courses, Site site, Halt.Caller caller, CancellationToken cancel)
    {
        if (courses.Count > 0)
        {
            caller.Call();
            await SettleAsync(courses, site, cancel);
        }
        caller.End();
        await halt.OverAsync(cancel);
    }

    private static async Task LookAsync(IReadOnlyList<Course> courses, Site site, CancellationToken cancel)
    {
        foreach (var (course, standing) in await StandAsync(courses, site, Asking.Afresh, cancel))
        {
            course.Looked(standing, site);
        }
    }

    /// <summary>Reads back what was accepted. A target that cannot be read now is asked again for a while: it was there a moment ago.</summary>
    private Task ReadBackAsync(IReadOnlyList<Course> courses, Site site, CancellationToken cancel)
    {
        var until = patience.Clock.GetUtcNow() + patience.Settling;
        return AskAsync(courses, site, new Question(standing => standing is not Standing.Unseen, _ => until, (course, standing) => course.ReadBack(standing, site)), cancel);
    }

    /// <summary>Asks what became of what was sent without an answer: until it shows, or a server is taken to be done with it.</summary>
    private Task SettleAsync(IReadOnlyList<Course> courses, Site site, CancellationToken cancel)
    {
        var began = patience.Clock.GetUtcNow();
        return AskAsync(courses, site, new Question(
            standing => standing is Standing.Done or Standing.Conflict,
            course => patience.Until(course.InDoubtSince!.Value, began),
            (course, standing) => course.Settled(standing, site)), cancel);
    }

    private async Task AskAsync(IReadOnlyList<Course> courses, Site site, Question question, CancellationToken cancel)
    {
        var told = false;
        var left = courses;
        while (left.Count > 0)
        {
            var now = patience.Clock.GetUtcNow();
            var waiting = new List<Course>();
            foreach (var (course, standing) in await StandAsync(left, site, Asking.AfterSending, cancel))
            {
                if (question.IsAnsweredBy(standing) || now >= question.Until(course))
                {
                    question.Take(course, standing);
                }
                else
                {
                    waiting.Add(course);
                }
            }
            if (waiting.Count > 0)
            {
                if (!told)
                {
                    told = true;
                    journal.Waiting(waiting[0].Operation, waiting.Max(question.Until));
                }
                await Task.Delay(patience.Between, patience.Clock, cancel);
            }
            left = waiting;
        }
    }

    /// <summary>
    /// Sends them, each lane in recorded order. What is read back by a call of its own is read back there, beside what is
    /// still sent. Once an answer stays out, nothing more is begun: what became of that one comes first.
    /// </summary>
    private async Task SendAsync(IReadOnlyList<Course> courses, Site site, Halt.Caller caller, CancellationToken cancel)
    {
        var target = new WritableSite(site, grant.Writer);
        // What is read here waits for nobody's round.
        var apart = site with { Read = site.Read.Apart() };
        await Task.WhenAll([.. courses.GroupBy(course => course.Kind.LaneOf(course.Operation, site) ?? course.Operation.Id, StringComparer.Ordinal)
            .Select(lane => lanes.InAsync(lane.Key, () => LaneAsync([.. lane])))]);

        async Task LaneAsync(List<Course> lane)
        {
            for (var i = 0; i < lane.Count && await lanes.CallAsync(lane.Count - i, () => NextAsync(lane[i])); i++)
            {
            }
        }

        async Task<bool> NextAsync(Course course)
        {
            if (halt.IsOn || cancel.IsCancellationRequested)
            {
                return false;
            }
            try
            {
                if (!await OneAsync(course, target))
                {
                    caller.Call();
                    return false;
                }
                await ReadBackAloneAsync(course, apart, cancel);
                return true;
            }
            catch
            {
                caller.Call();
                throw;
            }
        }
    }

    /// <summary>From the intent to the answer nobody interrupts it: a call that was cut off would leave everybody in doubt.</summary>
    private async Task<bool> OneAsync(Course course, WritableSite target)
    {
        var ready = course.Begin();
        await journal.IntendAsync(course.Operation, course.Attempt, CancellationToken.None);
        var answer = await course.Kind.SendAsync(course.Operation, target, ready, CancellationToken.None);
        await journal.AnsweredAsync(course.Operation, answer, CancellationToken.None);
        return course.Answered(answer, patience.Clock.GetUtcNow());
    }

    /// <summary>Where it cannot be read now, it is left to be read back with the others, which waits for the target.</summary>
    private static async Task ReadBackAloneAsync(Course course, Site site, CancellationToken cancel)
    {
        if (course is { Kind.IsReadBackAlone: true, IsOpen: true, Accepted: not null }
            && await course.Kind.StandAsync(course.Operation, site, Asking.AfterSending, cancel) is var standing and not Standing.Unseen)
        {
            course.ReadBack(standing, site);
        }
    }

    private static async Task<IEnumerable<Stand>> StandAsync(
        IReadOnlyList<Course> courses, Site site, Asking asking, CancellationToken cancel) =>
        courses.Zip(
            await site.Read.TogetherAsync(courses, course => course.Kind.StandAsync(course.Operation, site, asking, cancel)),
            (course, standing) => new Stand(course, standing));

    /// <summary>How an operation stands.</summary>
    private sealed record Stand(Course Course, Standing Standing);

    /// <summary>What is asked of a target again and again.</summary>
    /// <param name="IsAnsweredBy">Whether no more needs to be asked.</param>
    /// <param name="Until">After this, what is seen is taken as it is.</param>
    /// <param name="Take">Takes what was seen last.</param>
    private sealed record Question(Func<Standing, bool> IsAnsweredBy, Func<Course, DateTimeOffset> Until, Action<Course, Standing> Take);
}
