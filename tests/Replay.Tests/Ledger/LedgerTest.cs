using System.Collections.Immutable;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A test with a place to keep a ledger in.</summary>
public abstract class LedgerTest : IAsyncLifetime
{
    protected const string Changeset = "01KAQ7Z3V9";

    private protected Kept Kept { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Kept = await KeepAsync();

    public async ValueTask DisposeAsync()
    {
        if (Kept is not null)
        {
            await Kept.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<Kept> KeepAsync();

    protected Task<ILedger> OpenAsync(TimeProvider? clock = null) => Ledger.OpenAsync(Kept.Place, clock ?? TimeProvider.System, Cancel);

    protected static NewEntry Entry(string body, string changeset = Changeset) => new(changeset, "erp", "op1", EntryKind.Intent, body);

    protected static ImmutableArray<NewEntry> Entries(int count, string prefix = "e", string changeset = Changeset) =>
        [.. Enumerable.Range(1, count).Select(i => Entry($"{prefix}{i}", changeset))];

    /// <summary>A ledger with that many entries, made and closed.</summary>
    protected async Task FillAsync(int count)
    {
        await using var ledger = await OpenAsync();
        await ledger.AppendAsync(Entries(count), Cancel);
    }

    protected async Task<ChainFault?> VerifyAsync()
    {
        await using var ledger = (await Ledger.OpenToReadAsync(Kept.Place, TimeProvider.System, Cancel))!;
        return await ledger.VerifyAsync(Cancel);
    }

    protected static async Task<LedgerException> RefusedAsync(Func<Task> work)
    {
        var thrown = (await work.Should().ThrowAsync<LedgerException>()).Which;
        thrown.Problem.Place.Should().NotBeEmpty();
        thrown.Problem.Message.Should().NotBeEmpty();
        thrown.Problem.Remedy.Should().NotBeEmpty();
        return thrown;
    }

    /// <summary>The code of a refusal that says what happened, to what, and what to do now.</summary>
    protected static async Task<string> CodeAsync(Func<Task> work) => (await RefusedAsync(work)).Problem.Code.Text;

    /// <summary>A clock that a test sets.</summary>
    protected sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
