using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// How one kind of operation is done on one resource: checked, looked up, sent, read back. The same code on the sandbox
/// and on prod, so that what was tried is what is done.
/// </summary>
public abstract class OperationKind
{
    /// <summary>What knows how to do this operation, or null where nothing does.</summary>
    public static OperationKind? Of(Operation operation) =>
        ResourceOperations.Named(operation.Resource)?.Kinds.FirstOrDefault(kind => kind.Do == operation.Do);

    /// <summary>The word in a changeset: <c>create</c>.</summary>
    public abstract string Do { get; }

    /// <summary>The fields of its images.</summary>
    public abstract FieldSet Fields { get; }

    /// <summary>The rights that a key needs to look: without them an empty answer proves nothing.</summary>
    public abstract ImmutableArray<Right> RightsToRead { get; }

    /// <summary>The rights that a key needs to write.</summary>
    public abstract ImmutableArray<Right> RightsToWrite { get; }

    /// <summary>What is wrong with its form. No network.</summary>
    internal abstract IEnumerable<Problem> Check(Operation operation, Changeset changeset);

    /// <summary>How it stands on a target; read-only.</summary>
    internal abstract Task<Standing> StandAsync(Operation operation, Site site, Asking asking, CancellationToken cancel);

    /// <summary>
    /// What it must not meet on its way: of the operations that share a lane one is sent after the other, in recorded
    /// order. Null where it may overlap with any.
    /// </summary>
    internal virtual string? LaneOf(Operation operation, Site site) => null;

    /// <summary>Whether reading it back takes a call of its own, so that waiting for others would save none.</summary>
    internal virtual bool IsReadBackAlone => false;

    /// <summary>
    /// Whether a server that is sent it twice does it once, whichever arrives first: it sets a state, or makes what the
    /// database holds only once. Where this is false, what may still be under way is not sent a second time unasked.
    /// </summary>
    internal virtual bool TakesEffectOnce => true;

    /// <summary>Whether what it makes bears the changeset's marker on the target, so that it can be told whose it is.</summary>
    internal virtual bool LeavesMarker => false;

    /// <summary>Sends it. The answer's value is the object's id; that it says so proves nothing yet.</summary>
    internal abstract Task<Answer<long>> SendAsync(Operation operation, WritableSite site, Standing.Ready ready, CancellationToken cancel);

    /// <summary>What the object holds now, in the fields that a changeset keeps.</summary>
    internal abstract Task<Answer<Fields>> ReadAsync(Operation operation, Site site, long id, CancellationToken cancel);

    /// <summary>The state that this will change, for the changeset's before-image; none where it makes something new.</summary>
    internal abstract Fields BeforeImage(Operation operation, Fields held);

    /// <summary>Takes it back again, on a sandbox: deletes what it made, restores what it changed. Refused where that cannot be done.</summary>
    internal abstract Task<Answer<long>> TakeBackAsync(Operation operation, WritableSite site, long id, CancellationToken cancel);

    /// <summary>
    /// The operation that takes it back from an object that stays, made without writing. Creations and updates are taken
    /// back in one way, whatever the resource; what else there is says here how.
    /// </summary>
    internal virtual Task<Answer<Reversal>> ReverseAsync(Operation operation, Site site, long id, CancellationToken cancel) =>
        Task.FromResult<Answer<Reversal>>(new Answer<Reversal>.Ok(new Reversal(null, new Problem(
            Codes.ByHand, operation.Id, $"No operation takes '{Do} {operation.Resource}' back.", $"Take it back on {site.Name} by hand, or record what is to be there now as a new changeset."))));

    /// <summary>The fields of the read object that go into the changeset's after-image.</summary>
    internal abstract Fields AfterImage(Operation operation, Fields held);

    /// <summary>The fields of an after-image that no server fills in by itself: what stands there must have been asked for.</summary>
    internal virtual IEnumerable<string> OnlyIfAsked(Operation operation) => [];

    /// <summary>Where what is held is not what this operation asked for.</summary>
    internal abstract ImmutableArray<Difference> Differences(Operation operation, Fields held, Changeset changeset);

    /// <summary>Whether <see cref="Differences(Operation, Fields, Changeset)"/> says all there is to say of a field: what went on from there rightly (paid, after it was validated) is not as the sandbox had it, and is not a difference.</summary>
    internal virtual bool AnswersFor(string field) => false;
}

/// <summary>How an operation is taken back.</summary>
/// <param name="Back">What does it, with the id of the operation that it takes back; null where there is nothing to do.</param>
/// <param name="Left">Why it cannot be done, and what to do instead.</param>
internal sealed record Reversal(Operation? Back, Problem? Left)
{
    public static Reversal None { get; } = new(null, null);
}

/// <summary>The same, for one type of operation.</summary>
internal abstract class OperationKind<T> : OperationKind
    where T : Operation
{
    internal sealed override IEnumerable<Problem> Check(Operation operation, Changeset changeset) => Check((T)operation, changeset);

    internal sealed override Task<Standing> StandAsync(Operation operation, Site site, Asking asking, CancellationToken cancel) => StandAsync((T)operation, site, asking, cancel);

    internal sealed override Task<Answer<long>> SendAsync(Operation operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) => SendAsync((T)operation, site, ready, cancel);

    internal sealed override Task<Answer<Fields>> ReadAsync(Operation operation, Site site, long id, CancellationToken cancel) => ReadAsync((T)operation, site, id, cancel);

    internal sealed override Fields BeforeImage(Operation operation, Fields held) => BeforeImage((T)operation, held);

    internal sealed override Task<Answer<long>> TakeBackAsync(Operation operation, WritableSite site, long id, CancellationToken cancel) => TakeBackAsync((T)operation, site, id, cancel);

    internal sealed override Fields AfterImage(Operation operation, Fields held) => AfterImage((T)operation, held);

    internal sealed override ImmutableArray<Difference> Differences(Operation operation, Fields held, Changeset changeset) => Differences((T)operation, held, changeset);

    protected abstract IEnumerable<Problem> Check(T operation, Changeset changeset);

    protected abstract Task<Standing> StandAsync(T operation, Site site, Asking asking, CancellationToken cancel);

    protected abstract Task<Answer<long>> SendAsync(T operation, WritableSite site, Standing.Ready ready, CancellationToken cancel);

    protected abstract Task<Answer<Fields>> ReadAsync(T operation, Site site, long id, CancellationToken cancel);

    protected abstract Fields BeforeImage(T operation, Fields held);

    protected abstract Task<Answer<long>> TakeBackAsync(T operation, WritableSite site, long id, CancellationToken cancel);

    protected abstract Fields AfterImage(T operation, Fields held);

    protected abstract ImmutableArray<Difference> Differences(T operation, Fields held, Changeset changeset);
}
