using System.Collections.Immutable;

namespace DolibarrAgent.Replay.Tests;

public class GroupCommitTests
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly List<string> commits = [];
    private Exception? failure;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_wait_share_one_commit_each_callers_entries_together_and_in_order()
    {
        var group = new GroupCommit(turn, CommitAsync);
        await turn.WaitAsync(Cancel);
        var callers = Enumerable.Range(1, 5).Select(i => group.AppendAsync([Entry($"{i}a"), Entry($"{i}b")], Cancel)).ToList();
        turn.Release();
        await Task.WhenAll(callers);

        commits.Should().Equal("1a 1b 2a 2b 3a 3b 4a 4b 5a 5b");
    }

    [Fact]
    public async Task Who_comes_while_a_commit_runs_is_in_the_next()
    {
        var second = Task.CompletedTask;
        GroupCommit group = null!;
        group = new GroupCommit(turn, async entries =>
        {
            await CommitAsync(entries);
            if (commits.Count == 1)
            {
                second = group.AppendAsync([Entry("second")], Cancel);
                second.IsCompleted.Should().BeFalse("it is not written yet");
            }
        });
        await group.AppendAsync([Entry("first")], Cancel);
        await second;

        commits.Should().Equal("first", "second");
    }

    [Fact]
    public async Task A_commit_that_fails_fails_every_caller_in_it_and_no_other()
    {
        var group = new GroupCommit(turn, CommitAsync);
        failure = new InvalidOperationException("the disk is full");
        await turn.WaitAsync(Cancel);
        var callers = Enumerable.Range(1, 3).Select(i => group.AppendAsync([Entry($"{i}")], Cancel)).ToList();
        turn.Release();
        foreach (var caller in callers)
        {
            (await ((Func<Task>)(() => caller)).Should().ThrowAsync<InvalidOperationException>()).WithMessage("the disk is full");
        }
        failure = null;
        await group.AppendAsync([Entry("later")], Cancel);

        commits.Should().Equal("later");
    }

    [Fact]
    public async Task It_has_not_returned_before_it_is_written()
    {
        var written = new TaskCompletionSource();
        var group = new GroupCommit(turn, _ => written.Task);
        var caller = group.AppendAsync([Entry("1")], Cancel);

        caller.IsCompleted.Should().BeFalse();
        written.SetResult();
        await caller;
    }

    private Task CommitAsync(ImmutableArray<NewEntry> entries)
    {
        if (failure is not null)
        {
            throw failure;
        }
        commits.Add(string.Join(' ', entries.Select(e => e.Body)));
        return Task.CompletedTask;
    }

    private static NewEntry Entry(string body) => new("c", "erp", "op1", EntryKind.Intent, body);
}
