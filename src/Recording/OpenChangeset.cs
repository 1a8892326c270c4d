using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Recording;

/// <summary>One changeset while it is open.</summary>
internal sealed class OpenChangeset : IJournal
{
    private readonly RecorderOptions options;
    private readonly ProgramSettings settings;
    private readonly DolibarrReader sandbox;
    private readonly SharedReader read;
    private readonly Performer performer;
    private readonly Grant grant;
    private Bindings bindings = Bindings.None;
    private ChangesetFolder? folder;
    private Changeset changeset;
    private Problem? broken;

    public OpenChangeset(ProgramSettings settings, RecorderOptions options, OpenSandbox sandbox)
    {
        this.settings = settings;
        this.options = options;
        grant = sandbox.Grant;
        this.sandbox = sandbox.Read;
        read = new SharedReader(sandbox.Read);
        performer = new Performer(grant, this, options.Patience);
        var now = Now;
        changeset = new Changeset
        {
            Id = ChangesetId.New(now),
            Title = "",
            Recorded = new Recorded
            {
                At = now,
                By = options.By,
                Model = options.Model,
                Author = settings.Author,
                On = new RecordedOn(grant.Instance.Name, sandbox.Version, sandbox.Read.Server.Origin.ToString()),
            },
        };
    }

    public EvidenceShelf Shelf { get; } = new();

    public Changeset Changeset => changeset with { Evidence = Shelf.All };

    public string? File => folder?.File;

    public string Title { set => changeset = changeset with { Title = value }; }

    private DateTimeOffset Now => options.Patience.Clock.GetUtcNow();

    public void Warn(Warning warning) => changeset = changeset with { Warnings = changeset.Warnings.Contains(warning) ? changeset.Warnings : changeset.Warnings.Add(warning) };

    public async Task<RecordResult> DoAsync(Operation asked, CancellationToken cancel)
    {
        if (broken is not null)
        {
            return new RecordResult.Refused([broken]);
        }
        var operation = asked with { Id = string.Create(CultureInfo.InvariantCulture, $"op{changeset.Operations.Length + 1}"), After = Fields.None };
        var kind = OperationKind.Of(operation);
        if (kind is null)
        {
            return Refused(new Problem(Codes.UnknownOperation, operation.Resource, $"Nothing here can {operation.Do} a '{operation.Resource}'.", $"Resources are: {string.Join(", ", ResourceOperations.All.Select(r => r.Name))}."));
        }
        if (Catalogue.Named(operation.Resource) is { IsForEveryJob: false }
            && await SandboxCheck.MayAsync(kind, grant.Instance, sandbox, cancel) is { IsEmpty: false } missing)
        {
            return new RecordResult.Refused(missing);
        }
        var (pictured, problem) = await new BeforeImages(kind).TakeAsync(operation, SiteWith(operation), cancel);
        if (problem is not null)
        {
            return Refused(problem);
        }
        var candidate = Changeset with { Operations = changeset.Operations.Add(pictured) };
        if (kind.Check(pictured, candidate).Concat(ChangesetForm.Together(candidate)).ToImmutableArray() is { IsEmpty: false } faults)
        {
            return new RecordResult.Refused(faults);
        }
        if (folder is null)
        {
            Begin(pictured);
        }
        return await PerformAsync(kind, pictured, cancel);
    }

    /// <param name="key">What signs it; null where nothing does.</param>
    /// <param name="cancel">Leaves it open.</param>
    public async Task<EndResult> FinishAsync(RecorderKey? key, CancellationToken cancel)
    {
        var refusal = broken ?? (changeset.Operations.IsEmpty
            ? new Problem(Codes.NothingRecorded, "changeset", "No operation has been recorded.")
            : null);
        if (refusal is not null)
        {
            return new EndResult.Refused([refusal]);
        }
        var finished = Changeset with { Recorded = changeset.Recorded with { Finished = Now } };
        KeepEvidence();
        if (key is null)
        {
            folder!.Save(finished);
            return Ended(finished, []);
        }
        var bytes = ChangesetFile.Write(finished);
        var (signature, _, problem) = await key.SignAsync(bytes, cancel);
        if (problem is not null)
        {
            return new EndResult.Refused([problem]);
        }
        folder!.SaveSigned(bytes, signature);
        return Ended(finished, []);
    }

    /// <summary>A discarded one is not signed: it is never replayed.</summary>
    public async Task<EndResult> DiscardAsync(CancellationToken cancel)
    {
        var left = await new Discard(new WritableSite(SiteWith(null), grant.Writer)).TakeBackAsync(changeset.Operations, cancel);
        var discarded = Changeset with { Recorded = changeset.Recorded with { Discarded = Now } };
        KeepEvidence();
        folder!.Save(discarded);
        return Ended(discarded, left);
    }

    Task IJournal.IntendAsync(Operation operation, int attempt, CancellationToken cancel)
    {
        KeepEvidence();
        folder!.Reserve(Changeset with { Operations = changeset.Operations.Add(operation) });
        return Task.CompletedTask;
    }

    Task IJournal.AnsweredAsync(Operation operation, Answer<long> answer, CancellationToken cancel) => Task.CompletedTask;

    void IJournal.Waiting(Operation operation, DateTimeOffset until) { }

    private async Task<RecordResult> PerformAsync(OperationKind kind, Operation operation, CancellationToken cancel)
    {
        var site = SiteWith(operation);
        switch (await performer.PerformAsync(new ToDo(operation), site, cancel))
        {
            case Performed.Applied { Already: true }:
                return Refused(new Problem(Codes.NothingToDo, operation.Id, "It is already as asked; nothing was changed."));
            case Performed.Applied applied:
                return Recorded(operation with { After = kind.AfterImage(operation, applied.Held) }, applied.Id);
            case Performed.Conflict { Id: { } id, Problems: var stored }:
                return await TakeBackAsync(kind, operation, id, stored, cancel);
            case Performed.Conflict conflict:
                return new RecordResult.Refused(conflict.Problems);
            case Performed.Failed failed:
                return Refused(failed.Problem);
            case Performed.NotReached away:
                return Refused(away.Problem);
            case Performed.Unknown unknown:
                broken = unknown.Problem with { Remedy = $"Discard this changeset and begin again; look at {site.Name} for what {Changeset.MarkerOf(operation)} left there." };
                return Refused(broken);
            default:
                throw new InvalidOperationException("What was performed came out in one of five ways.");
        }
    }

    private RecordResult.Done Recorded(Operation operation, long? id)
    {
        changeset = changeset with { Operations = changeset.Operations.Add(operation) };
        if (operation is Operation.Create && id is { } made)
        {
            bindings = bindings.With(operation.Id, made);
        }
        folder!.Add(Changeset);
        return new RecordResult.Done(operation, id);
    }

    /// <summary>Dolibarr accepted it and stored something else: the sandbox must not keep what the changeset does not have.</summary>
    private async Task<RecordResult> TakeBackAsync(OperationKind kind, Operation operation, long id, ImmutableArray<Problem> stored, CancellationToken cancel)
    {
        var taken = await kind.TakeBackAsync(operation, new WritableSite(SiteWith(operation), grant.Writer), id, cancel);
        if (taken is Answer<long>.Ok)
        {
            return new RecordResult.Refused([.. stored.Select(p => p with { Remedy = "It was taken back. Ask for what Dolibarr can store." })]);
        }
        broken = taken.ProblemOf(operation.Id) with { Remedy = "Discard this changeset, take it back on the sandbox by hand, and begin again." };
        return new RecordResult.Refused([.. stored, broken]);
    }

    private EndResult.Ended Ended(Changeset ended, ImmutableArray<Problem> left)
    {
        changeset = ended;
        return new EndResult.Ended(Changeset, folder!.File, left);
    }

    private void Begin(Operation first)
    {
        if (changeset.Title.Length == 0)
        {
            changeset = changeset with { Title = TitleOf(first) };
        }
        folder = options.MakeFolder(settings.ChangesetsFolder, changeset, settings.Files);
        KeepEvidence();
        folder.Save(Changeset);
    }

    private void KeepEvidence()
    {
        while (Shelf.NotKept.TryPeek(out var bytes))
        {
            folder!.Keep(bytes.Span);
            Shelf.NotKept.Dequeue();
        }
    }

    private Site SiteWith(Operation? next) => new(
        grant.Instance.Name, read, Changeset with { Operations = next is null ? changeset.Operations : changeset.Operations.Add(next) }, Shelf.BytesOf, bindings);

    private static RecordResult.Refused Refused(Problem problem) => new([problem]);

    /// <summary>For a changeset that nobody has given one: what it begins with.</summary>
    private static string TitleOf(Operation first)
    {
        var resource = Catalogue.Named(first.Resource);
        return $"{char.ToUpperInvariant(first.Do[0])}{first.Do[1..]} {resource?.Title.English ?? first.Resource} {resource?.NameIn(first.Asked) ?? first.DoneTo?.ToString()}".Trim();
    }
}

/// <summary>The sandbox, with leave to write to it.</summary>
/// <param name="Version">Of its Dolibarr.</param>
internal sealed record OpenSandbox(DolibarrReader Read, Grant Grant, string Version);
