using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Somebody who can write the ledger and not the user's other files makes its chain hold again: the user's note of its last entry shows it.</summary>
public abstract class LastSeenTests : LedgerTest
{
    private readonly string state = Directory.CreateTempSubdirectory("state-").FullName;

    private LastSeen Seen => LastSeen.Of(state, Kept.Place);

    [Fact]
    public async Task Entries_taken_off_the_end_together_with_the_head_are_missed()
    {
        await AppendAsync(6);
        await CutAsync(4);

        (await FaultAsync()).Should().Be(new ChainFault.Shortened(4, 6));
    }

    [Fact]
    public async Task They_are_missed_too_where_others_were_appended_in_their_place()
    {
        await AppendAsync(6);
        await CutAsync(4);
        await FillAsync(3);

        (await FaultAsync()).Should().Be(new ChainFault.Rewritten(6));
    }

    [Fact]
    public async Task A_ledger_that_was_written_anew_is_not_taken_for_the_old_one()
    {
        await AppendAsync(6);
        await CutAsync(0);
        await FillAsync(6);

        (await FaultAsync()).Should().Be(new ChainFault.Rewritten(6));
    }

    [Fact]
    public async Task What_others_append_is_no_fault_and_is_noted()
    {
        await AppendAsync(2);
        await FillAsync(2);

        (await FaultAsync()).Should().BeNull();
        Seen.Read()!.Number.Should().Be(4);
    }

    [Fact]
    public async Task What_was_appended_is_noted_when_the_ledger_is_closed()
    {
        await AppendAsync(3);

        Seen.Read()!.Number.Should().Be(3);
    }

    [Fact]
    public async Task A_ledger_that_is_gone_is_not_made_anew()
    {
        await AppendAsync(1);
        await LoseAsync();

        (await CodeAsync(() => Ledger.ToAppendAsync(Kept.Place, Seen, TimeProvider.System, Cancel))).Should().Be("ledger-gone");
        (await CodeAsync(() => Ledger.ToReadAsync(Kept.Place, Seen, TimeProvider.System, Cancel))).Should().Be("ledger-gone");
    }

    [Fact]
    public async Task A_note_that_is_damaged_is_not_passed_over()
    {
        await AppendAsync(1);
        await File.WriteAllTextAsync(Directory.GetFiles(state).Single(), "nothing", Cancel);

        (await CodeAsync(() => Ledger.ToAppendAsync(Kept.Place, Seen, TimeProvider.System, Cancel))).Should().Be("ledger-note");
    }

    private protected abstract Task LoseAsync();

    private async Task AppendAsync(int count)
    {
        await using var ledger = await Ledger.ToAppendAsync(Kept.Place, Seen, TimeProvider.System, Cancel);
        await ledger.AppendAsync(Entries(count), Cancel);
    }

    /// <summary>As somebody does it who knows the schema.</summary>
    private async Task CutAsync(int stays)
    {
        await Kept.DoAsync($"delete from entry where number > {stays}");
        await Kept.DoAsync($"update head set number = {stays}, hash = coalesce((select hash from entry where number = {stays}), '')");
    }

    private async Task<ChainFault?> FaultAsync()
    {
        await using var ledger = (await Ledger.ToReadAsync(Kept.Place, Seen, TimeProvider.System, Cancel))!;
        return await ledger.VerifyAsync(Cancel);
    }
}

public sealed class SqliteLastSeenTests : LastSeenTests
{
    private protected override Task<Kept> KeepAsync() => Task.FromResult<Kept>(new Kept.InSqlite());

    private protected override Task LoseAsync()
    {
        File.Delete(((Kept.InSqlite)Kept).File);
        return Task.CompletedTask;
    }
}

public sealed class PostgresLastSeenTests : LastSeenTests
{
    private protected override async Task<Kept> KeepAsync() => new Kept.InPostgres(await PostgresDatabase.MakeAsync());

    private protected override async Task LoseAsync() => await Kept.DoAsync("drop table entry, head, holder, ledger_version");
}
