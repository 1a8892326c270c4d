using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Recording;

/// <summary>
/// The only writer on the agent's side: does operations on the sandbox, reads each back, and keeps them in a changeset.
/// The changeset is on disk after every operation, so an agent that dies loses nothing. One operation at a time.
/// </summary>
public sealed class Recorder : IDisposable
{
    private readonly ProgramSettings settings;
    private readonly EnrolledTargets enrolled;
    private readonly RecorderOptions options;
    private readonly Grant grant;
    private readonly string version;
    private readonly RecorderKey? key;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private OpenChangeset? current;

    private Recorder(Configured configured, RecorderOptions options, DolibarrReader read, string version)
    {
        (settings, enrolled, key) = configured;
        this.options = options;
        this.version = version;
        Read = read;
        grant = new Grant(settings.Sandbox!, ConnectionTo(settings.Sandbox!));
    }

    /// <summary>The sandbox, to read.</summary>
    public DolibarrReader Read { get; }

    /// <summary>The changeset as it is now; null before anything was brought to it.</summary>
    public Changeset? Changeset => current?.Changeset;

    /// <summary>Its file; null before the first operation.</summary>
    public string? Path => current?.File;

    /// <summary>A recorder for the sandbox, or every reason why there is none. Nothing is written yet.</summary>
    public static async Task<OpenResult> OpenAsync(ProgramSettings settings, RecorderOptions options, CancellationToken cancel)
    {
        if (SandboxCheck.TargetRefuses(settings) is { } refusal)
        {
            return new OpenResult.Refused([refusal]);
        }
        var known = TargetsFile.Read(settings.GateFolder);
        if (known is not Checked<EnrolledTargets>.Valid { Value: var enrolled })
        {
            return new OpenResult.Refused(known.AllProblems);
        }
        var (key, unusable) = settings.RecorderKey is { } path ? await RecorderKey.OpenAsync(path, cancel) : new OpenedKey(null, null);
        if (unusable is not null)
        {
            return new OpenResult.Refused([unusable]);
        }
        var read = DolibarrReader.Open(ConnectionTo(settings.Sandbox!, enrolled, options));
        var strangers = await SandboxCheck.IsEnrolledAsync(enrolled, settings.Sandbox!, read, cancel);
        var (version, problems) = strangers.IsEmpty ? await SandboxCheck.AnswersAsync(settings.Sandbox!, read, cancel) : new SandboxAnswer("", strangers);
        if (!problems.IsEmpty)
        {
            read.Dispose();
            return new OpenResult.Refused(problems);
        }
        return new OpenResult.Open(new Recorder(new Configured(settings, enrolled, key), options, read, version));
    }

    /// <summary>Brings an email to the changeset; the id that operations name it by.</summary>
    public Evidence AddEmail(ReadOnlyMemory<byte> bytes, Func<string, Digest, Evidence.Email> make)
    {
        var digest = Digest.Of(bytes.Span);
        return Current.Shelf.Add(id => make(id, digest), "mail", bytes);
    }

    /// <summary>Brings a file. <paramref name="kind"/> begins its id: <c>pdf</c>, <c>xml</c>, <c>file</c>.</summary>
    public Evidence AddFile(string kind, ReadOnlyMemory<byte> bytes, Func<string, Digest, Evidence.File> make)
    {
        var digest = Digest.Of(bytes.Span);
        return Current.Shelf.Add(id => make(id, digest), kind, bytes);
    }

    /// <summary>Brings a person's instruction, in their own words.</summary>
    public Evidence AddInstruction(string text, string? by) =>
        Current.Shelf.Add(id => new Evidence.Instruction { Id = id, Text = text, By = by }, "instruction", default);

    /// <summary>Says what the changeset is about. Before the first operation it also names the folder.</summary>
    public void Entitle(string title) => Current.Title = title;

    /// <summary>Something that a person should look at first; <paramref name="on"/> is an operation, or null for the whole.</summary>
    public void Warn(string code, string? on, string text) => Current.Warn(new Warning(code, on, text));

    /// <summary>
    /// Does an operation on the sandbox and records it. Its id, before and after images are filled in here; whatever it
    /// says of them is ignored. What Dolibarr stores otherwise than asked is taken back and refused.
    /// </summary>
    /// <param name="asked">What is to be done.</param>
    /// <param name="cancel">Looked at before it begins. What has begun is finished and recorded: a write whose answer nobody waits for is done all the same.</param>
    public async Task<RecordResult> DoAsync(Operation asked, CancellationToken cancel)
    {
        await oneAtATime.WaitAsync(cancel);
        try
        {
            return await Current.DoAsync(asked, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new RecordResult.Refused([Unwritable(e)]);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>
    /// Ends the changeset: from now on it can be replayed, and nothing more is added to it. It is signed where the recorder
    /// has a key; where that fails, it stays open. The next operation begins another.
    /// </summary>
    public Task<EndResult> FinishAsync(CancellationToken cancel) => EndAsync(recording => recording.FinishAsync(key, cancel), cancel);

    /// <summary>Takes everything that was done out of the sandbox again, last first, and marks the changeset as discarded.</summary>
    public Task<EndResult> DiscardAsync(CancellationToken cancel) => EndAsync(recording => recording.DiscardAsync(cancel), cancel);

    /// <summary>
    /// The same for a changeset on disk, which an agent that died left open; what it was about to do then is taken back
    /// too. A finished one only where nothing of it is on prod; one that was discarded before is looked at again.
    /// </summary>
    /// <param name="path">Its <c>changeset.json</c>, or its folder.</param>
    /// <param name="reason">Why, in the words of the person who does it; null where nobody said.</param>
    /// <param name="cancel">Stops it; the same again goes on.</param>
    public async Task<EndResult> DiscardAsync(string path, string? reason, CancellationToken cancel)
    {
        using var prod = settings.Prod is { } endpoint ? new Side(endpoint.Instance.Name, DolibarrReader.Open(ConnectionTo(endpoint))) : null;
        return await GuardedAsync(() => new Abandoned(Read, grant, prod)
            .DiscardAsync(path, new Ending(options.Patience.Clock.GetUtcNow(), reason), cancel), cancel);
    }

    /// <summary>Lets go of evidence and warnings that led to no operation: they are not the next changeset's. What has an operation is ended, not forgotten.</summary>
    public void Forget()
    {
        if (Path is null)
        {
            current = null;
        }
    }

    public void Dispose()
    {
        grant.Dispose();
        Read.Dispose();
        oneAtATime.Dispose();
    }

    private OpenChangeset Current => current ??= new OpenChangeset(settings, options, new OpenSandbox(Read, grant, version));

    private sealed record Configured(ProgramSettings Settings, EnrolledTargets Enrolled, RecorderKey? Key);

    private Task<EndResult> EndAsync(Func<OpenChangeset, Task<EndResult>> end, CancellationToken cancel) => GuardedAsync(
        async () =>
        {
            if (current is not { File: not null } recording)
            {
                return new EndResult.Refused([new Problem(Codes.NothingRecorded, "changeset", "Nothing has been recorded yet.", "Do something first.")]);
            }
            var result = await end(recording);
            if (result is EndResult.Ended)
            {
                current = null;
            }
            return result;
        },
        cancel);

    private async Task<EndResult> GuardedAsync(Func<Task<EndResult>> end, CancellationToken cancel)
    {
        await oneAtATime.WaitAsync(cancel);
        try
        {
            return await end();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new EndResult.Refused([Unwritable(e)]);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private Problem Unwritable(Exception e) => new(
        Codes.ChangesetsUnwritable, settings.ChangesetsFolder, $"The changeset cannot be written: {e.Message}",
        $"Free the disk or give the right to write there, or name another folder in {Variables.Changesets}. Nothing was written to {settings.SandboxInstance.Name} that is not recorded.");

    private Connection ConnectionTo(Endpoint endpoint) => ConnectionTo(endpoint, enrolled, options);

    private static Connection ConnectionTo(Endpoint endpoint, EnrolledTargets enrolled, RecorderOptions options) =>
        enrolled.ConnectionTo(endpoint) with { Log = options.Log, Clock = options.Patience.Clock };
}
