namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>What of a folder that is watched is given, and when.</summary>
public sealed class PathSourceTests : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("watched-").FullName;
    private readonly SteppedClock clock = new();
    private readonly PathSource source;

    public PathSourceTests() => source = new PathSource(folder, clock) { IsWatched = true };

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_file_is_given_once_it_has_stayed_the_same()
    {
        Write("1.eml", "Subject: x");
        (await WaitingAsync()).Should().BeEmpty();

        clock.Step(PathSource.StillFor / 2);
        (await WaitingAsync()).Should().BeEmpty();

        clock.Step(PathSource.StillFor / 2);
        (await WaitingAsync()).Should().Equal("1.eml");
    }

    [Fact]
    public async Task A_file_that_grows_is_waited_for_anew()
    {
        Write("1.eml", "Subject: x");
        await WaitingAsync();
        clock.Step(PathSource.StillFor / 2);
        Write("1.eml", "Subject: x\n\nlonger");
        await WaitingAsync();

        clock.Step(PathSource.StillFor / 2);
        (await WaitingAsync()).Should().BeEmpty();

        clock.Step(PathSource.StillFor / 2);
        (await WaitingAsync()).Should().Equal("1.eml");
    }

    [Fact]
    public async Task What_was_settled_is_not_given_again_unless_another_file_takes_its_place()
    {
        Write("1.eml", "Subject: x");
        await SettleAllAsync();
        (await WaitingAsync()).Should().BeEmpty();

        Write("1.eml", "Subject: another");
        await WaitingAsync();
        clock.Step(PathSource.StillFor);
        (await WaitingAsync()).Should().Equal("1.eml");
    }

    [Fact]
    public async Task What_was_given_and_not_reached_is_given_again()
    {
        Write("1.eml", "Subject: x");
        await WaitingAsync();
        clock.Step(PathSource.StillFor);

        (await WaitingAsync()).Should().Equal("1.eml");
        (await WaitingAsync()).Should().Equal("1.eml");
    }

    [Fact]
    public async Task Of_a_mailbox_file_that_grows_only_the_new_message_is_given()
    {
        Write("box.mbox", "From a Mon\nSubject: 1\n\none\n\n");
        await SettleAllAsync();

        File.AppendAllText(Path.Combine(folder, "box.mbox"), "From b Tue\nSubject: 2\n\ntwo\n");
        await WaitingAsync();
        clock.Step(PathSource.StillFor);

        (await WaitingAsync()).Should().Equal("box.mbox#2");
    }

    [Fact]
    public async Task A_change_ends_the_waiting()
    {
        await WaitingAsync();
        var changed = source.ChangedAsync(Skills.Cancel);

        Write("1.eml", "Subject: x");

        await changed.WaitAsync(TimeSpan.FromSeconds(30), Skills.Cancel);
    }

    [Fact]
    public async Task To_be_cancelled_ends_the_waiting_without_a_fault()
    {
        using var cancel = new CancellationTokenSource();
        await WaitingAsync();
        var changed = source.ChangedAsync(cancel.Token);

        await cancel.CancelAsync();

        await changed.WaitAsync(TimeSpan.FromSeconds(30), Skills.Cancel);
    }

    private async Task<IEnumerable<string>> WaitingAsync() =>
        (await source.WaitingAsync(Skills.Cancel)).All.Select(message => Path.GetFileName(message.Name));

    private async Task SettleAllAsync()
    {
        await WaitingAsync();
        clock.Step(PathSource.StillFor);
        foreach (var message in (await source.WaitingAsync(Skills.Cancel)).All)
        {
            await source.SettleAsync(message, Settlement.Done, Skills.Cancel);
        }
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    /// <summary>Stands still, but where a test lets time pass. Its timers are the system's.</summary>
    private sealed class SteppedClock : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Step(TimeSpan time) => ticks += time.Ticks;
    }
}
