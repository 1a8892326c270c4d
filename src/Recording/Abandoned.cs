using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Recording;

/// <summary>A changeset on disk that nobody goes on with: an agent died over it, or it is no longer wanted.</summary>
/// <param name="read">The sandbox, to read.</param>
/// <param name="grant">The same, to write.</param>
/// <param name="prod">Prod, to read: where it can be seen whether a finished changeset was replayed. Null where it is not configured.</param>
internal sealed class Abandoned(DolibarrReader read, Grant grant, Side? prod)
{
    /// <summary>Takes it out of the sandbox and marks it as discarded. What was discarded before is looked at again.</summary>
    public async Task<EndResult> DiscardAsync(string path, Ending ending, CancellationToken cancel)
    {
        var load = await LoadedChangeset.LoadAsync(path, cancel);
        if (load is not LoadResult.Good { Loaded: var loaded })
        {
            return new EndResult.Refused(((LoadResult.Bad)load).Problems);
        }
        var folder = ChangesetFolder.Of(loaded);
        var changeset = WithIntended(loaded.Changeset, folder.Intended());
        if (await RefusalAsync(loaded, cancel) is { } refusal)
        {
            return new EndResult.Refused([refusal]);
        }
        var site = await BoundAsync(
            new Site(grant.Instance.Name, new SharedReader(read), changeset, loaded.BytesOf, Bindings.None), cancel);
        var left = await new Discard(new WritableSite(site, grant.Writer)).TakeBackAsync(changeset.Operations, cancel);
        var recorded = changeset.Recorded;
        recorded = recorded with { Discarded = recorded.Discarded ?? ending.At, Reason = ending.Reason ?? recorded.Reason };
        var ended = changeset with { Recorded = recorded };
        folder.Save(ended);
        return new EndResult.Ended(ended, folder.File, left);
    }

    /// <summary>With the operation that an agent was about to do when it died: it may have been done.</summary>
    private static Changeset WithIntended(Changeset changeset, Changeset? intended) =>
        intended is not null && changeset.State == ChangesetState.Open && intended.Id == changeset.Id && intended.Operations.Length == changeset.Operations.Length + 1
            ? changeset with
            {
                Operations = changeset.Operations.Add(intended.Operations[^1]),
                Evidence = intended.Evidence,
                Warnings = changeset.Warnings.Add(new Warning("interrupted", intended.Operations[^1].Id, "The agent died over this operation; whether it was done is not recorded.")),
            }
            : changeset;

    /// <summary>
    /// With what its operations made, where something hangs on that and bears no marker by which it would be found itself.
    /// </summary>
    private static async Task<Site> BoundAsync(Site site, CancellationToken cancel)
    {
        var creations = site.Changeset.Operations.OfType<Operation.Create>().ToList();
        if (!creations.Any(create =>
            create.References().Any(r => r is Reference.Created) && OperationKind.Of(create) is { LeavesMarker: false }))
        {
            return site;
        }
        foreach (var create in creations)
        {
            if (await OperationKind.Of(create)!.StandAsync(create, site, Asking.AfterSending, cancel) is Standing.Done { Id: { } id })
            {
                site = site with { Bindings = site.Bindings.With(create.Id, id) };
            }
        }
        return site;
    }

    private async Task<Problem?> RefusalAsync(LoadedChangeset loaded, CancellationToken cancel)
    {
        var changeset = loaded.Changeset;
        // Only what the recorder can have written is done backwards: everything behind this relies on it.
        if (ChangesetForm.CheckStructure(changeset).FirstOrDefault() is { } malformed)
        {
            return malformed;
        }
        if (changeset.Recorded.On.Identity != read.Server.Origin.ToString())
        {
            return new Problem(
                Codes.OtherSandbox, changeset.Id, $"The changeset was recorded on {changeset.Recorded.On.Identity}, and the sandbox is {read.Server.Origin}: what it did is not here.",
                $"Point {Variables.SandboxUrl} to the sandbox that it was recorded on.");
        }
        return changeset.State == ChangesetState.Finished ? await OnProdAsync(loaded, cancel) : null;
    }

    /// <summary>Why a finished changeset is not discarded: once it is on prod, its record is what it can be taken back by.</summary>
    private async Task<Problem?> OnProdAsync(LoadedChangeset loaded, CancellationToken cancel)
    {
        var changeset = loaded.Changeset;
        if (prod is null)
        {
            return new Problem(Codes.ProdUnseen, changeset.Id, "The changeset is finished, and whether it was replayed can only be seen on prod, which is not configured.", $"Set {Variables.ProdUrl} and {Variables.ProdApiKey}, of a user who may read. A changeset that nobody confirms may also just lie there.");
        }
        var site = new Site(prod.Name, new SharedReader(prod.Read), changeset, loaded.BytesOf, Bindings.None);
        foreach (var operation in changeset.Operations.Where(o => o.DoneTo is not Reference.Created))
        {
            var there = operation is Operation.Create create && Deletion.Of(create) is { } deletion
                ? (await deletion.MarkedAsync(changeset.MarkerOf(create), site, cancel)).Map(found => !found.IsEmpty)
                : await StandsAsync(operation, site, cancel);
            if (there is not Answer<bool>.Ok { Value: var isThere })
            {
                return there.ProblemOf(prod.Name);
            }
            if (isThere)
            {
                var back = Catalogue.Named(operation.Resource)!.TakenBackByHand is null ? $"Take it back from {prod.Name} with `replay revert`." : $"Take it back on {prod.Name} by hand, if it is to go.";
                return new Problem(Codes.OnProd, operation.Id, $"The changeset is finished, and what {operation.Id} did ({operation.Do} {operation.Resource}) is on {prod.Name}: it was replayed, or somebody did the same there.", $"{back} Where `replay history` knows nothing of it, leave it: nobody replays it but by confirming it.");
            }
        }
        return null;
    }

    /// <summary>Whether prod is as an operation makes it that leaves no marker. An object that it would make and that is there in another state counts too: somebody may have changed it after the replay.</summary>
    private static async Task<Answer<bool>> StandsAsync(Operation operation, Site site, CancellationToken cancel) =>
        await OperationKind.Of(operation)!.StandAsync(operation, site, Asking.Afresh, cancel) switch
        {
            Standing.Unseen { Problem: var problem } => new Answer<bool>.Unanswered(problem, false),
            var standing => new Answer<bool>.Ok(standing is Standing.Done || (operation is Operation.Create && standing is Standing.Conflict { Held: not null })),
        };
}

/// <summary>An instance, to read.</summary>
internal sealed record Side(string Name, DolibarrReader Read) : IDisposable
{
    public void Dispose() => Read.Dispose();
}

/// <summary>When a changeset is discarded, and why.</summary>
/// <param name="Reason">In the words of the person who does it; null where nobody said.</param>
internal sealed record Ending(DateTimeOffset At, string? Reason);
