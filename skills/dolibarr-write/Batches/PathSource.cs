using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// A folder, a maildir, a mailbox file or one file of this machine. Where it is watched, a file is given only after its size
/// and its time have stayed the same for a while: before that it may still be written.
/// </summary>
/// <param name="path">What a person named.</param>
/// <param name="clock">By which it waits.</param>
public sealed class PathSource(string path, TimeProvider clock) : IMessageSource
{
    /// <summary>How long a file must have stayed the same.</summary>
    public static readonly TimeSpan StillFor = TimeSpan.FromSeconds(2);

    /// <summary>After how long it is looked at again where nobody told of a change: not every file system tells.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, Seen> seen = new(StringComparer.Ordinal);
    private HashSet<string> settled = new(StringComparer.Ordinal);
    private FileSystemWatcher? watcher;
    private volatile TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isSomethingWritten;

    /// <summary>Whether it waits for more.</summary>
    public bool IsWatched { get; init; }

    public Task<Messages> WaitingAsync(CancellationToken cancel)
    {
        if (!IsWatched)
        {
            return Task.FromResult(MessageFolder.Of(path, cancel));
        }
        // What changes from here on is told, so that nothing comes unseen between a look and the waiting.
        change = new(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher ??= Watch();
        var all = MessageFolder.Of(path, cancel);
        var files =
            all.All.Select(message => message.InFile).OfType<string>().Distinct(StringComparer.Ordinal)
            .ToDictionary(file => file, Look, StringComparer.Ordinal);
        foreach (var gone in seen.Keys.Where(file => !files.ContainsKey(file)).ToList())
        {
            seen.Remove(gone);
        }
        settled = [.. settled.Intersect(all.All.Select(KeyOf), StringComparer.Ordinal)];
        var waiting = all.All.Where(message => !settled.Contains(KeyOf(message))).ToList();
        var still = waiting.Where(message => message.IsWhole || files[message.InFile!]).ToList();
        isSomethingWritten = still.Count < waiting.Count;
        // A file that goes between two looks at it is moved by whoever else works there.
        return Task.FromResult(all with { All = [.. still], Problems = [.. all.Problems.Where(problem => problem.Place == path)] });
    }

    public async Task ChangedAsync(CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var pause = Task.Delay(isSomethingWritten ? StillFor : LookAgain, clock, ended.Token);
        await (isSomethingWritten ? Task.WhenAny(pause) : Task.WhenAny(pause, change.Task));
        await ended.CancelAsync();
    }

    public Task<Problem?> SettleAsync(Message message, Settlement settlement, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (IsWatched)
        {
            settled.Add(KeyOf(message));
        }
        return Task.FromResult<Problem?>(null);
    }

    public ValueTask DisposeAsync()
    {
        watcher?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A file that was replaced by another is another message.</summary>
    private string KeyOf(Message message) => message.Key ?? (seen.TryGetValue(message.InFile ?? "", out var stamp)
        ? FormattableString.Invariant($"{message.InFile} {stamp.Size} {stamp.Written}")
        : message.Name);

    /// <summary>Whether the file was the same for long enough.</summary>
    private bool Look(string file)
    {
        var info = new FileInfo(file);
        var now = info.Exists ? new Seen(info.Length, info.LastWriteTimeUtc.Ticks, clock.GetTimestamp()) : null;
        if (now is null)
        {
            return false;
        }
        if (seen.TryGetValue(file, out var before) && before.Size == now.Size && before.Written == now.Written)
        {
            return clock.GetElapsedTime(before.Since) >= StillFor;
        }
        seen[file] = now;
        return false;
    }

    /// <summary>Null where the system tells nobody, for want of watchers say: then it is looked at from time to time alone.</summary>
    private FileSystemWatcher? Watch()
    {
        try
        {
            var told = Directory.Exists(path)
                ? new FileSystemWatcher(path) { IncludeSubdirectories = true }
                : new FileSystemWatcher(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
            told.Created += (_, _) => change.TrySetResult();
            told.Changed += (_, _) => change.TrySetResult();
            told.Renamed += (_, _) => change.TrySetResult();
            told.EnableRaisingEvents = true;
            return told;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private sealed record Seen(long Size, long Written, long Since);
}
