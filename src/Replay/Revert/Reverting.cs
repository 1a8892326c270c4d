using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>
/// Makes the changeset that takes another back, as far as that was applied on a target and as the target shows it now.
/// Read-only: what it makes is rehearsed, reviewed and confirmed like any other.
/// </summary>
internal sealed class Reverting(Side target, Side? sandbox, SessionOptions options)
{
    private const string Instruction = "instruction";

    /// <summary>What was written down about the instances.</summary>
    public EnrolledTargets Enrolled { get; init; } = EnrolledTargets.None;

    /// <summary>Who may read the changeset that is made.</summary>
    public FileRights Files { get; init; } = FileRights.Private;

    public async Task<RevertResult> RevertAsync(LoadedChangeset loaded, Past past, string root, CancellationToken cancel)
    {
        var problems = await RefusalsAsync(loaded, past, cancel);
        if (problems.Count > 0)
        {
            return new RevertResult.Refused([.. problems]);
        }
        var site = target.SiteFor(loaded, Bindings.None);
        var applied = await new AppliedReading(past, site).ReadAsync(cancel);
        var taking = new TakingBack(site with { Bindings = applied.Bindings }, applied);
        var made = applied.Unseen is null ? await taking.MakeAsync(cancel) : new Answer<ImmutableArray<Operation>>.Ok([]);
        if ((applied.Unseen ?? (made is Answer<ImmutableArray<Operation>>.Ok ? null : made.ProblemOf(target.Name))) is { } unseen)
        {
            return new RevertResult.Refused([unseen]);
        }
        var operations = ((Answer<ImmutableArray<Operation>>.Ok)made).Value;
        if (operations.IsEmpty)
        {
            return new RevertResult.Nothing(taking.Left) { Notes = applied.Notes };
        }
        var revert = Changeset(loaded, operations, taking.Left);
        return await KeptAsync(revert, root, cancel) switch
        {
            (null, var problem) => new RevertResult.Refused([problem!]),
            ({ } kept, _) => new RevertResult.Made(kept, Path.Combine(kept.Folder, ChangesetFolder.FileName), taking.Left) { Notes = [.. applied.Notes, .. await InTheSandboxAsync(kept, cancel)] },
        };
    }

    private async Task<List<Problem>> RefusalsAsync(LoadedChangeset loaded, Past past, CancellationToken cancel)
    {
        var changeset = loaded.Changeset;
        List<Problem> problems = [.. Planner.SameAsConfirmed(loaded, past), .. ChangesetForm.Check(changeset)];
        if (changeset.State != ChangesetState.Finished)
        {
            problems.Add(
                changeset.State == ChangesetState.Open
                    ? new Problem(Codes.ChangesetOpen, changeset.Id, "The changeset was never finished, so it was never replayed.", "Take it out of the sandbox with `agent discard`.")
                    : new Problem(Codes.ChangesetDiscarded, changeset.Id, "The changeset was discarded, so it was never replayed.", "There is nothing to take back."));
        }
        if (problems.Count == 0)
        {
            problems.AddRange((await new IdentityLook(new PlanningSides(target, null, sandbox) { Enrolled = Enrolled }).LookAsync(cancel)).Problems);
        }
        if (problems.Count == 0)
        {
            var kinds = changeset.Operations.SelectMany(o => ResourceOperations.Named(o.Resource)!.Kinds).Distinct();
            problems.AddRange(await target.MissingAsync(kinds.SelectMany(k => k.RightsToRead), "read", cancel));
        }
        return problems;
    }

    private Changeset Changeset(LoadedChangeset loaded, ImmutableArray<Operation> operations, ImmutableArray<Problem> left)
    {
        var (original, now) = (loaded.Changeset, options.Clock.GetUtcNow());
        return new Changeset
        {
            Id = ChangesetId.New(now),
            Title = $"Revert of {original.Title}",
            Recorded = new Recorded { At = now, Finished = now, By = $"dolibarr-replay {typeof(Reverting).Assembly.GetName().Version?.ToString(3)}", On = original.Recorded.On },
            Evidence =
            [
                new Evidence.Instruction
                {
                    Id = Instruction, By = options.By,
                    Text = $"Take back changeset {original.Id}, '{original.Title}', SHA-256 {loaded.Digest}, as far as it was applied on {target.Name} at {target.Server.Origin}.",
                },
            ],
            Operations = [.. operations.Select((o, i) => o with { Id = string.Create(CultureInfo.InvariantCulture, $"op{i + 1}"), From = [Instruction] })],
            Warnings = [.. left.Select(p => new Warning(p.Code.Text, null, $"Not taken back, {p.Place} of {original.Id}: {p.Message} {p.Remedy}"))],
        };
    }

    /// <summary>On disk, and read back as every later command will read it.</summary>
    private async Task<KeptRevert> KeptAsync(Changeset revert, string root, CancellationToken cancel)
    {
        try
        {
            var folder = ChangesetFolder.Create(root, revert, Files);
            folder.Save(revert);
            return await LoadedChangeset.LoadAsync(folder.File, cancel) switch
            {
                LoadResult.Good good => new KeptRevert(good.Loaded, null),
                LoadResult.Bad { Problems: [var first, ..] } => new KeptRevert(null, first),
                _ => throw new InvalidOperationException("A changeset is loaded or not."),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new KeptRevert(null, new Problem(Codes.ChangesetsUnwritable, root, $"The changeset cannot be written: {e.Message}", $"Free the disk or give the right to write there, or name another folder in {Variables.Changesets}."));
        }
    }

    /// <summary>What will stand in the way of the rehearsal, said before somebody runs into it.</summary>
    private async Task<ImmutableArray<string>> InTheSandboxAsync(LoadedChangeset revert, CancellationToken cancel)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var operation in sandbox is null ? [] : revert.Changeset.Operations)
        {
            var site = sandbox!.SiteFor(revert, Bindings.None);
            if (await OperationKind.Of(operation)!.StandAsync(operation, site, Asking.Afresh, cancel) is Standing.Conflict { Problems: [var first, ..] })
            {
                notes.Add($"{operation.Id} of the new changeset cannot be rehearsed as {sandbox.Name} is now: {first.Message}");
            }
        }
        return notes.ToImmutable();
    }

    private sealed record KeptRevert(LoadedChangeset? Kept, Problem? Problem);
}
